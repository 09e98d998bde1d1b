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

extension ScreenNotice {
  /// What came of the query to forward a callback once more.
  init(_ answer: ForwardAgain) {
    switch answer {
    case .begun: self.init("It is forwarded once more.")
    case .underway: self.init("It is on its way already.")
    case .full: self.init("There is no room for it: too much waits to be forwarded.", isFault: true)
    case .notAccepted: self.init("It was rejected, and is not forwarded.", isFault: true)
    case .forgotten: self.init("It is not kept any more.", isFault: true)
    case .off:
      self.init(
        "Nothing is forwarded from here: start the listener with --forward.",
        isFault: true)
    }
  }
}

extension Forwarding {
  /// What needs to be looked at is behind what is well.
  var rank: Int {
    switch self {
    case .delivered: 0
    case .sending: 1
    case .waiting: 2
    case .returned: 3
    case .again: 4
    case .failed: 5
    case .dropped: 6
    }
  }

  /// Why it was not taken.
  var fault: String? {
    switch self {
    case .again(_, let fault), .failed(let fault), .returned(let fault): fault
    case .waiting, .sending, .delivered, .dropped: nil
    }
  }
}
