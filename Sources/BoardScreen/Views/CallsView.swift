import CallModel

/// The live calls, those that rang longest first, and those that have just ended, dimmed.
enum CallsView {
  private static let columns = [
    Table.Column(title: "", width: 2, widest: 2, rank: 0),
    Table.Column(title: "STATE", width: 11, widest: 13, rank: 1),
    Table.Column(title: "FOR", width: 7, widest: 8, isRight: true, rank: 2),
    Table.Column(title: "CALLER", width: 16, widest: 20, rank: 3),
    Table.Column(title: "AGENT", width: 12, widest: 30, rank: 4),
    Table.Column(title: "LINE", width: 8, widest: 18, rank: 5),
    Table.Column(title: "LEGS", width: 6, widest: 12, rank: 6),
    Table.Column(title: "ATTEMPTS", width: 8, widest: 8, isRight: true, rank: 7),
    Table.Column(title: "ODD", width: 9, widest: 30, rank: 8),
  ]

  static func draw(
    _ frame: inout Frame, _ state: ScreenState, _ list: ListPage<CallRow>,
    agents: ListPage<Agent>, _ page: BoardPage, _ settings: ScreenSettings
  ) {
    let table = Table(columns, x: 1, width: state.callsWidth - 2, signs: settings.signs)
    table.drawTitles(&frame, y: ScreenState.headerRows)
    if list.total == 0 { drawHint(&frame, state, page, settings) }
    let hasKeys = !(state.hasAgentPane && state.isAgentPane)
    for (line, row) in list.rows.enumerated() {
      let y = ScreenState.listTop + line
      let isSelected = list.selected == list.offset + line
      table.draw(fields(row, isSelected: isSelected, page.now, settings), &frame, y: y)
      if isSelected, hasKeys, state.calls.target != .top {
        frame.restyle(x: 0, y: y, width: state.callsWidth) { $0.isReverse = true }
      }
    }
    if state.hasAgentPane { AgentPane.draw(&frame, state, agents, page, settings) }
  }

  private static func fields(
    _ row: CallRow, isSelected: Bool, _ now: Instant, _ settings: ScreenSettings
  ) -> [Table.Field] {
    let signs = settings.signs
    let call = row.call
    let isMarked = settings.isMarked(row.changedAt, now: now)
    let state = settings.style(call, now: now)
    let calm = call.isLive ? Style(bold: isMarked) : Style(.muted, dim: true)
    let mark = (isSelected ? signs.selected : " ") + (isMarked ? signs.changed : " ")
    let tries = CallWords.attempts(call)
    return [
      .init(mark, Style(.accent, bold: true)),
      .init(signs.sign(call.state, call.outcome) + " " + CallWords.state(call), state),
      .init(ClockFace.elapsed(now - call.clock), state),
      .init(CallWords.customer(call, signs), calm),
      .init(CallWords.agent(row, signs), calm),
      .init(CallWords.line(row, signs), calm),
      .init(CallWords.legs(call, signs), calm),
      .init("\(tries)", tries > 1 ? calm : Style(.muted)),
      .init(call.anomalies.all.map(\.rawValue).joined(separator: " "), Style(.amber)),
    ]
  }

  /// What to do while there is nothing to show.
  private static func drawHint(
    _ frame: inout Frame, _ state: ScreenState, _ page: BoardPage, _ settings: ScreenSettings
  ) {
    let y = ScreenState.listTop + 1
    guard case .listening(let address) = page.wire.listener, page.wire.lastReceivedAt == nil else {
      frame.write("No live calls.", x: 3, y: y, width: state.callsWidth - 3, style: Style(.muted))
      return
    }
    let lines = [
      "No callbacks yet. Point Exotel at", "  http://\(address)", "or try",
      "  curl 'http://\(address)?CallSid=c1&EventType=Dial"
        + "&From=09812300001&DialWhomNumber=09880000001'",
    ]
    for (line, text) in lines.enumerated() {
      let cut = TextWidth.cut(text, to: state.callsWidth - 4, mark: settings.signs.ellipsis)
      frame.write(cut, x: 3, y: y + line, style: Style(.muted))
    }
  }
}
