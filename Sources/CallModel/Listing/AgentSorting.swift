/// What agents can be sorted by; the raw values are the names of the columns.
package enum AgentSorting: String, Hashable, Sendable, CaseIterable {
  case agent, status, does
  case timeInState = "for"
  case with, offered, answered, missed, talk, placed, connected, ring, number, team

  package func value(_ agent: Agent) -> SortValue {
    switch self {
    case .agent: SortValue(agent.name ?? agent.number.key)
    case .status: SortValue(agent.status.rawValue)
    case .does: SortValue(agent.activity.rawValue)
    case .timeInState: SortValue(agent.since.map { Instant(milliseconds: -$0.milliseconds) })
    case .with: SortValue(agent.with?.key)
    case .offered: SortValue(agent.figures.offered)
    case .answered: SortValue(agent.figures.answered)
    case .missed: SortValue(agent.figures.missed)
    case .talk: SortValue(agent.figures.talk)
    case .placed: SortValue(agent.figures.placed)
    case .connected: SortValue(agent.figures.connected)
    case .ring: SortValue(agent.figures.meanRing)
    case .number: SortValue(agent.number.key)
    case .team: SortValue(agent.team)
    }
  }
}
