import CallModel

/// Plays one incoming call through the steps of its flow.
struct InboundPlay {
  private(set) var script: CallScript
  private let pace: Pace
  private var time: Duration
  private var attempts: [Attempt] = []
  private var ending: Ending?

  /// An attempt to reach an agent, and what became of it.
  private struct Attempt {
    var number: String
    var outcome: Leg.Outcome
    var talk = Duration.zero
    var hasRung = true
  }

  /// What the after-call Passthru says of the call.
  private enum Ending: String {
    case completed, incomplete, voicemail
    case clientHangup = "client-hangup"
    case callAttempt = "call-attempt"
  }

  /// When an agent rings, answers or not, and is free again.
  private struct Course {
    var ringing: Duration
    var answered: Duration?
    var end: Duration
  }

  init(_ script: CallScript, pace: Pace) {
    self.script = script
    self.pace = pace
    time = script.began
  }

  mutating func run(
    _ steps: [Flow.Step], _ floor: inout Floor, _ random: inout SeededGenerator
  ) {
    for step in steps where ending == nil {
      switch step {
      case .wait(let spread): time += spread.draw(&random, pace)
      case .dial(let dialing) where dialing.order == .oneByOne: hunt(dialing, &floor, &random)
      case .dial(let dialing): ringAll(dialing, &floor, &random)
      case .voicemail(let spread):
        time += spread.draw(&random, pace)
        ending = .voicemail
      case .hangUp: ending = .clientHangup
      }
    }
    end(ending ?? (hasDialed ? .incomplete : .callAttempt))
  }

  private var hasDialed = false

  /// The agents one after the other, until one answers or the caller gives up.
  private mutating func hunt(
    _ dialing: Flow.Dialing, _ floor: inout Floor, _ random: inout SeededGenerator
  ) {
    hasDialed = true
    for number in 0..<dialing.most where ending == nil {
      let fate = dialing.fates[min(number, dialing.fates.count - 1)].draw(&random)
      let began = time
      let tried = attempts.map(\.number)
      let taken = floor.take(dialing.who, number: number, tried: tried, &random) { agent, random in
        let course = course(of: fate, agent, dialing, from: began, &random)
        return (course, began...course.end)
      }
      guard let (agent, course) = taken else { continue }
      play(agent.number, fate, course)
      time = course.end + .seconds(1)
      switch fate {
      case .answers: ending = .completed
      case .callerLeaves: ending = .clientHangup
      case .noAnswer, .rejects, .fails: break
      }
    }
  }

  private func course(
    of fate: Flow.Fate, _ agent: Scenario.Agent, _ dialing: Flow.Dialing, from began: Duration,
    _ random: inout SeededGenerator
  ) -> Course {
    let ringing = began + TimeSpread.between(1...3).draw(&random, pace)
    func after(_ spread: TimeSpread) -> Duration { ringing + spread.draw(&random, pace) }
    switch fate {
    case .answers:
      // Nobody answers within a second: it would seem to be at the end of the attempt before.
      let answered = max(after(agent.answers), ringing + .seconds(1))
      return Course(
        ringing: ringing, answered: answered, end: answered + agent.talks.draw(&random, pace))
    case .noAnswer: return Course(ringing: ringing, end: after(dialing.rings))
    case .rejects: return Course(ringing: ringing, end: after(.between(2...8)))
    case .fails: return Course(ringing: ringing, end: ringing + .seconds(1))
    case .callerLeaves: return Course(ringing: ringing, end: after(dialing.patience))
    }
  }

  private mutating func play(_ number: String, _ fate: Flow.Fate, _ course: Course) {
    script.connect("Dial", number, at: time)
    // A destination that can't be reached does not ring.
    let rings = fate != .fails && script.account.tellsRinging
    if rings { script.connect("Ringing", number, at: course.ringing) }
    if let answered = course.answered { script.connect("Answered", number, at: answered) }
    script.connect("Terminal", number, at: course.end)
    attempts.append(
      Attempt(
        number: number, outcome: fate.outcome,
        talk: course.answered.map { course.end - $0 } ?? .zero, hasRung: rings))
  }

  /// All at once; the first who answers gets the caller.
  private mutating func ringAll(
    _ dialing: Flow.Dialing, _ floor: inout Floor, _ random: inout SeededGenerator
  ) {
    hasDialed = true
    let fate = dialing.fates[0].draw(&random)
    let began = time
    let first = floor.take(dialing.who, number: 0, &random) { agent, random in
      let course = course(of: fate, agent, dialing, from: began, &random)
      return (course, began...course.end)
    }
    guard let first else { return }
    // The others are free again once it is settled.
    let settled = first.course.answered ?? first.course.end
    var others: [String] = []
    for number in 1..<max(dialing.most, 1) {
      let other = floor.take(dialing.who, number: number, &random) { _, _ in ((), began...settled) }
      if let other { others.append(other.agent.number) }
    }
    ringAll(first.agent.number, others, fate, first.course, settled: settled)
  }

  private mutating func ringAll(
    _ first: String, _ others: [String], _ fate: Flow.Fate, _ course: Course, settled: Duration
  ) {
    let rings = fate != .fails && script.account.tellsRinging
    for number in [first] + others { script.connect("Dial", number, at: time) }
    if rings {
      for number in [first] + others { script.connect("Ringing", number, at: course.ringing) }
    }
    if let answered = course.answered { script.connect("Answered", first, at: answered) }
    for number in others { script.connect("Terminal", number, at: settled) }
    script.connect("Terminal", first, at: course.end)
    let talk = course.answered.map { course.end - $0 } ?? .zero
    attempts.append(Attempt(number: first, outcome: fate.outcome, talk: talk, hasRung: rings))
    let outcome = fate == .answers ? Leg.Outcome.elsewhere : fate.outcome
    attempts += others.map { Attempt(number: $0, outcome: outcome, hasRung: rings) }
    time = course.end + .seconds(1)
    if fate == .answers { ending = .completed }
    if fate == .callerLeaves { ending = .clientHangup }
  }

  private mutating func end(_ ending: Ending) {
    self.ending = ending
    let told = attempts.filter { $0.outcome != .elsewhere }
    script.disposition(
      ending.rawValue,
      dial: attempts.first { $0.talk > .zero }.map { _ in "completed" }
        ?? told.last?.outcome.rawValue,
      told.map { attempt in
        CallScript.Destination(
          number: attempt.number, talk: attempt.talk, status: attempt.outcome.rawValue,
          cause: attempt.outcome.cause)
      }, at: time)
  }
}

// MARK: - The truth

extension InboundPlay {
  /// What a board can know of it; nil where Exotel tells nothing at all.
  var truth: CallTruth? {
    guard !script.callbacks.isEmpty, let ending else { return nil }
    let account = script.account
    let legs = attempts.map { CallTruth.Leg(number: $0.number, outcome: known($0)) }
    let hasTalked = attempts.contains { $0.talk > .zero }
    let talk = attempts.reduce(Duration.zero) { $0 + $1.talk }
    return CallTruth(
      sid: script.sid, outcome: outcome(ending, legs, hasTalked: hasTalked),
      talk: hasTalked && (account.tellsAnswered || account.tellsAfterCall) ? talk : nil, legs: legs)
  }

  /// The after-call Passthru settles what it names; without it an end is an end, and says more only where
  /// this call shows that its account tells of ringing and answers.
  private func known(_ attempt: Attempt) -> Leg.Outcome {
    let account = script.account
    if account.tellsAfterCall, attempt.outcome != .elsewhere { return attempt.outcome }
    let answers = attempts.contains { $0.talk > .zero } && account.tellsAnswered
    guard answers || attempts.contains(where: \.hasRung) else { return .unknown }
    if attempt.talk > .zero { return account.tellsAnswered ? .completed : .noAnswer }
    if attempt.outcome == .elsewhere, account.tellsAnswered || account.tellsAfterCall {
      return .elsewhere
    }
    return .noAnswer
  }

  private func outcome(
    _ ending: Ending, _ legs: [CallTruth.Leg], hasTalked: Bool
  ) -> Call.Outcome {
    guard script.account.tellsAfterCall else {
      if hasTalked, script.account.tellsAnswered { return .completed }
      return legs.contains { $0.outcome == .unknown } ? .unknown : .missed
    }
    switch ending {
    case .completed: return .completed
    case .incomplete: return .missed
    case .voicemail: return .voicemail
    case .clientHangup: return .abandoned
    case .callAttempt: return .ivr
    }
  }
}

extension Flow.Fate {
  fileprivate var outcome: Leg.Outcome {
    switch self {
    case .answers: .completed
    case .noAnswer: .noAnswer
    case .rejects: .busy
    case .fails: .failed
    case .callerLeaves: .canceled
    }
  }
}

extension Leg.Outcome {
  fileprivate var cause: String {
    switch self {
    case .noAnswer: "RING_TIMEOUT"
    case .busy: "USER_BUSY"
    case .completed, .failed, .canceled, .elsewhere, .notDialed, .unknown: "NORMAL_CLEARING"
    }
  }
}
