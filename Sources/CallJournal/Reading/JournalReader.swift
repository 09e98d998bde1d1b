import CallModel

/// Reads a journal in the order in which it was written, holding one entry at a time.
package struct JournalReader: Sendable {
  package typealias Item = JournalItem<JournalEntry>

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
    var cursor = JournalCursor(days)
    let totalBytes = days.reduce(0) { $0 + $1.bytes }
    var entries = 0
    while let item = try cursor.next(Self.entry) {
      entries += 1
      if entries.isMultiple(of: 1_000), let day = cursor.day {
        progress(
          Progress(day: day, entries: entries, bytes: cursor.bytes(), totalBytes: totalBytes))
      }
      guard try body(item) else { return }
    }
  }

  private static func entry(
    _ line: ArraySlice<UInt8>
  ) throws(JournalLineError) -> JournalEntry { try JournalEntry(line: line) }

  /// The facts of the account that stand among the entries, as in a recording, wherever they stand.
  /// `country`: by whose dialing rules addresses are read.
  package func facts(country: Country) throws(JournalError) -> [AccountFact] {
    var cursor = JournalCursor(days)
    var facts: [AccountFact] = []
    while let item = try cursor.next({ AccountFact(line: $0, country: country) }) {
      if case .entry(let fact?) = item { facts.append(fact) }
    }
    return facts
  }
}
