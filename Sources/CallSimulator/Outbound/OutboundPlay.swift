import CallModel

/// Plays one call that the API places: an agent is rung, then a customer.
struct OutboundPlay {
  private(set) var script: CallScript
  private let pace: Pace
  private(set) var truth: CallTruth?

  init(_ script: CallScript, pace: Pace) {
    self.script = script
    self.pace = pace
  }

  /// Nothing happens where no agent is free.
  mutating func run(
    _ plan: Flow.Outbound, _ floor: inout Floor, _ random: inout SeededGenerator
  ) {
    let began = script.began
    let fates = (plan.agent.draw(&random), plan.customer.draw(&random))
    let taken = floor.take(plan.who, &random) { [self] agent, random in
      let fate = OutboundFate(
        plan, agent: agent, fates: fates, random: &random, pace: pace)
      let course = OutboundCourse(fate, from: began)
      return (course, began...course.end)
    }
    guard let (agent, course) = taken else { return }
    let device =
      script.tellers.contains(.softphone) ? agent.softphoneDevice : agent.device()
    script.play(course, device)
    truth = Self.truth(course, device, script)
  }
}

extension OutboundFate {
  /// As the plan of a flow draws it.
  init(
    _ plan: Flow.Outbound, agent: Scenario.Agent, fates: (Flow.LegFate, Flow.LegFate),
    random: inout SeededGenerator, pace: Pace
  ) {
    func leg(_ fate: Flow.LegFate, _ answers: TimeSpread) -> LegFate {
      let spread =
        switch fate {
        case .answers: answers
        case .noAnswer: plan.rings
        case .rejects, .canceled: TimeSpread.between(2...8)
        case .fails: TimeSpread.exactly(1)
        }
      return LegFate(
        setup: pace.time(2), fate: fate, lasts: max(spread.draw(&random, pace), .seconds(1)))
    }
    let first = leg(fates.0, agent.answers)
    let isDialed = fates.0 == .answers
    let second = isDialed ? leg(fates.1, plan.customerAnswers) : first
    let talks = isDialed && fates.1 == .answers
    self.init(
      first: first, second: second, talk: talks ? agent.talks.draw(&random, pace) : .zero)
  }
}
