import CallModel

/// One agent with what concerns him now.
package struct AgentDetail: Hashable, Sendable {
  /// What was before: of the caller, while he has one, else of the agent.
  package enum Past: Hashable, Sendable { case ofCaller, ofAgent }

  package var agent: Agent
  /// The calls in which one of his legs is open, the most advanced one first.
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

  /// Which ended calls are those of the past.
  package static func wish(
    _ past: Past, of number: PhoneNumber
  ) -> CallArrangement.Wish {
    let field: CallFilter.Field = past == .ofCaller ? .number : .agent
    return .init(.ended, filter: .field(field, SearchText(number.key)))
  }

  var masked: AgentDetail {
    var detail = self
    detail.agent = agent.masked
    detail.calls = calls.map(\.masked)
    detail.earlier = earlier.map(\.masked)
    return detail
  }
}
