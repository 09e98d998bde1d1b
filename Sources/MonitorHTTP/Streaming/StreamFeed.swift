/// What is sent to one who follows the board, as Server-Sent Events
/// (https://html.spec.whatwg.org/multipage/server-sent-events.html). It waits for nothing.
protocol StreamFeed {
  mutating func next() -> StreamChunk
}

/// What is sent next.
enum StreamChunk: Hashable {
  case bytes([UInt8])
  /// There is nothing at present.
  case nothing
  /// He was too slow: this is the last he gets.
  case lost([UInt8])
}

/// The pieces that streams are made of.
enum StreamText {
  /// Keeps a connection in use.
  static let heartbeat = Array(": \n\n".utf8)
  /// All that the reader has is to be forgotten.
  static let afresh = Array("event: afresh\ndata: {}\n\n".utf8)
  /// A note for those who know it; to all others a sign of life.
  static func comment(_ name: String, _ json: [UInt8] = []) -> [UInt8] {
    Array(": \(name) ".utf8) + json + Array("\n\n".utf8)
  }

  /// From here on events come when they happen; the reader has all up to that one.
  static func live(_ sequence: UInt64?) -> [UInt8] {
    guard let sequence else { return comment("live") }
    return Array("id: \(sequence)\n\n".utf8) + comment("live", Array("\(sequence)".utf8))
  }

  /// `json` holds no line feed.
  static func event(_ name: String, id: String? = nil, _ json: [UInt8]) -> [UInt8] {
    let head = (id.map { "id: \($0)\n" } ?? "") + "event: \(name)\ndata: "
    return Array(head.utf8) + json + Array("\n\n".utf8)
  }
}
