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
    script.play(course, agent.number)
    let isTold = script.account.subscribes
    truth = CallTruth(
      sid: script.sid, outcome: isTold ? course.outcome : course.fate.callOutcome,
      talk: isTold ? course.talk : nil,
      legs: isTold
        ? [
          .init(number: agent.number, outcome: course.first.fate.outcome),
          .init(number: script.customer, outcome: course.second?.fate.outcome ?? .notDialed),
        ] : [])
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

extension OutboundCourse {
  /// As it is told of both legs: an agent who does not take their own phone misses the call.
  fileprivate var outcome: Call.Outcome {
    let isMiss = first.fate == .noAnswer || first.fate == .rejects
    return isMiss ? .agentMissed : fate.callOutcome
  }
}

extension Flow.LegFate {
  fileprivate var outcome: Leg.Outcome {
    switch self {
    case .answers: .completed
    case .noAnswer: .noAnswer
    case .rejects: .busy
    case .fails: .failed
    case .canceled: .canceled
    }
  }

  fileprivate var callOutcome: Call.Outcome {
    switch self {
    case .answers: .completed
    case .noAnswer: .missed
    case .rejects: .busy
    case .fails: .failed
    case .canceled: .abandoned
    }
  }
}
