import CallModel
import Foundation
import ListenerTesting
import Monitoring
import NIOCore
import NIOEmbedded
import Testing

@testable import MonitorHTTP

/// The connection on a clock that tests turn.
struct ConnectionHandlerTests {
  private let monitor = TestFloor.monitor()
  private let channel = EmbeddedChannel()

  init() throws {
    let access = AccessControl(key: nil, token: nil)
    let routes = Routes(
      callbacks: CallbackRoute(monitor: monitor, access: access, clock: { TestFloor.now }),
      board: BoardRoutes(monitor: monitor, access: access, country: .india),
      streams: StreamRoute(
        monitor: monitor, access: access,
        identity: ListenerIdentity(zone: "Asia/Kolkata", country: .india),
        clock: { TestFloor.now }),
      limits: ListenerLimits())
    try channel.pipeline.syncOperations.addHandlers(
      RequestDecoding.handler(routes.limits), ConnectionHandler(routes))
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
  }

  private func receive(_ text: String) throws {
    try channel.writeInbound(ByteBuffer(string: text))
  }

  private func sent() throws -> String {
    var text = ""
    while let buffer = try channel.readOutbound(as: ByteBuffer.self) {
      text += String(buffer: buffer)
    }
    return text
  }

  private func wait(_ time: TimeAmount) { channel.embeddedEventLoop.advanceTime(by: time) }

  private static func get(_ sid: String) -> String {
    "GET \(TestFloor.dial(sid)) HTTP/1.1\r\nHost: localhost\r\n\r\n"
  }
  private static let taken =
    "HTTP/1.1 200 OK\r\nDate: Wed, 06 Apr 2022 05:18:20 GMT\r\nContent-Length: 0\r\n\r\n"

  @Test func `a callback is answered with an empty 200`() throws {
    try receive(Self.get("a"))
    #expect(try sent() == Self.taken)
    #expect(monitor.read { board, _, _ in board.call("a") != nil })
    #expect(channel.isActive)
  }

  @Test func `pipelined callbacks are answered in their order`() throws {
    try receive(Self.get("a") + "GET /exotel HTTP/1.1\r\nHost: localhost\r\n\r\n" + Self.get("b"))
    let answers = try sent().split(separator: "HTTP/1.1 ").map { $0.prefix(3) }
    #expect(answers == ["200", "400", "200"])
  }

  @Test func `who connects and sends nothing is cut after ten seconds`() throws {
    wait(.milliseconds(9_999))
    #expect(channel.isActive)
    wait(.milliseconds(1))
    #expect(!channel.isActive)
  }

  @Test func `a request is cut ten seconds after its first byte, however it trickles`() throws {
    try receive(Self.get("a"))
    wait(.seconds(30))
    try receive("GET /exo")
    for _ in 0..<9 {
      wait(.seconds(1))
      try receive("x")
    }
    wait(.milliseconds(999))
    #expect(channel.isActive)
    wait(.milliseconds(1))
    #expect(!channel.isActive)
  }

  @Test(arguments: ["Content-Length: 90\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n5A\r\n"])
  func `a body that drips is cut ten seconds after its request began`(_ rest: String) throws {
    try receive("POST /exotel HTTP/1.1\r\nHost: localhost\r\n" + rest)
    for _ in 0..<9 {
      wait(.seconds(1))
      try receive("x")
    }
    wait(.milliseconds(999))
    #expect(channel.isActive)
    wait(.milliseconds(1))
    #expect(!channel.isActive)
    #expect(monitor.read { _, wire, _ in wire.rejected } == 0)
  }

  @Test func `a request that begins behind another one has ten seconds too`() throws {
    try receive(
      Self.get("a") + "POST /exotel HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nabc")
    wait(.milliseconds(9_999))
    #expect(channel.isActive)
    wait(.milliseconds(1))
    #expect(!channel.isActive)
  }

  @Test func `an idle connection is cut a minute after its last answer`() throws {
    try receive(Self.get("a"))
    wait(.seconds(59))
    try receive(Self.get("b"))
    wait(.milliseconds(59_999))
    #expect(channel.isActive)
    wait(.milliseconds(1))
    #expect(!channel.isActive)
  }

  @Test func `a peer that does not take its answers gets no more of them, and is cut`() throws {
    setWritable(false)
    try receive(Self.get("a") + Self.get("b"))
    #expect(try sent() == "")
    setWritable(true)
    #expect(try sent() == Self.taken + Self.taken)
    setWritable(false)
    try receive(Self.get("c"))
    wait(.seconds(60))
    #expect(!channel.isActive)
    #expect(monitor.read { board, _, _ in board.call("c") == nil })
  }

  private func setWritable(_ isWritable: Bool) {
    channel.isWritable = isWritable
    channel.pipeline.fireChannelWritabilityChanged()
  }

  @Test func `100 Continue is sent when it is asked for and the request may come`() throws {
    try receive(
      "POST /exotel HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"
    )
    #expect(try sent() == "HTTP/1.1 100 Continue\r\n\r\n")
    try receive("{}")
    #expect(try sent().hasPrefix("HTTP/1.1 400 "))
    try receive(
      "PUT /exotel HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"
    )
    let refused = try sent()
    #expect(refused.hasPrefix("HTTP/1.1 405 ") && refused.contains("Connection: close"))
  }

  @Test func `bytes after the last answer are thrown away`() throws {
    try receive(
      "GET /exotel HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" + Self.get("a"))
    #expect(try sent().hasPrefix("HTTP/1.1 400 "))
    try? receive(Self.get("b"))
    #expect(monitor.read { board, _, _ in board.call("a") == nil && board.call("b") == nil })
  }

  @Test func `what follows bytes that are no request does not cut the answer off`() async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      try client.send("hello\r\n\r\n")
      #expect(try client.answer().status == 400)
      #expect(try client.isAtEnd())
      for _ in 0..<4 {
        try client.send("more")
        try await Task.sleep(for: .milliseconds(50))
      }
    }
  }

  @Test(arguments: [
    "CONNECT /exotel?a=b HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "CONNECT host:80 HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "GET /exotel HTTP/1.1\r\nHost: localhost\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n",
  ])
  func `who asks for another protocol is answered and gets no further`(
    _ request: String
  ) async throws {
    try await TestFloor.serving { server in
      let client = try RawClient(server)
      try client.send(request + Self.get("a"))
      let answer = try client.answer()
      #expect(answer.status >= 400 && answer.headers["connection"] == "close")
      #expect(try client.isAtEnd())
    }
  }

  @Test func `a request that was cut off is no rejected callback`() throws {
    try receive("POST /exotel HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nabc")
    channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    channel.embeddedEventLoop.run()
    #expect(try sent() == "")
    #expect(!channel.isActive)
    #expect(monitor.read { _, wire, _ in wire.rejected } == 0)
  }

  @Test func `a request that took too long is no rejected callback`() throws {
    try receive("GET /exo")
    wait(.seconds(10))
    #expect(!channel.isActive)
    #expect(monitor.read { _, wire, _ in wire.rejected } == 0)
  }

  @Test func `when the listener stops a connection may send one more request, then it ends`() throws
  {
    try receive(Self.get("a"))
    #expect(try sent() == Self.taken)
    channel.pipeline.fireUserInboundEventTriggered(ListenerStops())
    #expect(channel.isActive)
    try receive(Self.get("b") + Self.get("c"))
    let answers = try sent()
    #expect(answers.hasPrefix(Self.taken) && answers.contains("Connection: close\r\n"))
    #expect(answers.components(separatedBy: "HTTP/1.1 200").count == 3)
    channel.pipeline.fireUserInboundEventTriggered(ListenerEnds())
    #expect(!channel.isActive)
  }

  @Test func `half a request does not hold the end`() throws {
    try receive(Self.get("a") + "GET /exo")
    channel.pipeline.fireUserInboundEventTriggered(ListenerStops())
    channel.pipeline.fireUserInboundEventTriggered(ListenerEnds())
    channel.embeddedEventLoop.run()
    #expect(!channel.isActive)
  }

  @Test(arguments: ["", "GET /exo"])
  func `room is made by who is silent, and by who has not sent a request whole`(
    _ half: String
  ) throws {
    let room = RoomIsWanted()
    try receive(Self.get("a"))
    if !half.isEmpty { try receive(half) }
    channel.pipeline.syncOperations.fireUserInboundEventTriggered(room)
    #expect(!channel.isActive && room.isGiven)
  }

  @Test func `when the listener stops a request in flight is answered first`() throws {
    let request = Self.get("a")
    try receive(String(request.prefix(9)))
    channel.pipeline.fireUserInboundEventTriggered(ListenerStops())
    #expect(channel.isActive)
    try receive(String(request.dropFirst(9)))
    let answer = try sent()
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n") && answer.contains("Connection: close\r\n"))
  }
}
