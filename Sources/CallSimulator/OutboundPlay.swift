import CallModel

/// Plays one call that the API places: an agent is rung, then a customer.
struct OutboundPlay {
  private(set) var script: CallScript
  private let pace: Pace
  private(set) var truth: CallTruth?

  /// When the steps of the call happen, as far as it gets.
  private struct Course {
    var agent: Flow.LegFate
    var customer: Flow.LegFate?
    var firstRings: Duration
    /// Answered, or given up.
    var firstEnds: Duration
    var secondRings: Duration
    var secondEnds: Duration
    var end: Duration

    var isConversation: Bool { customer == .answers }
  }

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
      let course = course(plan, agent, fates.0, fates.1, &random)
      return (course, began...course.end)
    }
    guard let (agent, course) = taken else { return }
    play(agent.number, course)
    let word = course.customer ?? course.agent
    truth = CallTruth(
      sid: script.sid, outcome: word.callOutcome,
      talk: course.isConversation && script.account.subscribes
        ? course.end - course.secondEnds : nil,
      legs: script.account.subscribes
        ? [
          .init(number: agent.number, outcome: course.agent.outcome),
          .init(number: script.customer, outcome: course.customer?.outcome ?? .notDialed),
        ] : [])
  }

  private func course(
    _ plan: Flow.Outbound, _ agent: Scenario.Agent, _ first: Flow.LegFate, _ second: Flow.LegFate,
    _ random: inout SeededGenerator
  ) -> Course {
    func length(_ fate: Flow.LegFate, _ answers: TimeSpread) -> Duration {
      let spread =
        switch fate {
        case .answers: answers
        case .noAnswer: plan.rings
        case .rejects, .canceled: TimeSpread.between(2...8)
        case .fails: TimeSpread.exactly(1)
        }
      return max(spread.draw(&random, pace), .seconds(1))
    }
    let step = pace.time(2)
    let firstRings = script.began + step
    let firstEnds = firstRings + length(first, agent.answers)
    var course = Course(
      agent: first, customer: first == .answers ? second : nil, firstRings: firstRings,
      firstEnds: firstEnds, secondRings: firstEnds + step, secondEnds: firstEnds, end: firstEnds)
    guard first == .answers else { return course }
    course.secondEnds = course.secondRings + length(second, plan.customerAnswers)
    course.end = course.secondEnds
    if second == .answers { course.end += agent.talks.draw(&random, pace) }
    return course
  }

  private mutating func play(_ number: String, _ course: Course) {
    let quiet = CallScript.Leg()
    let active = CallScript.Leg(status: "in-progress")
    func tell(_ event: String, _ legs: [CallScript.Leg], at time: Duration) {
      script.status(event, "in-progress", number, legs: legs, at: time)
    }
    if course.agent != .fails { tell("ringing", [active, quiet], at: course.firstRings) }
    if course.agent == .answers { tell("answered", [active, quiet], at: course.firstEnds) }
    if let customer = course.customer {
      if customer != .fails { tell("ringing", [active, active], at: course.secondRings) }
      if customer == .answers { tell("answered", [active, active], at: course.secondEnds) }
    }
    end(number, course)
  }

  private mutating func end(_ number: String, _ course: Course) {
    let word = (course.customer ?? course.agent).rawStatus
    guard script.account.subscribes else {
      return script.defaultPayload(word, hasRecording: course.isConversation, at: course.end)
    }
    let talk = course.isConversation ? course.end - course.secondEnds : nil
    func ring(_ fate: Flow.LegFate?, _ time: Duration) -> Duration? {
      fate == nil || fate == .fails || !script.account.tellsRinging ? .zero : time
    }
    script.status(
      "terminal", word, number,
      legs: [
        .init(
          status: course.agent.rawStatus,
          onCall: course.agent == .answers ? course.end - course.firstEnds : .zero,
          ringing: ring(course.agent, course.firstEnds - course.firstRings)),
        .init(
          status: course.customer?.rawStatus, onCall: talk ?? .zero,
          ringing: ring(course.customer, course.secondEnds - course.secondRings)),
      ], conversation: talk, at: course.end)
  }
}

extension Flow.LegFate {
  fileprivate var rawStatus: String {
    switch self {
    case .answers: "completed"
    case .noAnswer: "no-answer"
    case .rejects: "busy"
    case .fails: "failed"
    case .canceled: "canceled"
    }
  }

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
