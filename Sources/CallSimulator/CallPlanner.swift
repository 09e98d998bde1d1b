import CallModel
import CallbackWire

/// Decides what becomes of each simulated call: who is dialed, who answers, how long they talk.
struct CallPlanner: Sendable {
  private var center: CallCenter
  private let clock: SimulatedClock
  private var calls = 0

  init(center: CallCenter, clock: SimulatedClock) {
    self.center = center
    self.clock = clock
  }

  /// The callbacks of a call that arrives at `time`.
  mutating func plan(at time: Duration, random: inout SeededGenerator) -> [SimulatedCallback] {
    calls += 1
    let isOutbound = random.chance(20)
    let line = isOutbound ? center.lines[2] : center.lines[random.chance(55) ? 0 : 1]
    let digits = Int.random(in: 10_000_000...99_999_999, using: &random)
    let sid = hexadecimal(random.next()) + hexadecimal(UInt64(calls))
    var script = CallScript(
      sid: sid, customer: "+9198\(digits)", line: line, began: time, clock: clock)
    if isOutbound {
      outbound(&script, &random)
    } else if random.chance(25) {
      parallel(&script, &random)
    } else {
      hunt(&script, &random)
    }
    return script.callbacks
  }

  private func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The team's free agents one after the other, until one answers or the caller gives up.
  private mutating func hunt(_ script: inout CallScript, _ random: inout SeededGenerator) {
    var time = script.began + random.seconds(2...6)
    var tried: [CallCenter.Agent] = []
    for _ in 0..<3 {
      let ringing = time + random.seconds(1...3)
      let fate = AttemptFate.draw(&random, isFirst: tried.isEmpty)
      let end = ringing + fate.length
      guard let agent = take(script.line.label, during: time...end, random: &random) else { break }
      tried.append(agent)
      script.connect("Dial", agent, at: time)
      script.connect("Ringing", agent, at: ringing)
      switch fate {
      case .answers(let after, let talk):
        script.connect("Answered", agent, at: ringing + after)
        script.connect("Terminal", agent, at: end)
        let talks = tried.dropLast().map { ($0, Duration.zero) } + [(agent, talk)]
        script.disposition("completed", dial: "completed", talks: talks, at: end + .seconds(1))
        return
      case .callerLeaves:
        script.connect("Terminal", agent, at: end)
        script.disposition("client-hangup", dial: "canceled", at: end + .seconds(1))
        return
      case .noAnswer, .rejects:
        script.connect("Terminal", agent, at: end)
        time = end + .seconds(1)
      }
    }
    if tried.isEmpty { time += random.seconds(5...20) }
    let isVoicemail = random.chance(30)
    script.disposition(
      isVoicemail ? "voicemail" : "incomplete", dial: tried.isEmpty ? nil : "no-answer",
      talks: tried.map { ($0, .zero) }, at: time + (isVoicemail ? random.seconds(8...30) : .zero))
  }

  /// Up to three free agents at once; the first to answer gets the caller.
  private mutating func parallel(_ script: inout CallScript, _ random: inout SeededGenerator) {
    let time = script.began + random.seconds(2...5)
    let ringing = time + random.seconds(1...2)
    let isAnswered = random.chance(80)
    let answer = ringing + (isAnswered ? random.seconds(2...14) : .seconds(30))
    let end = answer + (isAnswered ? random.seconds(mean: 60, in: 8...300) : .zero)
    guard let winner = take(script.line.label, during: time...end, random: &random) else {
      script.disposition("incomplete", dial: nil, at: time + random.seconds(5...20))
      return
    }
    let others = (0..<2).compactMap { _ in
      take(script.line.label, during: time...(answer + .seconds(1)), random: &random)
    }
    for agent in [winner] + others { script.connect("Dial", agent, at: time) }
    for agent in [winner] + others { script.connect("Ringing", agent, at: ringing) }
    if isAnswered { script.connect("Answered", winner, at: answer) }
    for agent in others { script.connect("Terminal", agent, at: answer + random.seconds(0...1)) }
    script.connect("Terminal", winner, at: end)
    if isAnswered {
      script.disposition(
        "completed", dial: "completed", talks: [(winner, end - answer)], at: end + .seconds(1))
    }
  }

  /// The API connects an agent and then a customer; StatusCallbacks tell of it.
  private mutating func outbound(_ script: inout CallScript, _ random: inout SeededGenerator) {
    let ring = (random.seconds(2...8), random.seconds(3...18))
    let talk = random.seconds(mean: 70, in: 6...300)
    let times = OutboundTimes(began: script.began, ring: ring, talk: talk)
    guard let agent = take(nil, during: script.began...times.end, random: &random) else { return }
    let encoding: CallbackEncoder.Encoding = random.chance(50) ? .json : .multipart
    let quiet = CallScript.Leg()
    let active = CallScript.Leg(status: "in-progress")
    script.status(
      "ringing", "in-progress", agent, legs: [active, quiet], at: times.firstRings, encoding)
    script.status(
      "answered", "in-progress", agent, legs: [active, quiet], at: times.firstAnswers, encoding)
    script.status(
      "ringing", "in-progress", agent, legs: [active, active], at: times.secondRings, encoding)
    let answers = random.chance(75)
    if answers {
      script.status(
        "answered", "in-progress", agent, legs: [active, active], at: times.secondAnswers, encoding
      )
    }
    let word = answers ? "completed" : random.chance(60) ? "no-answer" : "busy"
    let end = answers ? times.end : times.secondAnswers
    script.status(
      "terminal", word, agent,
      legs: [
        .init(status: "completed", onCall: end - times.firstAnswers, ringing: ring.0),
        .init(status: word, onCall: answers ? talk : .zero, ringing: ring.1),
      ], conversation: answers ? talk : nil, at: end, encoding)
  }

  /// One of the free agents, taken for the span; nil when all are busy.
  private mutating func take(
    _ team: String?, during span: ClosedRange<Duration>, random: inout SeededGenerator
  ) -> CallCenter.Agent? {
    guard let place = center.free(team, during: span).randomElement(using: &random) else {
      return nil
    }
    center.take(place, during: span, now: span.lowerBound - .seconds(600))
    return center.agents[place]
  }
}

/// What becomes of one attempt to reach an agent, counted from the first ring.
enum AttemptFate {
  case answers(after: Duration, talk: Duration)
  case noAnswer(after: Duration)
  case rejects(after: Duration)
  case callerLeaves(after: Duration)

  /// From the first ring to the end of the attempt.
  var length: Duration {
    switch self {
    case .answers(let after, let talk): after + talk
    case .noAnswer(let after), .rejects(let after), .callerLeaves(let after): after
    }
  }

  static func draw(_ random: inout SeededGenerator, isFirst: Bool) -> AttemptFate {
    if random.chance(isFirst ? 62 : 75) {
      return .answers(
        after: random.seconds(mean: 8, in: 2...28), talk: random.seconds(mean: 75, in: 8...360))
    }
    if random.chance(55) { return .noAnswer(after: random.seconds(24...45)) }
    if random.chance(50) { return .rejects(after: random.seconds(2...8)) }
    return .callerLeaves(after: random.seconds(8...40))
  }
}

/// When the steps of an outbound call happen.
private struct OutboundTimes {
  let firstRings, firstAnswers, secondRings, secondAnswers, end: Duration

  init(began: Duration, ring: (Duration, Duration), talk: Duration) {
    firstRings = began + .seconds(2)
    firstAnswers = firstRings + ring.0
    secondRings = firstAnswers + .seconds(2)
    secondAnswers = secondRings + ring.1
    end = secondAnswers + talk
  }
}
