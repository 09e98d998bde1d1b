import DequeModule

/// The last requests in the order in which the board took them, for those who follow it: whoever is
/// slower than it is long has lost the thread.
struct CallbackTape: Sendable {
  private var entries: Deque<JournalEntry> = []
  private var bytes = 0
  /// How many have left it.
  private var passed = 0

  private static let maximumEntries = 20_000
  private static let maximumBytes = 32 << 20

  /// Behind the last one.
  var end: Int { passed + entries.count }

  mutating func append(_ entry: JournalEntry) {
    entries.append(entry)
    bytes += entry.size
    while entries.count > Self.maximumEntries || bytes > Self.maximumBytes,
      let first = entries.popFirst()
    {
      bytes -= first.size
      passed += 1
    }
  }

  /// Those from `position` on, so many at most; nil where some of them have left it.
  func slice(from position: Int, atMost count: Int) -> ArraySlice<JournalEntry>? {
    guard position >= passed else { return nil }
    return ArraySlice(entries.dropFirst(position - passed).prefix(count))
  }

  /// Behind the one with this sequence; nil where it is not on the tape.
  func position(behind sequence: UInt64) -> Int? {
    entries.lastIndex { $0.sequence == sequence }.map { passed + $0 + 1 }
  }
}

extension JournalEntry {
  /// In bytes; a little more than its texts, for what is around them.
  fileprivate var size: Int { raw.body.count + raw.target.utf8.count + 256 }
}
