import CallModel

/// Plays one call that the API places: an agent is rung, then a customer.
struct OutboundPlay {
  private(set) var script: CallScript
  private let pace: Pace
  private(set) var truths: [CallTruth] = []

  init(_ script: CallScript, pace: Pace) {
    self.script = script
    self.pace = pace
  }

  /// Nothing happens where no agent is free.
  mutating func run(
    _ plan: Flow.Outbound, _ floor: inout Floor, _ random: inout SeededGenerator
  ) {
    if script.tellers.contains(.campaign) { return runCampaign(plan, &random) }
    let began = script.began
    let fates = (plan.agent.draw(&random), plan.customer.draw(&random))
    let taken = floor.take(plan.who, &random) { [self] agent, random in
      let fate = OutboundFate(
        plan, agent: agent, fates: fates, random: &random, pace: pace)
      let timeline = OutboundTimeline(fate, from: began)
      return (timeline, began...timeline.end)
    }
    guard let (agent, timeline) = taken else { return }
    let device =
      script.tellers.contains(.softphone) ? agent.softphoneDevice : agent.device()
    script.play(timeline, device)
    truths =
      script.tellers.contains(.leg)
      ? Self.legTruths(timeline, script) : [Self.truth(timeline, device, script)]
  }

  /// A campaign calls a customer, to whom something is played.
  private mutating func runCampaign(_ plan: Flow.Outbound, _ random: inout SeededGenerator) {
    let fate = plan.leg(
      plan.customer.draw(&random), answersIn: plan.customerAnswers, pace, &random)
    let timeline = LegTimeline(fate, dialedAt: script.began, timeOut: nil)
    var end = timeline.settledAt
    if let answered = timeline.answeredAt {
      script.campaign("in-progress", ends: false, at: answered)
      end = answered + TimeSpread.between(10...40).draw(&random, pace)
    }
    script.campaign(timeline.fate.rawStatus, ends: true, at: end)
    truths = [Self.campaignTruth(timeline, script)]
  }
}

extension Flow.Outbound {
  /// What becomes of a leg with that fate; an answer comes after that time.
  func leg(
    _ fate: Flow.LegFate, answersIn answers: TimeSpread, _ pace: Pace,
    _ random: inout SeededGenerator
  ) -> LegFate {
    let spread =
      switch fate {
      case .answers: answers
      case .noAnswer: rings
      case .rejects, .canceled: TimeSpread.between(2...8)
      case .fails: TimeSpread.exactly(1)
      }
    return LegFate(
      setup: pace.time(2), fate: fate, lasts: max(spread.draw(&random, pace), .seconds(1)))
  }
}

extension OutboundFate {
  /// As the plan of a flow draws it.
  init(
    _ plan: Flow.Outbound, agent: Scenario.Agent, fates: (Flow.LegFate, Flow.LegFate),
    random: inout SeededGenerator, pace: Pace
  ) {
    let first = plan.leg(fates.0, answersIn: agent.answers, pace, &random)
    let isDialed = fates.0 == .answers
    let second =
      isDialed ? plan.leg(fates.1, answersIn: plan.customerAnswers, pace, &random) : first
    let talks = isDialed && fates.1 == .answers
    self.init(
      first: first, second: second, talk: talks ? agent.talks.draw(&random, pace) : .zero)
  }
}
