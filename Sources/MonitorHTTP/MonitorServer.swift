import CallModel
import Monitoring
import NIOCore
import NIOPosix

/// Why the listener does not listen.
package enum ListenerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It would be open to other machines; the text says what to do.
  case unprotected(String)
  case portInUse(host: String, port: Int)
  case cannotListen(host: String, port: Int, reason: String)

  /// What is wrong, and what to do.
  package var description: String {
    switch self {
    case .unprotected(let message): message
    case .portInUse(let host, let port):
      "port \(port) on \(host) is in use; stop what listens there, or choose another with --port"
    case .cannotListen(let host, let port, let reason):
      "cannot listen on \(host) port \(port): \(reason)"
    }
  }
}

/// The listener: `/exotel`, `/v1`, `/healthz` on one port.
package final class MonitorServer: Sendable {
  /// The port it is bound to, also where any was asked for.
  package let port: Int
  /// The address it is bound to.
  package let host: String
  private let channel: any Channel
  private let connections: ConnectionRegistry
  private let stopTime: Duration

  private init(
    _ channel: any Channel, _ connections: ConnectionRegistry, _ settings: ListenerSettings
  ) {
    port = channel.localAddress?.port ?? settings.port
    host = channel.localAddress?.ipAddress ?? settings.host
    self.channel = channel
    self.connections = connections
    stopTime = settings.limits.stopTime
  }

  /// Listens from then on; `clock` tells when requests arrive.
  package static func start(
    _ settings: ListenerSettings, monitor: CallMonitor, clock: @escaping @Sendable () -> Instant
  ) async throws(ListenerError) -> MonitorServer {
    let refusal = AccessControl.refusal(
      toBind: settings.host, key: settings.key, token: settings.token)
    if let refusal { throw .unprotected(refusal) }
    guard (0...65_535).contains(settings.port) else {
      throw .cannotListen(
        host: settings.host, port: settings.port, reason: "ports are 0 to 65535")
    }
    let access = AccessControl(key: settings.key, token: settings.token)
    let callbacks = CallbackRoute(monitor: monitor, access: access, clock: clock)
    let board = BoardRoutes(monitor: monitor, access: access, country: settings.country)
    let routes = Routes(callbacks: callbacks, board: board, limits: settings.limits)
    let connections = ConnectionRegistry(maximum: settings.limits.maximumConnections)
    let bootstrap = bootstrap { channel in
      guard connections.admit(channel) else {
        return channel.eventLoop.makeFailedFuture(ChannelError.ioOnClosedChannel)
      }
      return channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHandlers(
          RequestDecoding.handler(settings.limits), ConnectionHandler(routes))
      }
    }
    do {
      let channel = try await bootstrap.bind(host: settings.host, port: settings.port).get()
      return MonitorServer(channel, connections, settings)
    } catch {
      throw failure(error, settings)
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

  private static func failure(_ error: any Error, _ settings: ListenerSettings) -> ListenerError {
    if let error = error as? IOError, error.errnoCode == EADDRINUSE {
      return .portInUse(host: settings.host, port: settings.port)
    }
    return .cannotListen(host: settings.host, port: settings.port, reason: "\(error)")
  }

  /// Takes no more connections, ends the idle ones, lets requests in flight finish for at most the
  /// stop time of the limits, and ends what is left.
  package func stop() async {
    try? await channel.close()
    await connections.stop(within: stopTime)
  }
}
