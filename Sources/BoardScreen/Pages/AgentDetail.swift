import CallModel

/// One agent with what concerns them now.
package struct AgentDetail: Hashable, Sendable {
  /// Whose calls were before: the caller's, while there is one, else the agent's.
  package enum Past: Hashable, Sendable {
    case ofCaller(PhoneNumber)
    case ofAgent

    var masked: Past {
      switch self {
      case .ofCaller(let number): .ofCaller(number.masked)
      case .ofAgent: self
      }
    }
  }

  package var agent: Agent
  /// The calls in which one of their legs is open, the most advanced one first.
  package var calls: [CallRow]
  package var past: Past
  /// The calls that have ended, the newest first; some of `total`.
  package var earlier: [CallRow]
  package var total: Int
  /// True while not all calls have been looked at.
  package var isPartial: Bool

  package init(
    agent: Agent, calls: [CallRow], past: Past, earlier: [CallRow], total: Int, isPartial: Bool
  ) {
    self.agent = agent
    self.calls = calls
    self.past = past
    self.earlier = earlier
    self.total = total
    self.isPartial = isPartial
  }

  /// Which ended calls are those of an agent's past.
  package static func query(_ past: Past, of agent: Agent) -> CallArrangement.Query {
    let filter: CallFilter =
      switch past {
      case .ofCaller(let number): .field(.number, SearchText(number.key))
      // Callbacks may name any number of addresses; a filter takes a limited number of terms.
      case .ofAgent:
        .either(
          agent.addresses.prefix(CallFilter.maximumTerms).map { .field(.agent, SearchText($0.key)) }
        )
      }
    return .init(.ended, filter: filter)
  }

  var masked: AgentDetail {
    var detail = self
    detail.agent = agent.masked
    detail.calls = calls.map(\.masked)
    detail.past = past.masked
    detail.earlier = earlier.map(\.masked)
    return detail
  }
}
