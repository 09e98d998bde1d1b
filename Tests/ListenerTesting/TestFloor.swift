import CallModel
import CallbackWire
import MonitorHTTP
import Monitoring

/// A monitor at one fixed moment, with what tests send to it.
package enum TestFloor {
  package static let now = Instant(seconds: 1_649_222_300)

  /// One with an empty board, whose clock stands.
  package static func monitor() -> CallMonitor {
    CallMonitor(
      decoder: CallbackDecoder(), board: CallBoard(), clock: { now },
      windowStart: { _ in Instant(seconds: 1_649_200_000) })
  }

  /// A dial of a Connect call, as path and query.
  package static func dial(_ sid: String, agent: String = "09880000001") -> String {
    "/exotel?CallSid=\(sid)&CallFrom=%2B919812300001&CallTo=08044556678&Direction=incoming"
      + "&CurrentTime=2022-04-06+10%3A48%3A10&DialWhomNumber=\(agent)&Status=busy&EventType=Dial"
  }

  /// As if it came over the wire.
  package static func send(_ target: String, to monitor: CallMonitor) {
    monitor.receive(
      CallbackRequest(raw: RawCallback(method: "GET", target: target), peer: "", arrivedAt: now)
    ) { _ in }
  }

  /// A server on a free port, while `body` runs.
  package static func serving(
    _ settings: ListenerSettings = ListenerSettings(port: 0), monitor: CallMonitor = monitor(),
    _ body: (MonitorServer) async throws -> Void
  ) async throws {
    var settings = settings
    settings.port = 0
    let server = try await MonitorServer.start(settings, monitor: monitor, clock: { now })
    do {
      try await body(server)
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }
}
