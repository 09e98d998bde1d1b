/// A view, and what it is about.
package enum ScreenView: Hashable, Sendable {
  package enum Kind: Hashable, Sendable, CaseIterable {
    case calls, agents, timeline, history, callbacks, call, agent, request, floor, help
  }

  case calls, agents, timeline, history, callbacks
  /// One call, by its sid.
  case call(String)
  /// One agent, by the key of their number.
  case agent(String)
  /// One request of the wire, by its sequence number.
  case request(UInt64)
  /// Large figures, for a wall.
  case floor
  /// The keys of the view it was called from.
  case help(Kind)

  package var kind: Kind {
    switch self {
    case .calls: .calls
    case .agents: .agents
    case .timeline: .timeline
    case .history: .history
    case .callbacks: .callbacks
    case .call: .call
    case .agent: .agent
    case .request: .request
    case .floor: .floor
    case .help: .help
    }
  }
}
