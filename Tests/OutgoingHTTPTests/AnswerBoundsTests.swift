import CallbackDelivery
import CallbackWire
import ListenerTesting
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import OutgoingHTTP

/// Targets whose answers have no end.
struct AnswerBoundsTests {
  /// Why a callback was not taken.
  private func fault(_ first: String, then rest: String) async throws -> String? {
    let server = try await LyingServer.start(Array(first.utf8), then: Array(rest.utf8))
    let sender = CallbackSender(connections: 1)
    var fault: String?
    do {
      let raw = RawCallback(method: "GET", target: "/exotel")
      _ = try await sender.send(raw, to: CallbackTarget(server.base))
    } catch {
      fault = OutgoingFault.reason(for: error)
    }
    try await sender.close()
    try await server.stop()
    return fault
  }

  @Test func `100 Continue without end is a fault`() async throws {
    let fault = try await fault(
      "HTTP/1.1 100 Continue\r\n\r\n", then: "HTTP/1.1 100 Continue\r\n\r\n")
    #expect(fault == "it answers 100 Continue again and again")
  }

  @Test func `a body without end is a fault`() async throws {
    let chunk = "4000\r\n" + String(repeating: "x", count: 16_384) + "\r\n"
    let fault = try await fault(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", then: chunk)
    #expect(fault == "its answer has no end, or more than 64 KB")
  }

  @Test func `a head without end is a fault`() async throws {
    let fault = try await fault("HTTP/1.1 200 OK\r\n", then: "X-More: and more\r\n")
    #expect(fault != nil)
  }

  @Test func `one 100 Continue and a usual answer are read, again and again`() async throws {
    let answer =
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 40000\r\n\r\n"
      + String(repeating: "x", count: 40_000)
    let server = try await LyingServer.start(Array(answer.utf8))
    let sender = CallbackSender(connections: 1)
    let target = try CallbackTarget(server.base)
    for _ in 0..<5 {
      let answer = try await sender.send(RawCallback(method: "GET", target: "/exotel"), to: target)
      #expect(answer.isTaken)
    }
    try await sender.close()
    try await server.stop()
  }

  @Test func `an answer that drips has no more time than one that is silent`() throws {
    let time = TimeAmount.seconds(15)
    let channel = EmbeddedChannel()
    try channel.pipeline.syncOperations.addHandlers(
      HTTPRequestEncoder(),
      ByteToMessageHandler(HTTPResponseDecoder(leftOverBytesStrategy: .dropBytes)))
    try AnswerBounds(time: time).hold(channel).wait()
    try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    let request = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/")
    try channel.writeOutbound(HTTPClientRequestPart.head(request))
    try channel.writeInbound(
      ByteBuffer(string: "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n"))
    for _ in 0..<15 {
      channel.embeddedEventLoop.advanceTime(by: .seconds(1))
      try channel.writeInbound(ByteBuffer(string: "x"))
    }
    #expect(channel.isActive)
    channel.embeddedEventLoop.advanceTime(by: .milliseconds(1))
    #expect(throws: AnswerFault.tooSlow(time)) {
      try channel.writeInbound(ByteBuffer(string: "x"))
    }
    #expect(!channel.isActive)
    #expect("\(AnswerFault.tooSlow(time))" == "its answer is not complete within 15 s")
  }
}
