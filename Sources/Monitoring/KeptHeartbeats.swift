import CallJournal
import CallModel
import DequeModule

/// The last heartbeats as they arrived, for those who follow the board: what is said of the lines is
/// made of several.
struct KeptHeartbeats: Sendable {
  private var kept: Deque<JournalEntry> = []
  private var bytes = 0

  private static let maximumCount = 2_000
  private static let maximumBytes = 16 << 20

  var entries: [JournalEntry] { Array(kept) }

  mutating func append(_ request: CallbackRequest, _ sequence: UInt64) {
    // What came again is kept again: the followers' counts are those of the listener.
    let entry = request.entry().numbered(sequence)
    kept.append(entry)
    bytes += entry.raw.body.count
    while kept.count > Self.maximumCount || bytes > Self.maximumBytes,
      let first = kept.popFirst()
    {
      bytes -= first.raw.body.count
    }
  }
}
