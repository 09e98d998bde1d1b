import NIOCore
import NIOPosix
import NIOSSL

/// Stands before a listener and speaks TLS for it, as a reverse proxy does.
struct TLSProxy {
  let port: Int
  private let listener: any Channel

  /// `certificate` and `key` are files, as openssl writes them.
  init(to target: Int, certificate: String, key: String) async throws {
    let chain = try NIOSSLCertificate.fromPEMFile(certificate)
    let context = try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: chain.map { .certificate($0) },
        privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))))
    listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .childChannelInitializer { client in
        ClientBootstrap(group: client.eventLoop).connect(host: "127.0.0.1", port: target)
          .flatMapThrowing { server in
            try client.pipeline.syncOperations.addHandlers([
              NIOSSLServerHandler(context: context), Passing(to: server),
            ])
            try server.pipeline.syncOperations.addHandler(Passing(to: client))
          }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    port = listener.localAddress?.port ?? 0
  }

  /// Takes no more connections.
  func stop() async throws { try await listener.close() }

  /// Hands on what one side sends to the other.
  private final class Passing: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let other: any Channel

    init(to other: any Channel) { self.other = other }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      other.writeAndFlush(unwrapInboundIn(data), promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) { other.close(promise: nil) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }
}
