import CallModel

/// The columns of the agents beside the calls.
enum AgentPaneList {
  /// The names of the columns that the list can be sorted by here.
  static var columnNames: Set<String> { Set(columns("").map(\.name)) }

  /// `found` says of how many agents the list is a part.
  static func columns(_ found: String) -> [Table.Column] {
    [
      Table.Column(title: "", width: 1, widest: 1, rank: 0),
      Table.Column(name: "agent", title: "AGENT" + found, width: 12, widest: 28, rank: 1),
      Table.Column(name: "does", title: "DOES", width: 9, widest: 9, steady: 9, rank: 2),
      Table.Column(
        name: "for", title: "FOR", width: 7, widest: 8, isRight: true, steady: 5, rank: 3),
    ]
  }

  static func fields(
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
