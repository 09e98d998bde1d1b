import CallModel

/// One row per agent: busy or free, with whom, and today's figures: of callers, then of calls that
/// they placed.
enum AgentsList {
  static let list = RowList<Agent>(
    columns: state + figures,
    empty: "No agent was called yet. Callbacks name them; a roster (--roster) knows them before.")

  private static let state = [
    ListColumn<Agent>("agent", "AGENT", 12, 26, rank: 1) { agent, context in
      .init(
        agent.name ?? CallWords.number(agent.number, context.signs), Style(bold: context.isChanged))
    },
    ListColumn<Agent>("status", "STATUS", 6, 7, steady: 6, rank: 2) { agent, context in
      .init(agent.status.rawValue, context.style(agent))
    },
    ListColumn<Agent>("does", "DOES", 9, 11, steady: 9, rank: 3) { agent, context in
      let style = context.style(agent)
      let word = context.signs.sign(agent.activity) + " " + agent.activity.word
      return .init(word + style.mark, style)
    },
    ListColumn<Agent>("for", "FOR", 7, 8, isRight: true, steady: 5, rank: 4) { agent, context in
      let time = agent.since.map { ClockFace.elapsed(context.now - $0) }
      return .init(time ?? context.signs.dash, context.style(agent))
    },
    ListColumn<Agent>("with", "WITH", 15, 18, rank: 6) { agent, context in
      let more = agent.calls.count > 1 ? " (\(agent.calls.count) calls)" : ""
      return .init(CallWords.number(agent.with, context.signs) + more)
    },
  ]

  private static let figures = [
    ListColumn<Agent>("offered", "OFF", 4, 6, isRight: true, rank: 7) { agent, _ in
      .init("\(agent.figures.offered)")
    },
    ListColumn<Agent>("answered", "ANS", 4, 6, isRight: true, rank: 7) { agent, _ in
      .init("\(agent.figures.answered)")
    },
    ListColumn<Agent>("missed", "MISS", 4, 6, isRight: true, rank: 5) { agent, _ in
      let missed = agent.figures.missed
      return .init("\(missed)", missed > 0 ? Style(.red) : Style(.muted))
    },
    ListColumn<Agent>("talk", "TALK", 8, 9, isRight: true, rank: 8) { agent, _ in
      .init(ClockFace.elapsed(agent.figures.talk))
    },
    ListColumn<Agent>("placed", "PLACED", 6, 7, isRight: true, rank: 9) { agent, _ in
      .init("\(agent.figures.placed)")
    },
    ListColumn<Agent>("connected", "CONN", 4, 6, isRight: true, rank: 13) { agent, _ in
      .init("\(agent.figures.connected)")
    },
    ListColumn<Agent>("ring", "RING", 5, 7, isRight: true, rank: 10) { agent, context in
      .init(agent.figures.meanRing.map(ClockFace.figure) ?? context.signs.dash)
    },
    ListColumn<Agent>("number", "NUMBER", 15, 18, rank: 11) { agent, context in
      .init(CallWords.number(agent.number, context.signs), Style(.muted))
    },
    ListColumn<Agent>("team", "TEAM", 8, 16, rank: 12) { agent, context in
      .init(agent.team ?? context.signs.dash, Style(.muted))
    },
  ]
}

extension RowContext {
  func style(_ agent: Agent) -> Style { settings.style(agent, now: now) }
}
