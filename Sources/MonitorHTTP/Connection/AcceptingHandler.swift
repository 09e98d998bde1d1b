import Foundation
import Logging
import NIOCore

/// Stands where connections come in: lets in what there is room for, and waits with the next ones while
/// there are no descriptors or too many connections are on their way out.
final class AcceptingHandler: ChannelInboundHandler {
  typealias InboundIn = any Channel
  typealias InboundOut = any Channel

  private let connections: ConnectionRegistry
  private let logger: Logger
  private var isCrowded = false
  private var lacksDescriptors = false
  private var hasToldOfLack = false

  /// The pause before descriptors are tried again.
  private static let pause = TimeAmount.milliseconds(250)

  init(_ connections: ConnectionRegistry, logger: Logger) {
    self.connections = connections
    self.logger = logger
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let channel = unwrapInboundIn(data)
    if connections.admit(channel) {
      context.fireChannelRead(data)
    } else {
      channel.close(promise: nil)
    }
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    isCrowded = connections.isCrowded {
      bound.eventLoop.execute {
        let (handler, context) = bound.value
        handler.isCrowded = false
        handler.settle(context)
      }
    }
    if isCrowded { settle(context) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard let error = error as? IOError, Self.isLack(error) else {
      return context.fireErrorCaught(error)
    }
    if !hasToldOfLack {
      hasToldOfLack = true
      let cause = error.errnoCode == EMFILE ? "see ulimit -n" : "error \(error.errnoCode)"
      logger.warning("connections have to wait at times, as there are no descriptors (\(cause))")
    }
    lacksDescriptors = true
    settle(context)
    connections.makeRoom()
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.eventLoop.assumeIsolated().scheduleTask(in: Self.pause) {
      self.lacksDescriptors = false
      self.settle(bound.value)
    }
  }

  private static func isLack(_ error: IOError) -> Bool {
    [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(error.errnoCode)
  }

  /// Accepts, or does not. After a failure NIO's own back-off waits for a read that never comes: the
  /// channel regards the one that failed as still to be done, and goes on trying.
  private func settle(_ context: ChannelHandlerContext) {
    let accepts = !isCrowded && !lacksDescriptors
    // It only fails where the channel is closed.
    try? context.channel.syncOptions?.setOption(.autoRead, value: accepts)
  }
}
