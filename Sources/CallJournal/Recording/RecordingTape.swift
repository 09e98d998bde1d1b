import CallModel

/// Reads the entries of a recording one by one, from any of them on.
package struct RecordingTape: ~Copyable {
  private let index: RecordingIndex
  private var cursor: JournalCursor

  package init(_ index: RecordingIndex) {
    self.index = index
    cursor = JournalCursor(index.days)
  }

  /// Goes to where the next entry is this one.
  package mutating func wind(to entry: Int) throws(JournalError) {
    cursor = try index.cursor(at: entry)
  }

  /// The next entry that the index counts; nil for one that cannot be read after all.
  package mutating func next() throws(JournalError) -> JournalEntry? {
    while let item = try cursor.next(Self.read) {
      if case .entry(let entry) = item { return entry }
    }
    return nil
  }

  private static func read(
    _ line: ArraySlice<UInt8>
  ) throws(JournalLineError) -> JournalEntry? {
    do throws(JournalLineError) {
      return try JournalEntry(line: line)
    } catch {
      _ = try JournalEntry.arrival(line: line)
      return nil
    }
  }
}
