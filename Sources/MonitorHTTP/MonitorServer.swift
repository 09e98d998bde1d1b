import CallModel
import Monitoring

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
      "port \(port) on \(host) is in use; stop what listens there, or choose another with --port; if "
        + "it is a callboard, 'callboard attach' shows its board"
    case .cannotListen(let host, let port, let reason):
      "cannot listen on \(host) port \(port): \(reason)"
    }
  }
}

/// The listener: `/exotel`, `/v1`, `/healthz` on one port.
package final class MonitorServer: Sendable {
  private let listener: HTTPListener

  private init(_ listener: HTTPListener) { self.listener = listener }

  /// The port it is bound to, also where any was asked for.
  package var port: Int { listener.port }
  /// The address it is bound to.
  package var host: String { listener.host }

  /// Listens from then on; `clock` tells when requests arrive.
  package static func start(
    _ settings: ListenerSettings, monitor: CallMonitor, clock: @escaping @Sendable () -> Instant
  ) async throws(ListenerError) -> MonitorServer {
    let refusal = AccessControl.refusal(
      toBind: settings.host, key: settings.key, token: settings.token)
    if let refusal { throw .unprotected(refusal) }
    let access = AccessControl(
      key: settings.key, token: settings.token,
      names: ListenerNames([settings.host] + settings.names))
    let callbacks = CallbackRoute(monitor: monitor, access: access, clock: clock)
    let lanes = ReadingLanes()
    let board = BoardRoutes(
      monitor: monitor, access: access, country: settings.country, lanes: lanes)
    let streams = StreamRoute(
      monitor: monitor, access: access,
      identity: ListenerIdentity(
        zone: settings.zone, country: settings.country, dayStart: settings.dayStart),
      lanes: lanes,
      clock: clock)
    let routes = Routes(
      callbacks: callbacks, board: board, streams: streams, limits: settings.limits)
    return MonitorServer(
      try await HTTPListener.start(
        host: settings.host, port: settings.port, routes: routes, logger: settings.logger))
  }

  /// Takes no more connections, ends the idle ones, lets requests in flight finish for at most the
  /// stop time of the limits, and ends what is left.
  package func stop() async { await listener.stop() }
}
