import CallModel
import CallbackWire
import Monitoring

/// A line as `API.md` has it, as far as it is told.
extension JSONWriter {
  mutating func line(_ line: Line) {
    object {
      $0.field("number", line.number?.text)
      $0.field("label", line.label)
      $0.field("dialing", line.live.dialing)
      $0.field("waiting", line.live.waiting)
      $0.field("ringing", line.live.ringing)
      $0.field("talking", line.live.talking)
      $0.health(line.health)
      $0.field("sid", line.sid)
    }
  }

  /// Null before any heartbeat.
  private mutating func health(_ health: LineHealth?) {
    guard let health else { return field("health", nil as String?) }
    field("health") {
      $0.field("incoming", health.incoming.text)
      $0.field("outgoing", health.outgoing.text)
      $0.field("since", health.since)
      $0.field("alternate", health.alternate?.text)
    }
  }
}
