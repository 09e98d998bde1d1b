import CallJournal
import DequeModule
import Synchronization

/// The last requests in the order in which the board took them, for those who follow it: whoever is
/// slower than it is long has lost the thread.
struct CallbackTape: Sendable {
  private var entries: Deque<TapeEntry> = []
  private var bytes = 0
  /// How many have left it.
  private var passed = 0

  private static let maximumEntries = 20_000
  private static let maximumBytes = 32 << 20

  /// Behind the last one.
  var end: Int { passed + entries.count }

  /// Of the last request; nil where there is none.
  var lastSequence: UInt64? { entries.last?.sequence }

  mutating func append(_ entry: JournalEntry) {
    let entry = TapeEntry(entry)
    entries.append(entry)
    bytes += entry.size
    while entries.count > Self.maximumEntries || bytes > Self.maximumBytes,
      let first = entries.popFirst()
    {
      bytes -= first.size
      passed += 1
    }
  }

  /// Those from `position` on, up to a number; nil where some of them have left it.
  func slice(from position: Int, atMost count: Int) -> [TapeEntry]? {
    guard position >= passed else { return nil }
    return Array(entries.dropFirst(position - passed).prefix(count))
  }

  /// Behind the one with this sequence; nil where it is not on the tape.
  func position(behind sequence: UInt64) -> Int? {
    // Sequences only grow, or stay.
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].sequence > sequence { high = middle } else { low = middle + 1 }
    }
    return low > 0 && entries[low - 1].sequence == sequence ? passed + low : nil
  }
}

/// A request on the tape. Its line is written by the first who reads it, for all.
package final class TapeEntry: Sendable {
  private enum Form {
    case entry(JournalEntry)
    case line([UInt8])
  }

  package let sequence: UInt64
  /// In bytes; a little more than its texts, for what is around them.
  let size: Int
  private let form: Mutex<Form>

  init(_ entry: JournalEntry) {
    sequence = entry.sequence
    size = entry.raw.body.count + entry.raw.target.utf8.count + 256
    form = Mutex(.entry(entry))
  }

  /// The line of the journal, with its line feed.
  package var line: [UInt8] {
    form.withLock { form in
      switch form {
      case .line(let line): return line
      case .entry(let entry):
        let line = entry.line
        form = .line(line)
        return line
      }
    }
  }
}
