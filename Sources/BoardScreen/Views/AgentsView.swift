import CallModel

/// One row per agent: busy or free, with whom, and today's figures.
enum AgentsView {
  private static let columns = [
    Table.Column(title: "", width: 2, widest: 2, rank: 0),
    Table.Column(title: "AGENT", width: 12, widest: 26, rank: 1),
    Table.Column(title: "STATUS", width: 6, widest: 7, rank: 2),
    Table.Column(title: "DOES", width: 9, widest: 10, rank: 3),
    Table.Column(title: "FOR", width: 7, widest: 8, isRight: true, rank: 4),
    Table.Column(title: "WITH", width: 15, widest: 18, rank: 6),
    Table.Column(title: "OFF", width: 4, widest: 6, isRight: true, rank: 7),
    Table.Column(title: "ANS", width: 4, widest: 6, isRight: true, rank: 8),
    Table.Column(title: "MISS", width: 4, widest: 6, isRight: true, rank: 5),
    Table.Column(title: "TALK", width: 8, widest: 9, isRight: true, rank: 9),
    Table.Column(title: "RING", width: 6, widest: 7, isRight: true, rank: 10),
    Table.Column(title: "NUMBER", width: 15, widest: 18, rank: 11),
    Table.Column(title: "TEAM", width: 8, widest: 16, rank: 12),
  ]

  static func draw(
    _ frame: inout Frame, _ state: ScreenState, _ list: ListPage<Agent>, _ page: BoardPage,
    _ settings: ScreenSettings
  ) {
    let rows = RowList(
      columns: columns,
      empty: "No agent was called yet. Callbacks name them; a roster (--roster) knows them before."
    ) { row, isSelected in
      fields(row, isSelected: isSelected, page.now, settings)
    }
    rows.draw(&frame, list, state.agents, settings)
  }

  private static func fields(
    _ agent: Agent, isSelected: Bool, _ now: Instant, _ settings: ScreenSettings
  ) -> [Table.Field] {
    let signs = settings.signs
    let style = settings.style(agent, now: now)
    let figures = agent.figures
    let isMarked = settings.isMarked(agent.changedAt, now: now)
    let mark = (isSelected ? signs.selected : " ") + (isMarked ? signs.changed : " ")
    let more = agent.calls.count > 1 ? " (\(agent.calls.count) calls)" : ""
    return [
      .init(mark, Style(.accent, bold: true)),
      .init(agent.name ?? CallWords.number(agent.number, signs), Style(bold: isMarked)),
      .init(agent.status.rawValue, style),
      .init(signs.sign(agent.activity) + " " + agent.activity.rawValue, style),
      .init(agent.since.map { ClockFace.elapsed(now - $0) } ?? signs.dash, style),
      .init(CallWords.number(agent.with, signs) + more),
      .init("\(figures.offered)"),
      .init("\(figures.answered)"),
      .init("\(figures.missed)", figures.missed > 0 ? Style(.red) : Style(.muted)),
      .init(ClockFace.elapsed(figures.talk)),
      .init(figures.meanRing.map(ClockFace.figure) ?? signs.dash),
      .init(CallWords.number(agent.number, signs), Style(.muted)),
      .init(agent.team ?? signs.dash, Style(.muted)),
    ]
  }
}
