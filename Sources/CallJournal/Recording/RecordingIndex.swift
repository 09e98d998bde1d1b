import CallModel

/// What a recording has where: the moments of all entries, and the places of some.
///
/// Made in one pass that looks at checksums and arrivals alone; takes 8 bytes an entry.
package struct RecordingIndex: Sendable {
  /// When each entry is played: at its arrival, but never before the one that it stands behind. A
  /// clock that was set back is waited for.
  package private(set) var moments: [Instant] = []
  /// The first places where lines are lost, ``toldDamages`` at most.
  package private(set) var damages: [JournalDamage] = []
  /// How many lines are lost in all.
  package private(set) var damagedCount = 0
  let days: [JournalFolder.Day]
  /// Those of every 1,024th entry.
  private var places: [JournalCursor.Place] = []

  package static let toldDamages = 20
  private static let stride = 1_024

  /// - Throws: ``JournalError/newer(path:line:format:)`` at the first line of a newer format.
  package init(
    _ days: [JournalFolder.Day], progress: (JournalReader.Progress) -> Void = { _ in }
  ) throws(JournalError) {
    self.days = days
    var cursor = JournalCursor(days)
    let totalBytes = days.reduce(0) { $0 + $1.bytes }
    while true {
      let place = cursor.place()
      guard let item = try cursor.next(JournalEntry.arrival) else { return }
      switch item {
      case .entry(let arrival):
        if moments.count.isMultiple(of: Self.stride) { places.append(place) }
        moments.append(max(arrival, moments.last ?? arrival))
      case .damaged(let damage): note(damage)
      }
      if moments.count.isMultiple(of: Self.stride), let day = cursor.day {
        progress(
          .init(day: day, entries: moments.count, bytes: cursor.bytes(), totalBytes: totalBytes))
      }
    }
  }

  private mutating func note(_ damage: JournalDamage) {
    damagedCount += damage.lines.count
    if damages.count < Self.toldDamages { damages.append(damage) }
  }

  /// A cursor whose next entry is this one.
  func cursor(at entry: Int) throws(JournalError) -> JournalCursor {
    let place = entry / Self.stride
    guard places.indices.contains(place) else { return JournalCursor([]) }
    var cursor = JournalCursor(days, at: places[place])
    var missing = entry % Self.stride
    while missing > 0, let item = try cursor.next(JournalEntry.arrival) {
      if case .entry = item { missing -= 1 }
    }
    return cursor
  }
}
