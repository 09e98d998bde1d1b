import NIOCore
import NIOHTTP1

/// NIO's decoder of HTTP/1, held to what one peer may cost.
enum RequestDecoding {
  /// A new one, for one connection.
  ///
  /// It takes twice what is served, so that most of what is too large still has a target by which
  /// it is told apart; `RequestAssembler` draws the exact lines.
  static func handler(_ limits: ListenerLimits) -> ByteToMessageHandler<RequestDecoder> {
    let longest = 2 * max(limits.maximumTargetBytes, limits.maximumHeaderBytes)
    var configuration = NIOHTTPDecoderLimitConfiguration()
    configuration.maxHeaderFieldSize = longest
    configuration.maxHeaderListSize = 2 * longest
    // No header takes fewer than five bytes, so that their size decides and not their number.
    configuration.maxHeaderFieldCount = 2 * limits.maximumHeaderBytes / 5
    let decoder = HTTPRequestDecoder(
      leftOverBytesStrategy: .dropBytes, limitConfiguration: configuration)
    // The decoder keeps back a piece of a head, and all that follows a change of protocol.
    return ByteToMessageHandler(RequestDecoder(decoder), maximumBufferSize: 2 * longest)
  }
}
