import CallModel

/// One agent, large: what they do, who rings since when on which line, and what was before.
struct AgentOwnView: View {
  /// Nil for one that the board does not know.
  private let detail: AgentDetail?
  private let page: BoardPage
  private let settings: ScreenSettings
  /// Of the screen.
  private let size: ScreenSize

  init(_ detail: AgentDetail?, _ context: ViewContext) {
    self.detail = detail
    (page, settings, size) = (context.page, context.settings, context.layout.size)
  }

  /// With fewer rows than this the state is a line of text.
  private static let least = 10
  private static let largest = 6

  func draw(_ frame: inout Frame, in area: Area) {
    let (top, height) = (area.y, area.height)
    guard let detail else {
      var text = StyledText()
      let words = page.wire.isLive ? "No call of this agent has come yet." : "It is not known yet."
      text.add((words, Style(.muted)))
      return text.draw(&frame, top: top, height: height, scroll: 0, settings)
    }
    var text = StyledText()
    addName(detail.agent, &text)
    text.draw(&frame, top: top, height: height, scroll: 0, settings)
    let below = drawState(detail.agent, &frame, top: top + 2, height: height - 2)
    var rest = StyledText()
    addCalls(detail, &rest)
    addFigures(detail.agent, &rest)
    addAddresses(of: detail.agent, &rest)
    addPast(detail, &rest)
    rest.draw(&frame, top: below, height: top + height - below, scroll: 0, settings)
    if !page.wire.isLive { frame.fade(below..<max(top + height, below)) }
  }

  private func addName(_ agent: Agent, _ text: inout StyledText) {
    let number = CallWords.number(agent.number, settings.signs)
    text.add(
      ((agent.name ?? number) + "  ", Style(.accent, bold: true)),
      (agent.name == nil ? "" : number + "  ", .plain), (agent.team ?? "", Style(.muted)))
  }

  /// `RINGING 0:12` as large as there is room for; gives the row below it.
  private func drawState(
    _ agent: Agent, _ frame: inout Frame, top: Int, height: Int
  ) -> Int {
    let (word, style) = state(agent)
    let since = page.wire.isLive ? agent.since.map { ClockFace.elapsed(page.now - $0) } : nil
    let words = [word, since ?? ""]
    let room = size.columns - 2
    let scales = size.rows < Self.least ? [] : Array((1...Self.largest).reversed())
    for scale in scales {
      let large = words.map { LargeText(text: $0, scale: scale, signs: settings.signs) }
      let (gap, rows) = (2 * scale, large[0].rows)
      guard large[0].columns + gap + large[1].columns <= room, 2 * rows <= height else { continue }
      large[0].draw(&frame, x: 1, y: top, style: style)
      large[1].draw(&frame, x: 1 + large[0].columns + gap, y: top, style: style)
      if style.isReverse { shout(&frame, top: top - 1, height: rows + 2, style) }
      return top + rows + 1
    }
    frame.write(words.joined(separator: " "), x: 1, y: top - 1, style: style)
    return top
  }

  private func shout(_ frame: inout Frame, top: Int, height: Int, _ style: Style) {
    for y in top..<(top + height) {
      frame.restyle(x: 0, y: y, width: size.columns) { $0 = style }
    }
  }

  /// While the board is not live nobody knows.
  private func state(_ agent: Agent) -> (word: String, Style) {
    switch page.wire.attached?.link {
    case .catchingUp: return ("–", Style(.muted))
    case .lost: return ("NOT LIVE", Style(.red, bold: true))
    case .live, nil: break
    }
    var style = settings.style(agent, now: page.now)
    style.isBold = true
    switch agent.activity {
    case .ringing:
      style.isReverse = style.role == .red
      return ("RINGING", style)
    case .dialing: return ("DIALING", style)
    case .calling: return ("CALLING", style)
    case .talking: return ("TALKING", style)
    case .idle: return ("FREE", Style(.good, bold: true))
    }
  }

  /// Who it is, on which line, and who else is being called; of several calls also what they do in
  /// each, as the large state is that of the first.
  private func addCalls(_ detail: AgentDetail, _ text: inout StyledText) {
    let own = Set(detail.agent.addresses.map(\.key))
    for row in detail.calls {
      let call = row.call
      let line = row.lineLabel ?? call.virtualNumber.map { CallWords.number($0, settings.signs) }
      let attempt = call.attempts > 1 ? "  attempt \(call.attempts)" : ""
      let others = call.legs.filter {
        $0.party == .agent && $0.state == .ringing
          && !($0.number.map { own.contains($0.key) } ?? false)
      }
      let beside =
        others.isEmpty ? "" : "  with \(others.count) other\(others.count == 1 ? "" : "s")"
      text.add(
        detail.calls.count > 1 ? activity(call.openLeg(of: detail.agent), in: call) : none,
        (CallWords.customer(call, settings.signs), Style(bold: true)),
        (line.map { "  on " + $0 } ?? "", Style(.accent)), (attempt + beside, Style(.muted)))
    }
    if !detail.calls.isEmpty { text.add(("", .plain)) }
  }

  private var none: (String, Style) { ("", .plain) }

  /// `ringing 0:05  `; the time only while it goes on.
  private func activity(_ leg: Leg?, in call: Call) -> (String, Style) {
    guard let leg else { return none }
    let activity = call.activity(of: leg)
    let since = page.wire.isLive ? " " + ClockFace.elapsed(page.now - leg.clock) : ""
    let style = settings.style(activity, since: leg.clock, now: page.now)
    return (activity.word + style.mark + since + "  ", style)
  }

  private func addFigures(_ agent: Agent, _ text: inout StyledText) {
    let figures = agent.figures
    let missed = agent.missesInARow
    let row = missed > 1 ? "  \(missed) missed in a row" : ""
    text.add(
      ("today  ", Style(.muted)),
      ("\(figures.offered) offered  \(figures.answered) answered  ", .plain),
      ("\(figures.missed) missed", Style(figures.missed > 0 ? .red : .text)),
      (row, Style(.red, bold: true)),
      ("  talked " + ClockFace.elapsed(figures.talk), .plain))
    guard figures.placed > 0 else { return }
    text.add(
      ("out    ", Style(.muted)),
      ("\(figures.placed) placed  \(figures.connected) connected  ", .plain),
      ("\(figures.ownMissed) missed", Style(figures.ownMissed > 0 ? .red : .text)),
      ("  talked " + ClockFace.elapsed(figures.placedTalk), .plain))
  }

  /// What else they are known by: by the roster, and by what callbacks have carried together.
  private func addAddresses(of agent: Agent, _ text: inout StyledText) {
    let joined = Set(agent.joinedByCallbacks.map(\.key))
    let others = agent.addresses.filter { $0.key != agent.number.key }
    for (title, isJoined) in [("also   ", false), ("also, as callbacks say, ", true)] {
      let some = others.filter { joined.contains($0.key) == isJoined }
      guard !some.isEmpty else { continue }
      let words = some.map { CallWords.number($0, settings.signs) }.joined(separator: ", ")
      text.add((title + words, Style(.muted)))
    }
  }

  private func addPast(_ detail: AgentDetail, _ text: inout StyledText) {
    let none = detail.isPartial ? "looking" : "none known"
    let count = "\(detail.total)\(detail.isPartial ? "+" : "")"
    text.heading(pastTitle(detail) + ": " + (detail.total > 0 ? count : none))
    for row in detail.earlier {
      text.add(
        (settings.clock.moment(row.call.clock, now: page.now) + "  ", Style(.muted)),
        (outcome(row.call) + "  ", HistoryList.style(row.call)),
        (
          detail.past == .ofAgent
            ? CallWords.customer(row.call, settings.signs) : CallWords.agent(row, settings.signs),
          .plain
        ),
        ("  " + CallWords.line(row, settings.signs), Style(.muted)))
    }
  }

  private func pastTitle(_ detail: AgentDetail) -> String {
    switch detail.past {
    case .ofAgent: "Last calls"
    case .ofCaller(let number) where detail.calls.count > 1:
      CallWords.number(number, settings.signs) + " before"
    case .ofCaller: "This caller before"
    }
  }

  /// `✓ completed, talked 3:12`.
  private func outcome(_ call: Call) -> String {
    settings.signs.sign(call) + " " + CallWords.state(call)
      + (call.talk.map { ", talked " + ClockFace.elapsed($0) } ?? "")
  }
}
