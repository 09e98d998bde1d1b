import CallModel
import NIOCore
import NIOPosix
import Testing

@testable import MonitorHTTP

/// Asking a listener, and what is said where that fails.
struct BoardClientTests {
  private static func url(_ server: MonitorServer) -> String { "http://127.0.0.1:\(server.port)" }

  /// What a question to that URL ends with; nil where it is answered.
  private func failure(
    _ url: String, token: String? = nil, _ path: String = "/v1/summary"
  ) async throws -> BoardClientError? {
    let client = try BoardClient(url, token: token)
    var failure: BoardClientError?
    do throws(BoardClientError) {
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
    #expect(throws: BoardClientError.badURL(url)) { try BoardClient(url, token: nil) }
  }

  @Test func `the listener greets with its rules`() async throws {
    try await TestFloor.serving { server in
      let client = try BoardClient(Self.url(server), token: nil)
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
    let stranger = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .childChannelInitializer { client in
        client.eventLoop.makeCompletedFuture {
          try client.pipeline.syncOperations.addHandler(Stranger(status))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let url = "http://127.0.0.1:\(stranger.localAddress?.port ?? 0)"
    #expect(
      try await failure(url)
        == (isProxy
          ? .unreachable(url, "a proxy before it answers \(status)")
          : .strange(url, "its answer is \(status)")))
    try await stranger.close()
  }

  /// Gives the same answer to whatever is asked.
  private final class Stranger: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let status: Int

    init(_ status: Int) { self.status = status }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let answer = ByteBuffer(string: "HTTP/1.1 \(status) X\r\nContent-Length: 2\r\n\r\nno")
      context.writeAndFlush(NIOAny(answer), promise: nil)
    }
  }
}
