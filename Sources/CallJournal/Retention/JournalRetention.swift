import CallModel
import Foundation

/// How much of a journal is kept. Whole days go, the oldest first; the current one never does.
package struct JournalRetention: Hashable, Sendable {
  /// Days older than that go; nil keeps them.
  package var age: Duration?
  /// The oldest go while all together are larger; nil keeps them.
  package var bytes: Int?

  package init(age: Duration? = nil, bytes: Int? = nil) {
    self.age = age
    self.bytes = bytes
  }

  /// Which of `days`, given in their order, go now.
  func excess(
    of days: [JournalFolder.Day], now: Instant, dayName: (Instant) -> String
  ) -> [JournalFolder.Day] {
    let oldest = age.map { dayName(now - $0) } ?? ""
    var total = days.reduce(0) { $0 + $1.bytes }
    var excess: [JournalFolder.Day] = []
    for day in days.dropLast() {
      guard day.name < oldest || total > bytes ?? .max else { break }
      total -= day.bytes
      excess.append(day)
    }
    return excess
  }
}
