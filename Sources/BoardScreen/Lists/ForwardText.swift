import CallModel

/// How the forwarding of callbacks is told.
enum ForwardText {
  /// How far a callback has come.
  static func field(_ forwarding: Forwarding, _ settings: ScreenSettings) -> Table.Field {
    switch forwarding {
    case .waiting: .init("queued", Style(.muted))
    case .sending: .init("sending", Style(.accent))
    case .delivered(let latency): .init("200 " + ClockFace.latency(latency), Style(.good))
    case .again(let time, let fault):
      .init("again \(settings.clock.time(time).prefix(5)), \(fault)", Style(.amber))
    case .failed(let fault): .init("given up, \(fault)", Style(.red, bold: true))
    case .dropped: .init("dropped", Style(.red, bold: true))
    case .returned(let reason): .init("not sent, \(reason)", Style(.amber))
    }
  }

  /// How long a dropped callback keeps it red.
  private static let alarmTime = Duration.seconds(60)

  /// For the header: how many have been taken, or that they are not; then why, and what is to go.
  static func header(_ status: ForwardStatus, now: Instant) -> [(String, Style)] {
    let isDropping = status.lastDroppedAt.map { now - $0 < alarmTime } ?? false
    let isBad = status.fault != nil || isDropping
    let style = Style(isBad ? .red : .text, bold: isBad)
    let head =
      status.fault != nil
      ? "forward fails" : isDropping ? "forward drops" : "forwarded \(status.delivered)"
    var rest = status.fault.map { [$0] } ?? []
    if status.waiting > 0 { rest.append("\(status.waiting) waiting") }
    if status.retrying > 0 { rest.append("\(status.retrying) again later") }
    if status.failed > 0 { rest.append("\(status.failed) given up") }
    if status.dropped > 0 { rest.append("\(status.dropped) dropped") }
    if status.returned > 0 { rest.append("\(status.returned) went round") }
    return [(head, style)] + (rest.isEmpty ? [] : [(rest.joined(separator: ", "), style)])
  }
}
