import CallModel

/// The agents beside the calls: who is busy, with what, since when.
enum AgentPane {
  static func draw(
    _ frame: inout Frame, _ state: ScreenState, _ list: ListPage<Agent>, _ page: BoardPage,
    _ settings: ScreenSettings
  ) {
    let x = state.agentPaneX
    let bar = settings.signs.bar
    for y in (state.headerRows)..<(frame.size.rows - state.footerRows) {
      frame.write(bar, x: x - 1, y: y, style: Style(.muted))
    }
    let found = list.unfiltered.map { " \(list.total) of \($0)" } ?? ""
    let rows = list.rows.map { fields($0, page.now, settings) }
    let table = Table(
      columns(found), rows: rows, order: state.layout(of: .agents).order, x: x + 1,
      width: state.agentPaneWidth - 2, signs: settings.signs)
    table.drawTitles(&frame, y: state.headerRows)
    for (line, fields) in rows.enumerated() {
      let y = state.listTop + line
      table.draw(fields, &frame, y: y)
      if state.isAgentPane, list.selected == list.offset + line {
        frame.restyle(x: x, y: y, width: state.agentPaneWidth) { $0.isReverse = true }
      }
    }
    if list.total == 0 {
      let words = list.emptyWords("No agent was called yet.", settings.signs)
      frame.write(
        TextWidth.cut(words, to: state.agentPaneWidth - 2, mark: settings.signs.ellipsis),
        x: x + 1, y: state.listTop + 1, style: Style(.muted))
    }
  }

  /// The names of the columns that the list can be sorted by here.
  static var sortedColumns: Set<String> { Set(columns("").map(\.name)) }

  /// `found` says of how many agents the list is a part.
  private static func columns(_ found: String) -> [Table.Column] {
    [
      Table.Column(title: "", width: 1, widest: 1, rank: 0),
      Table.Column(name: "agent", title: "AGENT" + found, width: 12, widest: 28, rank: 1),
      Table.Column(name: "does", title: "DOES", width: 9, widest: 9, steady: 9, rank: 2),
      Table.Column(
        name: "for", title: "FOR", width: 7, widest: 8, isRight: true, steady: 5, rank: 3),
    ]
  }

  private static func fields(
    _ agent: Agent, _ now: Instant, _ settings: ScreenSettings
  ) -> [Table.Field] {
    let style = settings.style(agent, now: now)
    let isMarked = settings.isMarked(agent.changedAt, now: now)
    let calls = agent.calls.count > 1 ? " (\(agent.calls.count))" : ""
    return [
      .init(settings.signs.sign(agent.activity), style),
      .init(
        (agent.name ?? CallWords.number(agent.number, settings.signs)) + calls,
        Style(agent.activity == .idle ? .idle : .text, bold: isMarked)),
      .init(agent.activity.word + style.mark, style),
      .init(agent.since.map { ClockFace.elapsed(now - $0) } ?? settings.signs.dash, style),
    ]
  }
}
