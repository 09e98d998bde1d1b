import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import MonitorHTTP

/// Bytes through NIO's decoder and the assembler, without a connection.
struct RequestAssemblerTests {
  /// Gathers the parts, and passes on that they ended in an error.
  private final class Gathering: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart

    private(set) var assembler: RequestAssembler

    init(_ limits: ListenerLimits) { assembler = RequestAssembler(limits: limits) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      assembler.take(unwrapInboundIn(data))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      if let error = error as? HTTPParserError { assembler.fail(RequestError(error)) }
    }
  }

  /// What the texts, each in a read of its own, come to.
  private func steps(_ reads: String..., limits: ListenerLimits = ListenerLimits()) throws
    -> [String]
  {
    let gathering = Gathering(limits)
    let channel = EmbeddedChannel()
    try channel.pipeline.syncOperations.addHandlers(RequestDecoding.handler(limits), gathering)
    for read in reads { try channel.writeInbound(ByteBuffer(string: read)) }
    var assembler = gathering.assembler
    var steps: [String] = []
    while let step = Self.text(of: assembler.next()) { steps.append(step) }
    return steps
  }

  private static func text(of step: RequestAssembler.Step) -> String? {
    switch step {
    case .needsMore: nil
    case .awaitsContinue(let head): "continue \(head.target)"
    case .request(let head, let body):
      "\(head.method) \(head.target) \(String(decoding: body, as: UTF8.self))"
    case .tooLarge(let head, let body): "too large \(head.target) \(body.count)"
    case .failed(.unmetExpectation, let head): "expectation \(head?.target ?? "?")"
    case .failed(.malformed, let head): "malformed \(head?.target ?? "?")"
    case .failed(.unknownMethod(let method), _): "unknown \(method)"
    case .failed(.targetTooLong, let head): "target \(head?.target.utf8.count ?? 0)"
    case .failed(.headersTooLarge, let head): "headers \(head?.target ?? "?")"
    }
  }

  @Test func `requests come whole and in their order`() throws {
    let steps = try steps(
      "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\nPOST /b HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nab",
      "cd",
      "PUT /c HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n2\r\nyz\r\n0\r\nT: 1\r\n\r\n"
    )
    #expect(steps == ["GET /a ", "POST /b abcd", "PUT /c xyz"])
  }

  @Test func `what came before the fault is served`() throws {
    #expect(
      try steps("GET /a HTTP/1.1\r\nHost: localhost\r\n\r\nhello\r\n\r\n") == [
        "GET /a ", "malformed ?",
      ])
    let chunked = "POST /b HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
    #expect(try steps(chunked + "x\r\n") == ["malformed /b"])
  }

  @Test(arguments: [
    "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n",
    "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n",
    "Content-Length: 1\r\nContent-Length: 2\r\n", "Content-Length: 1\r\nContent-Length: 1\r\n",
    "Content-Length: 1, 2\r\n", "Content-Length: -1\r\n", "Content-Length: +1\r\n",
    "Content-Length: 99999999999999999999\r\n", "Transfer-Encoding: chunked, gzip\r\n",
    "Transfer-Encoding: gzip\r\n", "A : b\r\n", "A\r\n", ": b\r\n", "A: \u{1}\r\n",
  ])
  func `a length that is not plain, or no header, is refused`(_ headers: String) throws {
    let steps = try steps("POST /a HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\nxxxx")
    #expect(steps.first?.hasPrefix("malformed") == true && steps.count == 1)
  }

  @Test func `a body of the limit is taken, one byte more is not`() throws {
    var limits = ListenerLimits()
    limits.maximumBodyBytes = 4
    let post = "POST /a HTTP/1.1\r\nHost: localhost\r\n"
    let chunked = post + "Transfer-Encoding: chunked\r\n\r\n"
    #expect(try steps(post + "Content-Length: 4\r\n\r\nabcd", limits: limits) == ["POST /a abcd"])
    #expect(try steps(post + "Content-Length: 5\r\n\r\n", limits: limits) == ["too large /a 0"])
    #expect(try steps(chunked + "4\r\nabcd\r\n0\r\n\r\n", limits: limits) == ["POST /a abcd"])
    #expect(try steps(chunked + "4\r\nabcd\r\n1\r\nx", limits: limits) == ["too large /a 5"])
  }

  @Test func `target and headers of the limit are taken, one byte more is not`() throws {
    var limits = ListenerLimits()
    limits.maximumTargetBytes = 4
    // Those of the Host as well.
    limits.maximumHeaderBytes = 10 + 17
    #expect(
      try steps("GET /abc HTTP/1.1\r\nHost: localhost\r\nA: 12345\r\n\r\n", limits: limits) == [
        "GET /abc "
      ])
    #expect(
      try steps("GET /abcd HTTP/1.1\r\nHost: localhost\r\n\r\n", limits: limits) == ["target 5"])
    #expect(
      try steps("GET /a HTTP/1.1\r\nHost: localhost\r\nA: 123456\r\n\r\n", limits: limits) == [
        "headers /a"
      ])
    let two = "GET /a HTTP/1.1\r\nHost: localhost\r\nA: 1\r\nB: 1\r\n\r\n"
    #expect(try steps(two, limits: limits) == ["headers /a"])
  }

  @Test func `what is far too large is refused before its end`() throws {
    let long = String(repeating: "x", count: 40_000)
    #expect(try steps("GET /" + long) == ["headers ?"])
    #expect(try steps("GET / HTTP/1.1\r\nHost: localhost\r\nA: " + long) == ["headers ?"])
    let short = String(repeating: "A: " + long.prefix(16_000) + "\r\n", count: 5)
    #expect(try steps("GET / HTTP/1.1\r\nHost: localhost\r\n" + short) == ["headers ?"])
  }

  @Test func `many small headers are taken`() throws {
    let headers = String(repeating: "A: 1\r\n", count: 2_000)
    #expect(try steps("GET / HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n") == ["GET / "])
  }

  @Test(arguments: ["65537", "9223372036854775807", "18446744073709551615"])
  func `a length is too large at once, whatever it is`(_ length: String) throws {
    let head = "POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(length)\r\n\r\n"
    #expect(try steps(head) == ["too large /a 0"])
  }

  @Test func `there is one Host, and HTTP 1.0 may do without`() throws {
    for hosts in ["", "Host: a\r\nHost: a\r\n", "Host: a b\r\n", "Host:\r\n", "Host: u@a\r\n"] {
      #expect(try steps("GET /a HTTP/1.1\r\n" + hosts + "\r\n") == ["malformed /a"], "\(hosts)")
    }
    #expect(try steps("GET /a HTTP/1.0\r\n\r\n") == ["GET /a "])
    #expect(try steps("GET /a HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n") == ["malformed /a"])
    #expect(try steps("GET /a HTTP/1.1\r\nhOsT: [::1]:80\r\n\r\n") == ["GET /a "])
  }

  @Test(arguments: ["ftp://localhost/a", "ws://localhost/a", "a", "http:///a", "http://u:p@h/a"])
  func `a target of another kind is refused`(_ target: String) throws {
    let head = "GET \(target) HTTP/1.1\r\nHost: localhost\r\n\r\n"
    #expect(try steps(head).first?.hasPrefix("malformed") == true)
  }

  @Test(arguments: ["cake", "100-continue, cake", "100-continue\r\nExpect: cake"])
  func `what else is expected is refused`(_ expected: String) throws {
    let head = "POST /a HTTP/1.1\r\nHost: a\r\nExpect: \(expected)\r\nContent-Length: 2\r\n\r\n"
    #expect(try steps(head) == ["expectation /a"])
    #expect(try steps(head.replacing("HTTP/1.1", with: "HTTP/1.0") + "ab") == ["POST /a ab"])
  }

  @Test func `who waits to be asked for the body is asked, and only then`() throws {
    let head =
      "POST /a HTTP/1.1\r\nHost: localhost\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n"
    #expect(try steps(head) == ["continue /a"])
    #expect(try steps(head + "ab") == ["POST /a ab"])
    let old = head.replacing("HTTP/1.1", with: "HTTP/1.0")
    #expect(try steps(old) == [])
  }
}
