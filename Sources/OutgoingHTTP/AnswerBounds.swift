import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// How much of an answer is read, beginning with its first byte.
package struct AnswerBounds: Sendable {
  /// Of all that comes after a request, answers like `100 Continue` among it; nil: no bound.
  package var bytes: Int?
  /// From the request to the answer's last byte, looked at when something comes; nil: no bound.
  package var time: TimeAmount?
  /// How many answers like `100 Continue` may come before the one that counts.
  static let interimAnswers = 4

  package init(bytes: Int? = nil, time: TimeAmount? = nil) {
    self.bytes = bytes
    self.time = time
  }

  /// Holds a connection to it; between the HTTP client and what it is connected by, TLS among it.
  package func hold(_ channel: any Channel) -> EventLoopFuture<Void> {
    channel.eventLoop.makeCompletedFuture {
      let pipeline = channel.pipeline.syncOperations
      let encoder = try pipeline.handler(type: HTTPRequestEncoder.self)
      try pipeline.addHandler(AnswerMeter(self), position: .before(encoder))
      let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
      try pipeline.addHandler(InterimAnswerMeter(), position: .after(decoder))
    }
  }
}

/// Why an answer is not read to its end.
package enum AnswerFault: Error, Hashable, CustomStringConvertible {
  case tooLarge(bytes: Int)
  case tooSlow(TimeAmount)
  case interimOnly

  package var description: String {
    switch self {
    case .tooLarge(let bytes): "its answer has no end, or more than \(bytes / 1_024) KB"
    case .tooSlow(let time):
      "its answer is not complete within \(time.nanoseconds / 1_000_000_000) s"
    case .interimOnly: "it answers 100 Continue again and again"
    }
  }
}

/// Counts the bytes since the last request.
private final class AnswerMeter: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer

  private let bounds: AnswerBounds
  private var bytes = 0
  private var askedAt: NIODeadline?

  init(_ bounds: AnswerBounds) { self.bounds = bounds }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    bytes = 0
    askedAt = bounds.time == nil ? nil : context.eventLoop.now
    context.write(data, promise: promise)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    bytes += unwrapInboundIn(data).readableBytes
    if let fault = fault(context) {
      context.fireErrorCaught(fault)
      return context.close(promise: nil)
    }
    context.fireChannelRead(data)
  }

  private func fault(_ context: ChannelHandlerContext) -> AnswerFault? {
    if let most = bounds.bytes, bytes > most { return .tooLarge(bytes: most) }
    if let time = bounds.time, let askedAt, context.eventLoop.now - askedAt > time {
      return .tooSlow(time)
    }
    return nil
  }
}

/// Counts the answers that only announce another one.
private final class InterimAnswerMeter: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart

  private var count = 0

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head(let head) = unwrapInboundIn(data) {
      count = (100..<200).contains(head.status.code) ? count + 1 : 0
    }
    guard count <= AnswerBounds.interimAnswers else {
      // What came in the same read is decoded still.
      let isFirst = count == AnswerBounds.interimAnswers + 1
      if isFirst { context.fireErrorCaught(AnswerFault.interimOnly) }
      return context.close(promise: nil)
    }
    context.fireChannelRead(data)
  }
}
