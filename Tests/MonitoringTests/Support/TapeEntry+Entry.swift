import CallJournal
import Monitoring

extension TapeEntry {
  /// What its line tells.
  var entry: JournalEntry {
    get throws { try JournalEntry(line: line.dropLast()) }
  }
}
