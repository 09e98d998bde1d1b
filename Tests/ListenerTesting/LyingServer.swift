import NIOCore
import NIOPosix

/// Answers any request with whatever it is told to; again and again, as long as somebody reads.
package struct LyingServer {
  private let channel: any Channel

  package var port: Int { channel.localAddress?.port ?? 0 }
  package var base: String { "http://127.0.0.1:\(port)" }

  /// `first` once, then `rest` without end, or once in each `pause`.
  package static func start(
    _ first: [UInt8], then rest: [UInt8] = [], every pause: TimeAmount? = nil
  ) async throws -> LyingServer {
    let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .childChannelInitializer { client in
        client.eventLoop.makeCompletedFuture {
          try client.pipeline.syncOperations.addHandler(Liar(first, rest, pause))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    return LyingServer(channel: channel)
  }

  package func stop() async throws { try await channel.close() }

  private final class Liar: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let first: ByteBuffer
    private let rest: ByteBuffer
    private let pause: TimeAmount?
    private var hasBegun = false

    init(_ first: [UInt8], _ rest: [UInt8], _ pause: TimeAmount?) {
      self.first = ByteBuffer(bytes: first)
      self.rest = ByteBuffer(bytes: rest)
      self.pause = pause
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      context.writeAndFlush(NIOAny(first), promise: nil)
      guard !hasBegun, rest.readableBytes > 0 else { return }
      hasBegun = true
      goOn(context)
    }

    private func goOn(_ context: ChannelHandlerContext) {
      guard context.channel.isActive else { return }
      let written = context.writeAndFlush(NIOAny(rest)).assumeIsolated()
      written.whenSuccess {
        let loop = context.eventLoop.assumeIsolated()
        loop.scheduleTask(in: self.pause ?? .nanoseconds(0)) { self.goOn(context) }
      }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }
}
