import Monitoring

/// What is sent to one who follows the board: the past, then what comes, as Server-Sent Events
/// (https://html.spec.whatwg.org/multipage/server-sent-events.html). A value that waits for nothing.
struct CallbackFeed {
  /// What is to be sent next.
  enum Chunk: Hashable {
    case bytes([UInt8])
    /// There is nothing at present.
    case nothing
    /// He was too slow: this is the last he gets.
    case lost([UInt8])
  }

  /// Keeps a connection in use.
  static let heartbeat = Array(": \n\n".utf8)
  /// So much at once, about.
  private static let bytes = 32_768
  private static let entries = 128

  private let monitor: CallMonitor
  private var past: ArraySlice<CallMonitor.PastCallback>
  private var position: Int
  private var opening: [UInt8]

  init(_ monitor: CallMonitor, _ beginning: CallMonitor.Beginning) {
    self.monitor = monitor
    past = beginning.past[...]
    position = beginning.position
    opening = beginning.isAfresh ? Self.afresh : Self.heartbeat
  }

  private static let afresh = Array("event: afresh\ndata: {}\n\n".utf8)

  mutating func next() -> Chunk {
    var chunk = opening
    opening = []
    while chunk.count < Self.bytes, let callback = past.popFirst() {
      for entry in callback.entries { Self.append(entry, to: &chunk) }
    }
    if past.isEmpty, chunk.count < Self.bytes {
      guard let next = monitor.follow(from: position, atMost: Self.entries) else {
        return .lost(chunk + Self.afresh)
      }
      for entry in next.entries { Self.append(entry, to: &chunk) }
      position = next.position
    }
    return chunk.isEmpty ? .nothing : .bytes(chunk)
  }

  private static func append(_ entry: JournalEntry, to chunk: inout [UInt8]) {
    chunk += "id: \(entry.sequence)\ndata: ".utf8
    // The line ends with its own line feed; an empty line ends the event.
    chunk += entry.line
    chunk.append(UInt8(ascii: "\n"))
  }
}
