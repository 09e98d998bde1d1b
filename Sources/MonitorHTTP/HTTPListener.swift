import NIOCore
import NIOPosix

/// A port that is listened on; what is answered is the affair of its routes.
final class HTTPListener: Sendable {
  /// The port it is bound to, also where any was asked for.
  let port: Int
  /// The address it is bound to.
  let host: String
  private let channel: any Channel
  private let connections: ConnectionRegistry
  private let stopTime: Duration

  private init(
    _ channel: any Channel, _ connections: ConnectionRegistry, host: String, port: Int,
    stopTime: Duration
  ) {
    self.port = channel.localAddress?.port ?? port
    self.host = channel.localAddress?.ipAddress ?? host
    self.channel = channel
    self.connections = connections
    self.stopTime = stopTime
  }

  /// Listens from then on, on any free port for 0.
  static func start(
    host: String, port: Int, routes: any RequestRoutes
  ) async throws(ListenerError) -> HTTPListener {
    guard (0...65_535).contains(port) else {
      throw .cannotListen(host: host, port: port, reason: "ports are 0 to 65535")
    }
    let connections = ConnectionRegistry(maximum: routes.limits.maximumConnections)
    let bootstrap = bootstrap { channel in
      guard connections.admit(channel) else {
        return channel.eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel)
      }
      return channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHandlers(
          RequestDecoding.handler(routes.limits), ConnectionHandler(routes))
      }
    }
    do {
      let channel = try await bootstrap.bind(host: host, port: port).get()
      return HTTPListener(
        channel, connections, host: host, port: port, stopTime: routes.limits.stopTime)
    } catch {
      throw failure(error, host: host, port: port)
    }
  }

  private static func bootstrap(
    _ initialize: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
  ) -> ServerBootstrap {
    // The process's own threads, one per core: they outlive the listener, and so may answers.
    ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 1_024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      // A second read would nearly always find nothing: requests fit into one.
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer(initialize)
  }

  private static func failure(
    _ error: any Error, host: String, port: Int
  ) -> ListenerError {
    if let error = error as? IOError, error.errnoCode == EADDRINUSE {
      return .portInUse(host: host, port: port)
    }
    return .cannotListen(host: host, port: port, reason: "\(error)")
  }

  /// As ``MonitorServer/stop()``.
  func stop() async {
    try? await channel.close()
    await connections.stop(within: stopTime)
  }
}
