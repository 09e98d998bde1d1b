import CallModel

/// Plays one incoming call through the steps of its flow.
struct InboundPlay {
  var script: CallScript
  private let pace: Pace
  private var time: Duration
  private(set) var attempts: [Attempt] = []
  private(set) var ending: Ending?
  private(set) var bot: CallTruth.Bot?
  private var hasDialed = false

  init(_ script: CallScript, pace: Pace) {
    self.script = script
    self.pace = pace
    time = script.began
  }

  mutating func run(
    _ steps: [Flow.Step], _ floor: inout Floor, _ random: inout SeededGenerator
  ) {
    tellBegin()
    for step in steps where ending == nil {
      switch step {
      case .wait(let spread): time += spread.draw(&random, pace)
      case .ask(let asking): script.ask(asking, at: time)
      case .bot(let bot): talk(bot, &random)
      case .dial(let dialing) where dialing.order == .oneByOne: hunt(dialing, &floor, &random)
      case .dial(let dialing): ringAll(dialing, &floor, &random)
      case .voicemail(let spread):
        time += spread.draw(&random, pace)
        ending = .voicemail
      case .hangUp: ending = .clientHangup
      }
    }
    let ending = ending ?? (hasDialed ? .incomplete : .callAttempt)
    self.ending = ending
    tellEnd(ending, at: time)
  }

  /// A bot talks with the caller.
  private mutating func talk(_ plan: Flow.Bot, _ random: inout SeededGenerator) {
    let fate = plan.fate.draw(&random)
    let talk = max(plan.talks.draw(&random, pace), .seconds(1))
    let id = script.sid + "-stream"
    script.streamStarts(id, at: time)
    time += talk
    script.streamEnds(id, fate, talk: talk, at: time)
    bot = CallTruth.Bot(status: fate.callStatus, talk: (bot?.talk ?? .zero) + talk)
    if fate == .callerLeaves { ending = .clientHangup }
    time += .seconds(1)
  }

  /// The agents one after the other, until one answers or the caller gives up.
  private mutating func hunt(
    _ dialing: Flow.Dialing, _ floor: inout Floor, _ random: inout SeededGenerator
  ) {
    hasDialed = true
    for number in 0..<dialing.most where ending == nil {
      let fate = dialing.fates[min(number, dialing.fates.count - 1)].draw(&random)
      let began = time
      let tried = attempts.map(\.person)
      let taken = floor.take(dialing.who, number: number, tried: tried, &random) { agent, random in
        let timeline = timeline(of: fate, agent, dialing, from: began, &random)
        return (timeline, began...timeline.end)
      }
      guard let (agent, timeline) = taken else { continue }
      play(device(dialing.who, number, of: agent), of: agent.number, fate, timeline)
      time = timeline.end + .seconds(1)
      switch fate {
      case .answers: ending = .completed
      case .callerLeaves: ending = .clientHangup
      case .noAnswer, .rejects, .fails: break
      }
    }
  }

  private func timeline(
    of fate: Flow.Fate, _ agent: Scenario.Agent, _ dialing: Flow.Dialing, from began: Duration,
    _ random: inout SeededGenerator
  ) -> Timeline {
    let ringing = began + TimeSpread.between(1...3).draw(&random, pace)
    func after(_ spread: TimeSpread) -> Duration { ringing + spread.draw(&random, pace) }
    switch fate {
    case .answers:
      // Nobody answers within a second: it would seem to be at the end of the attempt before.
      let answered = max(after(agent.answers), ringing + .seconds(1))
      return Timeline(
        ringing: ringing, answered: answered, end: answered + agent.talks.draw(&random, pace))
    case .noAnswer: return Timeline(ringing: ringing, end: after(dialing.rings))
    case .rejects: return Timeline(ringing: ringing, end: after(.between(2...8)))
    case .fails: return Timeline(ringing: ringing, end: ringing + .seconds(1))
    case .callerLeaves: return Timeline(ringing: ringing, end: after(dialing.patience))
    }
  }

  private mutating func play(
    _ device: Device, of person: String, _ fate: Flow.Fate, _ timeline: Timeline
  ) {
    script.tellDial(of: device, at: time)
    // A destination that can't be reached does not ring.
    let rings = fate != .fails && script.account.tellsRinging
    if rings { script.tellRinging(of: device, at: timeline.ringing) }
    if let answered = timeline.answered { script.tellAnswer(of: device, at: answered) }
    script.tellAttemptEnd(of: device, fate.outcome, at: timeline.end)
    attempts.append(
      Attempt(
        device: device, person: person, outcome: fate.outcome,
        talk: timeline.answered.map { timeline.end - $0 } ?? .zero, hasRung: rings))
  }

  /// All at once; the first who answers gets the caller.
  private mutating func ringAll(
    _ dialing: Flow.Dialing, _ floor: inout Floor, _ random: inout SeededGenerator
  ) {
    hasDialed = true
    let fate = dialing.fates[0].draw(&random)
    let (began, known) = (time, attempts.count)
    let first = floor.take(dialing.who, number: 0, &random) { agent, random in
      let timeline = timeline(of: fate, agent, dialing, from: began, &random)
      return (timeline, began...timeline.end)
    }
    guard let first else { return }
    let talk = first.timeline.answered.map { first.timeline.end - $0 } ?? .zero
    let rings = fate != .fails && script.account.tellsRinging
    attempts.append(
      Attempt(
        device: device(dialing.who, 0, of: first.agent), person: first.agent.number,
        outcome: fate.outcome, talk: talk, hasRung: rings))
    // The others are free again once it is settled.
    let settled = first.timeline.answered ?? first.timeline.end
    for number in 1..<max(dialing.most, 1) {
      let other = floor.take(
        dialing.who, number: number, beside: first.agent, for: began...settled, &random)
      guard let other else { continue }
      attempts.append(
        Attempt(
          device: device(dialing.who, number, of: other), person: other.number,
          outcome: fate == .answers ? .elsewhere : fate.outcome, hasRung: rings))
    }
    tellAll(Array(attempts[known...]), rings: rings, first.timeline, settled: settled)
    time = first.timeline.end + .seconds(1)
    if fate == .answers { ending = .completed }
    if fate == .callerLeaves { ending = .clientHangup }
  }

  /// The first of the devices answers, if one does.
  private mutating func tellAll(
    _ attempts: [Attempt], rings: Bool, _ timeline: Timeline, settled: Duration
  ) {
    let devices = attempts.map(\.device)
    for device in devices { script.tellDial(of: device, at: time) }
    if rings { for device in devices { script.tellRinging(of: device, at: timeline.ringing) } }
    if let answered = timeline.answered { script.tellAnswer(of: devices[0], at: answered) }
    for attempt in attempts.dropFirst() {
      script.tellAttemptEnd(of: attempt.device, attempt.outcome, at: settled)
    }
    script.tellAttemptEnd(of: devices[0], attempts[0].outcome, at: timeline.end)
  }
}

extension Flow.BotFate {
  fileprivate var callStatus: Call.Bot.Status {
    switch self {
    case .handsOver: .completed
    case .fails: .failed
    case .callerLeaves: .canceled
    }
  }
}
