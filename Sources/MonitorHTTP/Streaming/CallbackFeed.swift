import Monitoring

/// The raw callbacks: who listens, the past, then what comes.
struct CallbackFeed: StreamFeed, Sendable {
  /// So much at once, about.
  private static let bytes = 32_768
  private static let entries = 128

  private let monitor: CallMonitor
  private var past: ArraySlice<CallMonitor.PastCallback>
  private var position: Int
  private var opening: [UInt8]
  private var isLive = false

  /// `greeting` is sent first.
  init(_ monitor: CallMonitor, _ beginning: CallMonitor.Beginning, greeting: [UInt8]) {
    self.monitor = monitor
    past = beginning.past[...]
    position = beginning.position
    opening = greeting + (beginning.isAfresh ? StreamText.afresh : [])
  }

  mutating func next() -> StreamChunk {
    var chunk = opening
    opening = []
    while chunk.count < Self.bytes, let callback = past.popFirst() {
      for entry in callback.entries { Self.append(entry.sequence, entry.line, to: &chunk) }
    }
    if past.isEmpty, chunk.count < Self.bytes {
      guard let next = monitor.follow(from: position, atMost: Self.entries) else {
        return .lost(chunk + StreamText.afresh)
      }
      for entry in next.entries { Self.append(entry.sequence, entry.line, to: &chunk) }
      position = next.position
      if !isLive, next.entries.count < Self.entries {
        isLive = true
        chunk += StreamText.live
      }
    }
    return chunk.isEmpty ? .nothing : .bytes(chunk)
  }

  private static func append(_ sequence: UInt64, _ line: [UInt8], to chunk: inout [UInt8]) {
    chunk += "id: \(sequence)\ndata: ".utf8
    // The line ends with its own line feed; an empty line ends the event.
    chunk += line
    chunk.append(UInt8(ascii: "\n"))
  }
}
