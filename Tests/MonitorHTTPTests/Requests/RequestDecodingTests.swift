import NIOCore
import NIOEmbedded
import Testing

@testable import MonitorHTTP

struct RequestDecodingTests {
  @Test func `little is kept of what follows a change of protocol`() throws {
    let channel = EmbeddedChannel(handler: RequestDecoding.handler(ListenerLimits()))
    try channel.writeInbound(ByteBuffer(string: "CONNECT a:1 HTTP/1.1\r\nHost: localhost\r\n\r\n"))
    let flood = ByteBuffer(repeating: 0, count: 40_000)
    try channel.writeInbound(flood)
    #expect(throws: ByteToMessageDecoderError.PayloadTooLargeError.self) {
      try channel.writeInbound(flood)
    }
  }
}
