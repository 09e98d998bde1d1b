import CallModel
import Logging

/// Where an emulated Exotel listens, and for whom.
package struct EmulatorSettings: Sendable {
  /// The account that may use it.
  package struct Account: Sendable {
    package var sid: String
    package var key: String
    package var token: String

    package init(sid: String, key: String, token: String) {
      self.sid = sid
      self.key = key
      self.token = token
    }
  }

  package var host: String
  /// 0 stands for any free port.
  package var port: Int
  package var account: Account
  package var limits = ListenerLimits()
  /// For what goes wrong while it listens.
  package var logger = Logger(label: "emulator") { _ in SwiftLogNoOpLogHandler() }

  package init(host: String = "127.0.0.1", port: Int, account: Account) {
    self.host = host
    self.port = port
    self.account = account
  }
}

/// The listener of an emulated Exotel.
package final class EmulatorServer: Sendable {
  private let listener: HTTPListener

  private init(_ listener: HTTPListener) { self.listener = listener }

  /// The port it is bound to, also where any was asked for.
  package var port: Int { listener.port }
  /// The address it is bound to.
  package var host: String { listener.host }

  /// Listens from then on; `clock` tells when requests arrive.
  package static func start(
    _ settings: EmulatorSettings, exchange: any EmulatedExchange,
    clock: @escaping @Sendable () -> Instant
  ) async throws(ListenerError) -> EmulatorServer {
    let routes = EmulatorRoutes(settings, exchange: exchange, clock: clock)
    return EmulatorServer(
      try await HTTPListener.start(
        host: settings.host, port: settings.port, routes: routes, logger: settings.logger))
  }

  /// Takes no more connections, and lets requests in flight finish.
  package func stop() async { await listener.stop() }
}
