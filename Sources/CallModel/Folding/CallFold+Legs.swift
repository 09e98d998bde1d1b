extension CallFold {
  /// The caller, and a leg for each attempt in the order of dialing.
  mutating func attemptLegs(_ call: Call) -> [Leg] {
    var customer = Leg(
      index: 1, party: .customer, number: parties.customer,
      state: call.isLive ? .answered : .ended,
      clock: call.isLive ? history.deliveries[0].clock : call.clock)
    if !call.isLive {
      customer.endedAt = call.endedAt
      customer.outcome = call.endedAt == nil ? .unknown : .completed
    }
    guard !attempts.attempts.isEmpty || call.from != nil else { return [] }
    var legs = [customer]
    for (place, attempt) in attempts.attempts.enumerated() {
      var leg = leg(of: attempt, index: place + 2)
      leg.outcome = outcomes.outcomes[place]
      if leg.outcome == .notDialed { leg.endedAt = nil }
      leg.ring = known(attempt.ring(leg.outcome))
      leg.offer = outcomes.offers[place]
      legs.append(leg)
    }
    return legs
  }

  private mutating func leg(of attempt: Attempt, index: Int) -> Leg {
    var leg = Leg(
      index: index, party: .agent, number: attempt.agent, state: attempt.state,
      clock: attempt.clock)
    leg.name = attempt.name
    leg.began = attempt.began.time
    leg.dialedAt = attempt.dialed?.time
    leg.ringingAt = attempt.ringing?.time
    leg.answeredAt = attempt.answered?.time
    leg.endedAt = attempt.endedAt
    leg.onCall = known(attempt.talk)
    return leg
  }

  /// The times and durations of the whole.
  mutating func fillTimes(_ call: inout Call) {
    if usesAttempts {
      call.answeredAt = attempts.attempts.lazy.compactMap { $0.answered?.time }.min()
    } else {
      call.answeredAt = sides.sides[1].answered?.time
    }
    call.talk = known(talk(call))
    call.ring = ring(call)
    call.wait = known(wait(call))
  }

  /// The agents' own conversations, else what is reported of the whole, else what was measured.
  private func talk(_ call: Call) -> PhaseLength {
    if usesAttempts, !attempts.attempts.isEmpty {
      var (own, hasTalker): (Duration?, Bool) = (nil, false)
      for leg in call.legs where leg.party == .agent && leg.outcome == .completed {
        hasTalker = true
        if let part = leg.onCall { own = (own ?? .zero) + part }
      }
      if let own { return PhaseLength(own) }
      if !hasTalker { return .unknown }
    }
    let told = history.deliveries.reduce(nil) { longest, delivery in
      [longest, delivery.callback.talk].compactMap { $0 }.max()
    }
    var reported = PhaseLength(sides.conversation).aboveZero.or(PhaseLength(told)).aboveZero
    guard reported.duration == nil, !call.isLive, !usesAttempts else { return reported }
    if secondLegOutcome.map({ $0 == .completed }) ?? true {
      reported = reported.or(PhaseLength(sides.sides[1].onCall)).aboveZero
    }
    // A softphone says of both legs at once that they are answered; its last word says who was there.
    let isSpoken = call.legs.count < 2 || call.legs[1].outcome == .completed
    guard reported.duration == nil, sides.sides[0].isAnswered, !isLost, isSpoken else {
      return reported
    }
    return reported.or(PhaseLength(from: sides.sides[1].answered?.time, to: toldEnd))
  }

  private func ring(_ call: Call) -> Duration? {
    guard usesAttempts else {
      return call.legs.count > 1 ? call.legs[1].ring : call.legs.first?.ring
    }
    var last: Leg?
    for leg in call.legs where leg.party == .agent {
      if leg.answeredAt != nil || leg.outcome == .completed { return leg.ring }
      last = leg
    }
    return last?.ring
  }

  /// From the first dial of an agent, else the first ringing, to an agent's answer; where the line has
  /// a queue, from the flow's last request before the first dial.
  private func wait(_ call: Call) -> PhaseLength {
    let agents = call.legs.lazy.filter { $0.party == .agent }
    guard let answer = agents.compactMap(\.answeredAt).min() else { return .unknown }
    let dial = agents.compactMap(\.dialedAt).min()
    guard var start = dial ?? agents.compactMap(\.ringingAt).min() else { return .unknown }
    if queueLimit != nil {
      let requests = history.deliveries.filter {
        $0.callback.event == .flow && !$0.isUntimed && $0.time <= start
      }
      start = requests.map(\.time).max() ?? start
    }
    return PhaseLength(from: start, to: answer)
  }

  /// Of which live calls it is not known whether the caller is served, or there at all.
  func setUncertainty(_ call: inout Call, now: Instant) {
    guard call.isLive, let since = uncertainSince(call) else { return }
    if since <= now {
      call.isUncertain = true
    } else {
      call.deadline = min(call.deadline ?? .max, since)
    }
  }

  private func uncertainSince(_ call: Call) -> Instant? {
    guard !bots.isRunning else { return nil }
    guard usesAttempts else {
      guard let dialed = agentsDial(call), !openLegsShowProgress else { return nil }
      return dialed + rules.missedAfter
    }
    guard attempts.disposition == nil else { return nil }
    if !attempts.list.isAllClosed {
      guard let dialed = attempts.list.lastUnansweredDial, !openLegsShowProgress else { return nil }
      return dialed + rules.missedAfter
    }
    guard let last = lastClosed else { return lastHeard + queue + rules.missedAfter }
    let tells = attemptsShowProgress(onlyOpen: false)
    return tells || queue > .zero ? last.clock + queue + rules.uncertainAfter : last.clock
  }

  /// When the agent's leg was dialed that is told by its place and is not answered; nil where there is
  /// none.
  private func agentsDial(_ call: Call) -> Instant? {
    guard let place = call.legs.firstIndex(where: { $0.party == .agent }),
      call.legs[place].state == .dialing || call.legs[place].state == .ringing
    else { return nil }
    return (sides.sides[place].dialed ?? sides.sides[place].ringing)?.clock
  }
}
