/// What calls can be sorted by; the raw values are the names of the columns.
package enum CallSorting: String, Hashable, Sendable, CaseIterable {
  case state
  case timeInState = "for"
  case caller, agent, line, legs, attempts, odd, ended, outcome, rang, talked
  case endedBy = "hung-up"

  func value(_ row: CallRow) -> SortValue {
    let call = row.call
    switch self {
    case .state: return SortValue(call.state.rank)
    case .timeInState: return .number(-call.clock.milliseconds)
    case .caller: return SortValue(call.customer?.key)
    case .agent: return SortValue(row.agent.flatMap { $0.name ?? $0.number?.key })
    case .line: return SortValue(row.lineLabel ?? call.virtualNumber?.key)
    case .legs: return SortValue(call.legs.count)
    case .attempts: return SortValue(call.attempts)
    case .odd: return SortValue(call.anomalies.all.first?.rawValue)
    case .ended: return SortValue(call.endedAt)
    case .outcome: return SortValue(call.outcome?.rawValue)
    case .rang: return SortValue(call.ring)
    case .talked: return SortValue(call.talk)
    case .endedBy: return SortValue(call.endedBy?.rawValue)
    }
  }
}

extension Call.State {
  /// The place in a list: ringing, dialing, waiting, talking, ended.
  var rank: Int {
    switch self {
    case .ringing: 0
    case .dialing: 1
    case .waiting: 2
    case .talking: 3
    case .ended: 4
    }
  }
}

extension Call {
  /// Who called, or is being called, from outside.
  package var customer: PhoneNumber? {
    guard let leg = legs.first(where: { $0.party == .customer }) else { return from }
    return leg.number ?? (isOutgoing ? nil : from)
  }

  /// How many times an agent was dialed.
  package var attempts: Int { legs.count(where: \.isOffer) }
}

extension CallRow {
  /// The agent who matters now.
  package struct MainAgent: Hashable, Sendable {
    package var name: String?
    package var number: PhoneNumber?
    /// How many others are dialed, ring or talk beside them.
    package var others: Int
  }

  /// The one of the most advanced open leg, or of its bridge; in a call that is over, who answered, else
  /// who was tried last; nil while it waits.
  package var agent: MainAgent? {
    let agents = zip(call.legs, legNames).filter { $0.0.party == .agent }
    let open = agents.filter { $0.0.state.isOpen }
    let main =
      open.max { $0.0.state < $1.0.state }
      ?? (call.isLive ? nil : agents.last { $0.0.outcome == .completed } ?? agents.last)
    return main.map {
      MainAgent(name: $0.1, number: $0.0.number, others: max(open.count - 1, 0))
    } ?? agentOfBridge
  }

  private var agentOfBridge: MainAgent? {
    let agents = call.companions.filter { $0.party == .agent }
    let there = agents.filter(\.isThere)
    return (there.first ?? (call.isLive ? nil : agents.last)).map {
      MainAgent(name: $0.name, number: $0.number, others: max(there.count - 1, 0))
    }
  }
}
