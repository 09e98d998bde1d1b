import CallbackWire

/// What is to become of a call that was asked for.
package struct CallFate: Hashable, Sendable {
  var outbound: OutboundFate
  /// The terminal callback gets lost.
  var losesEnd = false

  /// As an outbound flow of the scenario has it; without one both answer. The numbers
  /// may tell something else (``TestNumber``).
  package init(
    for request: ConnectRequest, in scenario: Scenario?, pace: Pace, random: inout SeededGenerator
  ) {
    let plans = scenario?.flows.compactMap(Weights<Flow.Outbound>.Share.init) ?? []
    let plan = Weights(plans)?.draw(&random) ?? Flow.Outbound()
    let agents = scenario?.agents ?? []
    let agent =
      agents.first { $0.number.hasSuffix(String.lastDigits(10, of: request.from)) }
      ?? agents.randomElement(using: &random) ?? Self.agent(request.from)
    let (from, to) = (TestNumber(request.from), TestNumber(request.to))
    let isTold = from != nil || to != nil
    let fates =
      isTold ? (.answers, .answers) : (plan.agent.draw(&random), plan.customer.draw(&random))
    outbound = OutboundFate(plan, agent: agent, fates: fates, random: &random, pace: pace)
    from?.change(&outbound.first, pace, &random)
    to?.change(&outbound.second, pace, &random)
    if from == .talkative || to == .talkative {
      outbound.talk = pace.time(request.timeLimit ?? TestNumber.longTalk)
    }
    if to == .hangsUp { outbound.talk = pace.time(TestNumber.moment) }
    if from == .hangsUp { outbound.leavesAfter = pace.time(TestNumber.moment) }
    losesEnd = from == .lost || to == .lost
  }

  /// Where no scenario knows the agents.
  private static func agent(_ number: String) -> Scenario.Agent {
    Scenario.Agent(
      name: nil, number: number, team: nil, answers: .between(2...8),
      talks: .around(mean: 70, 6...300))
  }
}

extension Weights<Flow.Outbound>.Share {
  fileprivate init?(_ flow: Flow) {
    guard flow.isAskedFor, case .outbound(let plan) = flow.kind else { return nil }
    self.init(plan, flow.weight ?? 1)
  }
}
