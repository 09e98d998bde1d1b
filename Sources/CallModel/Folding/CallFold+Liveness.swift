extension CallFold {
  /// Where the call stands at `now`, and whether it was given up as nothing more came of it.
  func liveness(now: Instant) -> (liveness: Liveness, isLost: Bool) {
    let told = usesAttempts ? attemptLiveness(now: now) : sideLiveness()
    guard case .live(let state, let clock, let deadline) = told else { return (told, false) }
    let limit = lastHeard + patience(state)
    guard now >= limit else {
      return (.live(state, clock: clock, deadline: min(deadline, limit)), false)
    }
    // It has ended when it was heard of last, as far as anything is known.
    let outcome = isOnlyInFlow ? flowOutcome : .unknown
    let end = End(time: lastEventTime, clock: lastHeard, givenUpAt: limit, outcome: outcome)
    return (.ended(end), !isOnlyInFlow)
  }

  /// How long a call in that state may be silent before it is given up.
  private func patience(_ state: Call.State) -> Duration {
    if state == .talking || bots.isRunning || isAnsweredAlone { return rules.talkLimit }
    if state == .waiting { return max(rules.staleAfter, queue) }
    // A leg that is dialed or rings may be a conversation that nobody tells of.
    return openLegsShowProgress ? rules.staleAfter : rules.talkLimit
  }

  /// The one leg of a flow or of a bot is answered: no second one will tell more.
  private var isAnsweredAlone: Bool {
    guard !usesAttempts, case .one = parties.sides else { return false }
    return sides.sides[0].isAnswered
  }

  /// True where answers would be told of all legs that are dialed or ring.
  var openLegsShowProgress: Bool {
    if usesAttempts { return attemptsShowProgress(onlyOpen: true) }
    guard sides.progress.isEmpty else { return true }
    let began = history.deliveries[0].time
    return parties.families.all.contains { signs.shows($0, since: began) }
  }

  /// True for a caller in a flow for whom nobody was dialed.
  var isOnlyInFlow: Bool {
    usesAttempts && attempts.attempts.isEmpty && sides.end == nil
      && parties.families.hasAny(.flow, .bridge, .stream)
  }

  /// How a flow ended of which nobody tells how.
  private var flowOutcome: Call.Outcome { hasVoicemail ? .voicemail : .ivr }

  var hasVoicemail: Bool { history.deliveries.contains { $0.callback.voicemailURL != nil } }
}

// MARK: - Calls of attempts

extension CallFold {
  /// `board.md` § 3, Connect and whatever dials agents.
  private func attemptLiveness(now: Instant) -> Liveness {
    if let end = sides.end { return .ended(sideEnd(end, outcome: outcomeOfBoth(end))) }
    if let end = attempts.phoneEnd { return .ended(phoneEnd(end)) }
    if let disposition = attempts.disposition { return .ended(dispositionEnd(disposition)) }
    if let open = openState { return .live(open.state, clock: open.clock, deadline: .max) }
    if bots.isRunning {
      return .live(.waiting, clock: history.deliveries[0].clock, deadline: .max)
    }
    guard let last = lastClosed else { return flowLiveness }
    if let end = conversationEnd { return .ended(end) }
    if let end = trueFlowEnd, end.time >= last.closedBy {
      return .ended(End(time: end.time, clock: end.clock, outcome: quietOutcome))
    }
    let quiet = last.clock + queue + rules.missedAfter
    if now < quiet || lastHeard + patience(.waiting) < quiet {
      return .live(.waiting, clock: last.clock, deadline: quiet)
    }
    return .ended(End(time: last.time ?? last.closedBy, clock: last.clock, outcome: quietOutcome))
  }

  var queue: Duration { queueLimit ?? .zero }

  /// A caller is in the flow, and nobody was dialed.
  private var flowLiveness: Liveness {
    if let end = trueFlowEnd {
      return .ended(End(time: end.time, clock: end.clock, outcome: flowOutcome))
    }
    return .live(.waiting, clock: history.deliveries[0].clock, deadline: .max)
  }

  /// The true end that a flow's request tells which is no disposition.
  private var trueFlowEnd: EventMoment? {
    let ends = history.deliveries.compactMap { delivery -> EventMoment? in
      guard delivery.callback.event == .flow, let end = delivery.callback.end else { return nil }
      return EventMoment(time: end, clock: delivery.believe(end))
    }
    return ends.max { $0.time < $1.time }
  }

  /// The most advanced state among open attempts, and since when.
  private var openState: (state: Call.State, clock: Instant)? {
    var best: (state: Leg.State, clock: Instant)?
    for place in attempts.list.all.indices where attempts.list.all[place].isOpen {
      let (state, clock) = (attempts.list.all[place].state, attempts.list.all[place].clock)
      guard let known = best, (state, known.clock) <= (known.state, clock) else {
        best = (state, clock)
        continue
      }
    }
    guard let (furthest, clock) = best else { return nil }
    switch furthest {
    case .answered: return (.talking, clock)
    case .ringing: return (.ringing, clock)
    case .waiting, .dialing, .ended: return (.dialing, clock)
    }
  }

  var lastClosed: Attempt.End? {
    attempts.list.lastClosed
  }

  /// The end by the answered leg's end: nothing was dialed after it, and no other is open.
  private var conversationEnd: End? {
    let all = attempts.attempts
    guard let answered = outcomes.outcomes.lastIndex(of: .completed), let ended = all[answered].end,
      let last = lastClosed
    else { return nil }
    let later = all[(answered + 1)...].contains { $0.began.time >= ended.closedBy }
    return later ? nil : End(time: last.time, clock: last.clock, outcome: .completed)
  }

  /// The outcome of a call whose attempts all ended, when no new dial came.
  private var quietOutcome: Call.Outcome {
    if outcomes.contains(.completed) { return .completed }
    return outcomes.contains(.unknown) || outcomes.contains(nil) ? .unknown : .missed
  }

  /// A disposition settles how the call ended; it has ended with the last attempt.
  private func dispositionEnd(_ disposition: Delivery) -> End {
    let outcome = dispositionOutcome(disposition)
    let own = attempts.attempts.filter { !$0.isOfDisposition }
    let times = own.filter { $0.end?.cause != .disposition }.compactMap(\.endedAt)
    // When the others ended of which only the disposition tells, nothing says.
    let hadEnded = attempts.attempts.allSatisfy {
      $0.isOfDisposition ? !$0.isConversation : $0.end?.cause != .disposition
    }
    let reported = disposition.callback.end.map { EventMoment(time: $0, clock: $0) }
    let time =
      (hadEnded ? times.max() : nil) ?? trueEnd(reported, told: disposition.eventMoment).time
    return End(time: time, clock: disposition.believe(time), outcome: outcome)
  }

  /// What the word means, but `completed` once an agent has talked.
  func dispositionOutcome(_ disposition: Delivery) -> Call.Outcome {
    let hasTalked = outcomes.contains(.completed)
    guard !hasTalked, case .disposition(let word) = disposition.callback.event,
      let outcome = Call.Outcome(callType: word)
    else { return hasTalked ? .completed : .unknown }
    let dialsNobody = disposition.callback.dialStatus == nil && disposition.callback.legs.isEmpty
    let isLeft = attempts.attempts.isEmpty && (outcome == .missed || dialsNobody)
    return isLeft && hasVoicemail ? .voicemail : outcome
  }

  /// What the attempts and the disposition show outweighs the StatusCallback, which decides the rest.
  private func outcomeOfBoth(_ end: SideFlow.End) -> Call.Outcome {
    if outcomes.contains(.completed) { return .completed }
    if let disposition = attempts.disposition { return dispositionOutcome(disposition) }
    if let outcomeByEnd { return outcomeByEnd }
    let known = quietOutcome
    if known != .unknown { return outcomes.outcomes.last == .canceled ? .abandoned : known }
    guard parties.way == .incoming, !end.isDefault else { return sideOutcome(end) }
    return sideOutcomes.ofSecondLeg ?? .unknown
  }

  func phoneEnd(_ end: AttemptFlow.PhoneEnd) -> End {
    let eventMoment = trueEnd(end.reported, told: end.eventMoment)
    return End(time: eventMoment.time, clock: eventMoment.clock, outcome: phoneOutcome(end.word))
  }

  private func phoneOutcome(_ word: Callback.FinalWord?) -> Call.Outcome {
    if outcomes.contains(.completed) || word?.outcome == .completed { return .completed }
    if let disposition = attempts.disposition { return dispositionOutcome(disposition) }
    guard let word else { return .unknown }
    guard word.isOfAgent(outgoing: false) else { return .abandoned }
    return word.outcome == .canceled ? .abandoned : .missed
  }
}
