import NIOCore
import NIOHTTP1

/// NIO's decoder of HTTP/1, which takes a method that it does not know for bytes that are no HTTP; here
/// they are told apart where the whole line of the request is at hand.
struct RequestDecoder: ByteToMessageDecoder {
  typealias InboundOut = HTTPServerRequestPart

  private let decoder: HTTPRequestDecoder

  init(_ decoder: HTTPRequestDecoder) { self.decoder = decoder }

  func decoderAdded(context: ChannelHandlerContext) { decoder.decoderAdded(context: context) }

  func decoderRemoved(context: ChannelHandlerContext) { decoder.decoderRemoved(context: context) }

  /// - Throws: ``RequestError/unknownMethod(_:)``, or the `HTTPParserError` of other bytes that are none.
  func decode(
    context: ChannelHandlerContext, buffer: inout ByteBuffer
  ) throws -> DecodingState {
    do {
      return try decoder.decode(context: context, buffer: &buffer)
    } catch HTTPParserError.invalidMethod {
      let method = Self.method(ofLine: buffer.readableBytesView.prefix(Self.longestLine))
      throw method.map(RequestError.unknownMethod) ?? HTTPParserError.invalidMethod
    }
  }

  func decodeLast(
    context: ChannelHandlerContext, buffer: inout ByteBuffer, seenEOF: Bool
  ) throws -> DecodingState {
    try decoder.decodeLast(context: context, buffer: &buffer, seenEOF: seenEOF)
  }

  private static let longestLine = 16_384
  private static let longestMethod = 32

  /// The method of `METHOD target HTTP/1.…`; nil for a line that is none, or that has one of HTTP's own:
  /// the fault is in what comes behind it then.
  private static func method(ofLine bytes: ByteBufferView) -> String? {
    let line = bytes.prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
    let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.count == 3, words[2].starts(with: "HTTP/1.".utf8), !words[1].isEmpty,
      (1...longestMethod).contains(words[0].count), words[0].allSatisfy(isOfToken)
    else { return nil }
    let name = String(decoding: words[0], as: UTF8.self)
    if case .RAW = HTTPMethod(rawValue: name) { return name }
    return nil
  }

  /// RFC 9110 § 5.6.2.
  private static func isOfToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
