import Foundation
import Logging
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
  private let limits: ListenerLimits

  private init(
    _ channel: any Channel, _ connections: ConnectionRegistry, host: String, port: Int,
    limits: ListenerLimits
  ) {
    self.port = channel.localAddress?.port ?? port
    self.host = channel.localAddress?.ipAddress ?? host
    self.channel = channel
    self.connections = connections
    self.limits = limits
  }

  /// Listens from then on, on any free port for 0; `logger` is told what goes wrong meanwhile.
  static func start(
    host: String, port: Int, routes: any RequestRoutes, logger: Logger
  ) async throws(ListenerError) -> HTTPListener {
    guard (0...65_535).contains(port) else {
      throw .cannotListen(host: host, port: port, reason: "ports are 0 to 65535")
    }
    let connections = registry(routes.limits, logger)
    let bootstrap = bootstrap(connections, logger) { channel in
      channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHandlers(
          RequestDecoding.handler(routes.limits),
          ConnectionHandler(routes, place: connections.place(of: channel)))
      }
    }
    do {
      let channel = try await bootstrap.bind(host: host, port: port).get()
      return HTTPListener(channel, connections, host: host, port: port, limits: routes.limits)
    } catch {
      throw failure(error, host: host, port: port)
    }
  }

  /// Who comes behind a crowd must not wait for it; where descriptors are few, some are left for it.
  private static let acceptedAtOnce = (usual: 16, fewest: 4)

  private static func registry(_ limits: ListenerLimits, _ logger: Logger) -> ConnectionRegistry {
    let budget = DescriptorBudget.now(
      reserved: limits.reservedDescriptors + acceptedAtOnce.fewest)
    let (open, leaving) = budget.connections(wanted: limits.maximumConnections)
    if open < limits.maximumConnections {
      logger.warning(
        "at most \(open) connections at a time, as only \(budget.limit) files may be open (ulimit -n)"
      )
    }
    return ConnectionRegistry(
      .init(
        connections: open,
        perAddress: perAddress(limits, open: open),
        readers: open - open / 8,
        leaving: leaving,
        accepted: open < limits.maximumConnections ? acceptedAtOnce.fewest : acceptedAtOnce.usual))
  }

  /// Where descriptors are few, one address must not have them all.
  private static func perAddress(_ limits: ListenerLimits, open: Int) -> Int {
    guard open < limits.maximumConnections, limits.connectionsPerAddress > 0 else {
      return limits.connectionsPerAddress
    }
    return min(limits.connectionsPerAddress, max(open / 2, 1))
  }

  private static func bootstrap(
    _ connections: ConnectionRegistry, _ logger: Logger,
    _ initialize: @escaping @Sendable (any Channel) -> EventLoopFuture<Void>
  ) -> ServerBootstrap {
    // The process's own threads, one per core: they outlive the listener, and so may answers.
    ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 4_096)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelOption(.maxMessagesPerRead, value: UInt(connections.limits.accepted))
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            AcceptingHandler(connections, logger: logger))
        }
      }
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      // A second read would nearly always find nothing: requests fit into one.
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelInitializer(initialize)
  }

  /// In the words of people, and not in those of a socket.
  static func failure(_ error: any Error, host: String, port: Int) -> ListenerError {
    let reason =
      switch error {
      case let error as IOError where error.errnoCode == EADDRINUSE: String?.none
      case let error as IOError where error.errnoCode == EADDRNOTAVAIL:
        "that is no address of this machine"
      case let error as IOError: String(cString: strerror(error.errnoCode)).lowercased()
      case is SocketAddressError.UnknownHost: "there is no host of that name"
      default: "\(error)"
      }
    guard let reason else { return .portInUse(host: host, port: port) }
    return .cannotListen(host: host, port: port, reason: reason)
  }

  /// As ``MonitorServer/stop()``.
  func stop() async {
    try? await channel.close()
    await connections.stop(drain: limits.drainTime, within: limits.stopTime)
  }
}
