import NIOCore
import NIOHTTP1
import Testing

@testable import MonitorHTTP

@Suite struct RequestAssemblerTests {
  private var assembler = RequestAssembler(limits: ListenerLimits())

  private func head(_ headers: HTTPHeaders = [:], uri: String = "/exotel") -> HTTPServerRequestPart
  {
    .head(HTTPRequestHead(version: .http1_1, method: .POST, uri: uri, headers: headers))
  }

  private mutating func step(_ parts: HTTPServerRequestPart...) -> String {
    for part in parts { assembler.take(part) }
    switch assembler.next() {
    case .needsMore: return "needs more"
    case .awaitsContinue: return "awaits continue"
    case .request(let head, let body):
      return "\(head.target) \(String(decoding: body, as: UTF8.self))"
    case .tooLarge(_, let body): return "too large after \(body.count)"
    case .failed(let error, let head): return "\(error) \(head?.target ?? "nothing")"
    }
  }

  private func body(_ text: String) -> HTTPServerRequestPart { .body(ByteBuffer(string: text)) }

  @Test mutating func `parts make a request once its end has come`() {
    #expect(step(head(), body("a")) == "needs more")
    #expect(!assembler.isBetweenRequests)
    #expect(step(body("b"), .end(nil), head(uri: "/next")) == "/exotel ab")
    #expect(step(.end(nil)) == "/next ")
    #expect(assembler.isBetweenRequests)
  }

  @Test mutating func `a body is refused where it is announced, or grows, too large`() {
    #expect(step(head(["Content-Length": "65537"])) == "too large after 0")
    assembler = RequestAssembler(limits: ListenerLimits())
    let much = String(repeating: "x", count: 65_537)
    #expect(step(head(), body(much)) == "too large after 65537")
    #expect(step(.end(nil), head(), .end(nil)) == "needs more")
  }

  @Test mutating func `heads that are too large or ambiguous are refused`() {
    let long = String(repeating: "x", count: 17_000)
    for (headers, uri, word) in [
      (["A": long], "/exotel", "headersTooLarge"), ([:], "/" + long, "targetTooLong"),
      (["Content-Length": "1", "Transfer-Encoding": "chunked"], "/exotel", "malformed"),
    ] as [(HTTPHeaders, String, String)] {
      assembler = RequestAssembler(limits: ListenerLimits())
      #expect(step(head(headers, uri: uri)).hasPrefix(word))
    }
  }

  @Test mutating func `who expects to be asked for the body is asked`() {
    #expect(step(head(["Expect": "100-continue", "Content-Length": "1"])) == "awaits continue")
    #expect(step(body("a"), .end(nil)) == "/exotel a")
  }

  @Test mutating func `what came before the fault is dealt with first`() {
    assembler.fail(.malformed("x"))
    #expect(step(head(), .end(nil)) == "/exotel ")
    #expect(step() == "malformed(\"x\") nothing")
    #expect(step() == "needs more")
  }
}
