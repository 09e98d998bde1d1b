import CallModel
import ListenerTesting
import NIOCore
import NIOEmbedded
import Testing

@testable import MonitorHTTP
@testable import Monitoring

struct AnswerWriterTests {
  private let monitor = TestFloor.monitor()
  private let channel = NIOAsyncTestingChannel()

  /// Connected, with 400 calls to be told.
  private func begin() async throws {
    for number in 0..<400 { TestFloor.send(TestFloor.dial("s\(number)"), to: monitor) }
    let access = AccessControl(key: nil, token: nil)
    let routes = Routes(
      callbacks: CallbackRoute(monitor: monitor, access: access, clock: { TestFloor.now }),
      board: BoardRoutes(monitor: monitor, access: access, country: .india),
      streams: StreamRoute(
        monitor: monitor, access: access,
        identity: ListenerIdentity(zone: "Asia/Kolkata", country: .india),
        clock: { TestFloor.now }),
      limits: ListenerLimits())
    try await channel.testingEventLoop.executeInContext {
      try channel.pipeline.syncOperations.addHandlers(
        RequestDecoding.handler(routes.limits), ConnectionHandler(routes))
    }
    try await channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).get()
  }

  private func request(_ line: String) async throws {
    try await channel.writeInbound(ByteBuffer(string: line + "\r\nHost: localhost\r\n\r\n"))
  }

  private func next() async throws -> String {
    String(buffer: try await channel.waitForOutboundWrite(as: ByteBuffer.self))
  }

  private func end() async throws { _ = try? await channel.finish(acceptAlreadyClosed: true) }

  @Test func `a long answer comes as chunks, and another request may follow`() async throws {
    try await begin()
    try await request("GET /v1/calls?limit=400 HTTP/1.1")
    #expect(try await next().contains("\r\nTransfer-Encoding: chunked\r\n\r\n"))
    var text = try await next()
    while !text.hasSuffix("\r\n0\r\n\r\n") { text += try await next() }
    #expect(text.contains("\"total\":400,\"cursor\":null}"))
    try await request("GET /healthz HTTP/1.1")
    #expect(try await next().hasPrefix("HTTP/1.1 200 OK"))
    try await end()
  }

  @Test func `HTTP 1.0 is told the end by the connection, HEAD has no body`() async throws {
    try await begin()
    try await request("HEAD /v1/calls?limit=400 HTTP/1.1")
    #expect(try await next().contains("\r\nTransfer-Encoding: chunked\r\n\r\n"))
    try await request("GET /v1/calls?limit=400 HTTP/1.0\r\nConnection: keep-alive")
    let head = try await next()
    #expect(head.contains("\r\nConnection: close\r\n") && !head.contains("chunked"))
    var text = ""
    while !text.hasSuffix("\"cursor\":null}") { text += try await next() }
    #expect(text.hasPrefix("{\"calls\":[{\"sid\":"))
    try await end()
  }

  @Test func `who reads nothing gets no second piece, and is let go after 30 s`() throws {
    for number in 0..<400 { TestFloor.send(TestFloor.dial("s\(number)"), to: monitor) }
    let channel = EmbeddedChannel()
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    let found = CallSearch.Result(sids: (0..<400).map { "s\($0)" }, total: 400)
    var list = ListBody(monitor, calls: found, of: CallQuery())
    let first = list.next()
    channel.isWritable = false
    let writer = AnswerWriter(list, after: first, to: channel, isChunked: true) {
      Issue.record("it is not over")
    }
    for _ in 0..<5 { writer.proceed() }
    let piece = try #require(try channel.readOutbound(as: ByteBuffer.self))
    #expect(piece.readableBytes < 40_000)
    #expect(try channel.readOutbound(as: ByteBuffer.self) == nil)
    channel.embeddedEventLoop.advanceTime(by: .milliseconds(29_999))
    #expect(channel.isActive)
    channel.embeddedEventLoop.advanceTime(by: .milliseconds(1))
    #expect(!channel.isActive)
    writer.cancel()
  }
}
