import CallModel
import Foundation

/// Reads a journal in the order in which it was written, holding one entry at a time.
package struct JournalReader: Sendable {
  package enum Item: Sendable {
    case entry(JournalEntry)
    /// A line that is lost; the others are not.
    case damaged(JournalDamage)
  }

  /// How far the reading is.
  package struct Progress: Sendable {
    package var day: JournalFolder.Day
    package var entries: Int
    package var bytes: Int
    package var totalBytes: Int
  }

  /// In their order.
  package let days: [JournalFolder.Day]

  package init(days: [JournalFolder.Day]) { self.days = days }

  /// Hands out every line until `body` wants no more, which it says by false.
  ///
  /// - Throws: ``JournalError/newer(path:line:format:)`` at the first line of a newer format.
  package func forEach(
    progress: (Progress) -> Void = { _ in }, _ body: (Item) throws(JournalError) -> Bool
  ) throws(JournalError) {
    var state = Progress(
      day: JournalFolder.Day(name: "", path: "", isCompressed: false, bytes: 0), entries: 0,
      bytes: 0, totalBytes: days.reduce(0) { $0 + $1.bytes })
    for day in days {
      state.day = day
      let before = state.bytes
      let goesOn = try forEach(in: day) { item, offset throws(JournalError) in
        state.entries += 1
        state.bytes = before + offset
        if state.entries.isMultiple(of: 1_000) { progress(state) }
        return try body(item)
      }
      state.bytes = before + day.bytes
      guard goesOn else { return }
    }
  }

  /// False when `body` wanted no more.
  private func forEach(
    in day: JournalFolder.Day, _ body: (Item, Int) throws(JournalError) -> Bool
  ) throws(JournalError) -> Bool {
    var reader: LineReader
    do throws(JournalError) {
      guard let opened = try Self.open(day) else { return true }
      reader = opened
    } catch {
      let damage = JournalDamage(path: day.path, line: 1, reason: error.headline, isTorn: false)
      return try body(.damaged(damage), 0)
    }
    var number = 0
    while let line = reader.next() {
      number += 1
      guard try body(try Self.item(line, day, number), reader.offset) else { return false }
    }
    return true
  }

  /// Nil for a day that has been removed since the folder was looked at; one that has been
  /// compressed since then is read all the same.
  private static func open(_ day: JournalFolder.Day) throws(JournalError) -> LineReader? {
    for path in [day.path, day.path + ".gz"] where access(path, F_OK) == 0 {
      return try LineReader(path: path)
    }
    return nil
  }

  private static func item(
    _ line: LineReader.Line, _ day: JournalFolder.Day, _ number: Int
  ) throws(JournalError) -> Item {
    func damaged(_ reason: String, isTorn: Bool = false) -> Item {
      .damaged(JournalDamage(path: day.path, line: number, reason: reason, isTorn: isTorn))
    }
    let bytes: ArraySlice<UInt8>
    switch line {
    case .whole(let line): bytes = line
    case .unfinished(let line): bytes = line
    case .tooLong: return damaged("it is longer than any line that was written")
    case .unreadable(let reason): return damaged("the rest of the file is lost: \(reason)")
    }
    do throws(JournalLineError) {
      return .entry(try JournalEntry(line: bytes))
    } catch {
      switch error {
      case .newer(let format): throw .newer(path: day.path, line: number, format: format)
      case .damaged(let reason):
        if case .unfinished = line { return damaged("it was not written to its end", isTorn: true) }
        return damaged(reason)
      }
    }
  }
}

/// A line of a journal that cannot be read.
package struct JournalDamage: Hashable, Sendable, CustomStringConvertible {
  package var path: String
  /// From 1.
  package var line: Int
  package var reason: String
  /// The last line of a file, not written to its end: nobody was told that it is kept.
  package var isTorn: Bool

  package var description: String { "\(path), line \(line): \(reason)" }
}
