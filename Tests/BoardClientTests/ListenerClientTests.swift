import CallModel
import ListenerTesting
import Testing

@testable import BoardClient
@testable import MonitorHTTP

/// Asking a listener, and what is said where that fails.
struct ListenerClientTests {
  private static func url(_ server: MonitorServer) -> String { "http://127.0.0.1:\(server.port)" }

  /// What a question to that URL ends with; nil where it is answered.
  private func failure(
    _ url: String, token: String? = nil, _ path: String = "/v1/summary"
  ) async throws -> ListenerClientError? {
    let client = try ListenerClient(url, token: token)
    var failure: ListenerClientError?
    do throws(ListenerClientError) {
      _ = try await client.get(path)
    } catch {
      failure = error
    }
    try await client.close()
    return failure
  }

  @Test(arguments: [
    "", "calls.example.com", "ftp://x", "http://", "http://x/?token=y", "http://x:99999",
    "http://x:0",
    "http://user:secret@x",
  ])
  func `what is no URL of a listener is refused`(_ url: String) {
    #expect(throws: ListenerClientError.badURL(url)) { try ListenerClient(url, token: nil) }
  }

  @Test func `the listener greets with its rules`() async throws {
    try await TestFloor.serving { server in
      let client = try ListenerClient(Self.url(server), token: nil)
      let greeting = try await client.greeting()
      #expect(greeting.board.country == "IN" && greeting.clock == TestFloor.now)
      try await client.close()
    }
  }

  @Test func `the token, and what is not there, are told`() async throws {
    try await TestFloor.serving(ListenerSettings(key: "k", token: "t")) { server in
      #expect(try await failure(Self.url(server), token: "t") == nil)
      #expect(try await failure(Self.url(server)) == .unauthorized(Self.url(server)))
      let missing = try await failure(Self.url(server), token: "t", "/v1/calls/none")
      guard case .refused(404, let detail) = missing else {
        Issue.record("not refused: \(String(describing: missing))")
        return
      }
      #expect(detail.contains("none"))
    }
  }

  @Test(arguments: [404: false, 302: false, 502: true])
  func `an answer without a problem document is no listener's`(
    _ status: Int, _ isProxy: Bool
  ) async throws {
    let stranger = try await LyingServer.start(
      Array("HTTP/1.1 \(status) X\r\nContent-Length: 2\r\n\r\nno".utf8))
    let url = stranger.base
    #expect(
      try await failure(url)
        == (isProxy
          ? .unreachable(url, "a proxy before it answers \(status)")
          : .strange(url, "its answer is \(status)")))
    try await stranger.stop()
  }

  /// What a listener that tells lies is told to be.
  private func fault(
    _ first: [UInt8], then rest: [UInt8] = [], _ path: String = "/v1/calls"
  ) async throws -> String {
    let server = try await LyingServer.start(first, then: rest)
    let failure = try await failure(server.base, path)
    try await server.stop()
    return failure?.reason ?? "none"
  }

  private static let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"

  private static func chunk(_ bytes: [UInt8]) -> [UInt8] {
    Array((String(bytes.count, radix: 16) + "\r\n").utf8) + bytes + Array("\r\n".utf8)
  }

  @Test func `100 Continue without end is no answer`() async throws {
    let interim = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)
    #expect(try await fault(interim, then: interim).hasSuffix("100 Continue again and again"))
  }

  @Test func `a list without end is told in words`() async throws {
    let fault = try await fault(
      Array((Self.head + "\r\n").utf8),
      then: Self.chunk(Array(repeating: UInt8(ascii: "["), count: 1 << 20)))
    #expect(fault.hasSuffix("its answer has no end, or more than 65536 KB"))
  }

  @Test func `zeros that were compressed are not unpacked without end`() async throws {
    let gzip = try #require(GzipStream())
    let head = Array((Self.head + "Content-Encoding: gzip\r\n\r\n").utf8)
    let packed = gzip.compress(Array(repeating: 0, count: 32 << 20))
    let fault = try await fault(head + Self.chunk(packed))
    #expect(fault.hasSuffix("what it compressed has no end"))
  }

  @Test func `no more of a refusal is shown than a person reads`() async throws {
    let detail = String(repeating: "long ", count: 1_000)
    let body = "{\"detail\":\"\(detail)\"}"
    let fault = try await fault(
      Array("HTTP/1.1 400 X\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8))
    #expect(fault.hasPrefix("it answers 400: long long") && fault.count < 330)
    #expect(fault.hasSuffix("…"))
  }

  @Test(arguments: [
    ": live 7\n\n", ": \n\n", "event: restart\ndata: {}\n\n", ": hello {}\n\n",
  ])
  func `a stream that does not greet first is none`(_ first: String) async throws {
    let server = try await LyingServer.start(
      Array((Self.head + "\r\n").utf8) + Self.chunk(Array(first.utf8)))
    let client = try ListenerClient(server.base, token: nil)
    await #expect(throws: ListenerClientError.self) { _ = try await client.greeting() }
    try await client.close()
    try await server.stop()
  }

  @Test func `bytes that are no events are no sign of life, and are not read for ever`()
    async throws
  {
    let server = try await LyingServer.start(
      Array((Self.head + "\r\n").utf8), then: Self.chunk(Array("retry: 1\n".utf8)))
    let client = try ListenerClient(server.base, token: nil)
    let error = await #expect(throws: ListenerClientError.self) { _ = try await client.greeting() }
    #expect(error?.reason.contains("no") == true)
    try await client.close()
    try await server.stop()
  }
}
