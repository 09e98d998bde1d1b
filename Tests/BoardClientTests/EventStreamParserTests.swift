import Testing

@testable import BoardClient

struct EventStreamParserTests {
  private func events(_ pieces: [String]) throws -> [EventStreamParser.Event] {
    var parser = EventStreamParser()
    return try pieces.flatMap { try parser.take($0.utf8) }
  }

  private static let stream =
    ": \n\nid: 7\ndata: {\"a\":1}\n\n: live {\"b\":2}\n\nevent: restart\r\ndata: {}\r\n\r\n: \n\nretry: 5\ndata:x\ndata: y\n\n"

  private static let expected: [EventStreamParser.Event] = [
    .init(name: ":"), .init(id: "7", data: Array("{\"a\":1}".utf8)),
    .init(name: ":live", data: Array("{\"b\":2}".utf8)),
    .init(name: "restart", data: Array("{}".utf8)), .init(name: ":"),
    .init(data: Array("x\ny".utf8)),
  ]

  @Test func `events are the same wherever the bytes are cut`() throws {
    #expect(try events([Self.stream]) == Self.expected)
    for place in 1..<Self.stream.utf8.count {
      let bytes = Array(Self.stream.utf8)
      let pieces = [bytes[..<place], bytes[place...]].map { String(decoding: $0, as: UTF8.self) }
      #expect(try events(pieces) == Self.expected, "cut at \(place)")
    }
    #expect(try events(Self.stream.map { String($0) }) == Self.expected)
  }

  @Test func `half an event is none, and no line may go on for ever`() throws {
    #expect(try events(["id: 7\ndata: {}\n"]).isEmpty)
    let line = String(repeating: "x", count: 1 << 20)
    #expect(throws: EventStreamParser.TooLong.self) {
      _ = try events(Array(repeating: line, count: 9))
    }
  }
}
