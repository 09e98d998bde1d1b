import CallJournal
import Monitoring

/// The raw callbacks: who listens, what is known of the account, the past, then what comes.
struct CallbackFeed: StreamFeed {
  /// About how many bytes are written at once.
  private static let bytes = 32_768
  private static let entries = 128

  private let monitor: CallMonitor
  private var past: CallMonitor.Past?
  /// Of the callbacks of the past those whose turn it is.
  private var taken: ArraySlice<CallMonitor.PastCallback> = []
  /// Of the callback of the past whose turn it is, as often as it came.
  private var repeats: ArraySlice<JournalEntry> = []
  private var position: Int
  /// Up to where the reader has what is known of the account: all of it first, then what is learned.
  private var factPosition = 0
  /// The last that the reader has.
  private var sequence: UInt64?
  private var opening: [UInt8]
  private var isLive = false

  /// `greeting` is sent first.
  init(_ monitor: CallMonitor, _ beginning: CallMonitor.Beginning, greeting: [UInt8]) {
    self.monitor = monitor
    (past, position, sequence) = (beginning.past, beginning.position, beginning.sequence)
    opening = greeting + (beginning.isRestart ? StreamText.restart : [])
  }

  var needsMaking: Bool { past != nil }

  mutating func next() -> StreamChunk {
    var chunk = opening
    opening = []
    addFacts(to: &chunk)
    addPast(to: &chunk)
    if past == nil, chunk.count < Self.bytes {
      guard addNews(to: &chunk) else { return .lost(chunk + StreamText.restart) }
    }
    return chunk.isEmpty ? .nothing : .bytes(chunk)
  }

  private mutating func addFacts(to chunk: inout [UInt8]) {
    while chunk.count < Self.bytes {
      let (facts, next) = monitor.facts(from: factPosition, atMost: Self.entries)
      guard !facts.isEmpty else { return }
      for fact in facts { if let line = fact.line { chunk += StreamText.fact(line) } }
      factPosition = next
    }
  }

  private mutating func addPast(to chunk: inout [UInt8]) {
    while chunk.count < Self.bytes {
      if let entry = repeats.popFirst() {
        Self.append(entry.sequence, entry.line, to: &chunk)
      } else if let callback = taken.popFirst() {
        repeats = callback.entries[...]
      } else if var rest = past, !rest.isAtEnd {
        taken = monitor.takePast(&rest)[...]
        past = rest
      } else {
        past = nil
        return
      }
    }
  }

  /// False where some of it is not known any more.
  private mutating func addNews(to chunk: inout [UInt8]) -> Bool {
    guard let next = monitor.follow(from: position, atMost: Self.entries) else { return false }
    for entry in next.entries {
      guard chunk.count < Self.bytes else { return true }
      Self.append(entry.sequence, entry.line, to: &chunk)
      (position, sequence) = (position + 1, entry.sequence)
    }
    if !isLive, next.entries.count < Self.entries {
      isLive = true
      chunk += StreamText.live(sequence)
    }
    return true
  }

  private static func append(_ sequence: UInt64, _ line: [UInt8], to chunk: inout [UInt8]) {
    chunk += "id: \(sequence)\ndata: ".utf8
    // The line ends with its own line feed; an empty line ends the event.
    chunk += line
    chunk.append(UInt8(ascii: "\n"))
  }
}
