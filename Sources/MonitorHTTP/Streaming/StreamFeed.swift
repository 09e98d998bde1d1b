/// What is sent to one who follows the board, as Server-Sent Events
/// (https://html.spec.whatwg.org/multipage/server-sent-events.html). It waits for nothing.
protocol StreamFeed: Sendable {
  /// True while what is next has to be made first: that is not done where connections are served.
  var needsMaking: Bool { get }

  mutating func next() -> StreamChunk
}

/// What is sent next.
enum StreamChunk: Hashable {
  case bytes([UInt8])
  /// There is nothing at present.
  case nothing
  /// The reader was too slow: this is the last they get.
  case lost([UInt8])
}

/// The pieces that streams are made of.
enum StreamText {
  /// Keeps a connection in use; it may stand between any two lines.
  static let heartbeat = Array(": \n".utf8)
  /// All that the reader has is to be forgotten.
  static let restart = Array("event: restart\ndata: {}\n\n".utf8)
  /// From here on events come when they happen; the reader has all up to that one.
  static func live(_ sequence: UInt64?) -> [UInt8] {
    let number = sequence.map { "\($0)" }
    return event("live", id: number, Array("{\"sequence\":\(number ?? "null")}".utf8))
  }

  /// What is known of the account beyond single calls; `line` ends with its line feed.
  static func fact(_ line: [UInt8]) -> [UInt8] {
    Array("event: fact\ndata: ".utf8) + line + [UInt8(ascii: "\n")]
  }

  /// `json` holds no line feed.
  static func event(_ name: String, id: String? = nil, _ json: [UInt8]) -> [UInt8] {
    let head = (id.map { "id: \($0)\n" } ?? "") + "event: \(name)\ndata: "
    return Array(head.utf8) + json + Array("\n\n".utf8)
  }
}
