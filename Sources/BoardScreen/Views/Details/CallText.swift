import CallModel

/// One call: head, legs with their times, oddities in words; or its callbacks as they came.
struct CallText {
  let detail: CallDetail
  let now: Instant
  let width: Int
  let settings: ScreenSettings

  var legs: StyledText {
    var text = StyledText()
    addHead(&text)
    addLegs(&text)
    addAnomalies(&text)
    return text
  }

  var raw: StyledText {
    var text = StyledText()
    for raw in detail.raw {
      RawText(settings: settings, now: now, width: width).add(raw, to: &text)
    }
    return text
  }

  private var call: Call { detail.row.call }
  private var signs: Signs { settings.signs }

  private func addHead(_ text: inout StyledText) {
    let state = signs.sign(call) + " " + CallWords.state(call)
    let since = call.isLive ? "for " + ClockFace.elapsed(now - call.clock) : ended
    let style = settings.style(call, now: now)
    text.add((state + style.mark, style), ("  " + since, .plain))
    add(&text, "from", CallWords.number(call.from, signs), "to", CallWords.number(call.to, signs))
    add(&text, "line", CallWords.line(detail.row, signs), "direction", call.direction)
    add(&text, "started", moment(call.startedAt), "answered", moment(call.answeredAt))
    add(&text, "ended", moment(call.endedAt), "status", call.status)
    add(&text, "talked", length(call.talk), "rang", length(call.ring))
    add(&text, "told by", CallWords.families(call), "custom", call.customField)
    let repeated = call.duplicates > 0 ? ", \(call.duplicates) repeated" : ""
    add(
      &text, "callbacks", "\(call.callbackCount)" + repeated, "recording",
      call.recordingURL.map { _ in "yes (its address is in /v1/calls)" })
    add(&text, "hung up", call.endedBy?.rawValue, "counts as", kind)
    addRare(&text)
  }

  /// What few calls have: a line for those that have any of it.
  private func addRare(_ text: inout StyledText) {
    let facts: [(String, String?)] = [
      ("bot", CallWords.bot(call)), ("keys", call.digits), ("campaign", call.campaign),
      ("bridge", call.bridge),
    ]
    let known = facts.filter { $0.1 != nil }
    for place in stride(from: 0, to: known.count, by: 2) {
      let (one, other) = (known[place], known.dropFirst(place + 1).first)
      if let other {
        add(&text, one.0, one.1, other.0, other.1)
      } else {
        text.add((Self.pad(one.0, 11), Style(.muted)), (one.1 ?? signs.dash, .plain))
      }
    }
  }

  /// Among which calls it is counted.
  private var kind: String? {
    call.isAgentsLeg ? "an agent's leg" : call.way.map { $0 == .outgoing ? "outgoing" : "caller" }
  }

  private var ended: String {
    call.endedAt.map { "at " + settings.clock.moment($0, now: now) } ?? "at an unknown time"
  }

  private func add(
    _ text: inout StyledText, _ one: String, _ first: String?, _ other: String, _ second: String?
  ) {
    let half = max(width / 2 - 12, 16)
    text.add(
      (Self.pad(one, 11), Style(.muted)),
      (fitted(first ?? signs.dash, half), .plain),
      (Self.pad(other, 11), Style(.muted)), (second ?? signs.dash, .plain))
  }

  private func fitted(_ value: String, _ width: Int) -> String {
    Self.pad(TextWidth.cut(value, to: width - 1, mark: signs.ellipsis), width)
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - TextWidth.of(text), 0))
  }

  private func moment(_ moment: Instant?) -> String? {
    moment.map { settings.clock.moment($0, now: now) }
  }

  private func length(_ duration: Duration?) -> String? { duration.map(ClockFace.figure) }

  private func addLegs(_ text: inout StyledText) {
    text.heading("Legs")
    guard !call.legs.isEmpty else {
      text.add(("The callbacks name nobody.", Style(.muted)))
      return
    }
    text.add(
      (
        legRow([
          "", "PARTY", "STATE", "DIALED", "RINGING", "ANSWERED", "ENDED", "RANG",
          "ON CALL", "WHO",
        ]), Style(.muted)
      ))
    for (leg, name) in zip(call.legs, detail.row.legNames) {
      let style = leg.state.isOpen ? Style(bold: true) : .plain
      text.add((row(leg, name), style))
    }
    for companion in call.companions.prefix(Self.shownCompanions) {
      text.add((CallWords.companion(companion, of: call, signs), .plain))
    }
    let others = call.companions.count - Self.shownCompanions
    if others > 0 { text.add(("and \(others) more legs", Style(.muted))) }
  }

  /// More than an ordinary bridge has.
  private static let shownCompanions = 6

  private func row(_ leg: Leg, _ name: String?) -> String {
    let number = CallWords.number(leg.number, signs)
    return legRow([
      "\(leg.index)", leg.party.rawValue,
      signs.sign(leg) + " " + (leg.outcome?.rawValue ?? leg.state.rawValue),
      clock(leg.dialedAt), clock(leg.ringingAt), clock(leg.answeredAt), clock(leg.endedAt),
      length(leg.ring) ?? signs.dash, length(leg.onCall) ?? signs.dash,
      (name.map { $0 + "  " + number } ?? number) + (leg.answeredBy == .machine ? "  machine" : ""),
    ])
  }

  private func clock(_ moment: Instant?) -> String {
    moment.map { settings.clock.time($0) } ?? signs.dash
  }

  /// Narrow windows do without the times of dialing and ringing.
  private func legRow(_ cells: [String]) -> String {
    let number = String(call.legs.last?.index ?? 1).count + 1
    let widths = [number, 9, 13, 9, 9, 9, 9, 7, 8, 0]
    let hidden: Set = width < 72 ? [1, 3, 7, 8] : width < 100 ? [3, 8] : []
    return cells.indices.filter { !hidden.contains($0) }
      .map { Self.pad(cells[$0], widths[$0]) }.joined()
  }

  private func addAnomalies(_ text: inout StyledText) {
    guard !call.anomalies.isEmpty else { return }
    text.heading("Odd")
    for anomaly in call.anomalies.all {
      text.add(
        (Self.pad(anomaly.rawValue, 17), Style(.amber, bold: true)),
        (CallWords.explanation(anomaly), .plain))
    }
  }
}
