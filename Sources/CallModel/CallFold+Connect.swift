extension CallFold {
  /// Where a call of attempts stands (`board.md` § 3, Connect).
  func connectStanding(now: Instant) -> Standing {
    if let end = status.end { return .ended(statusEnd(end, outcome: bothOutcome(end))) }
    if let disposition = connect.disposition { return .ended(dispositionEnd(disposition)) }
    let attempts = connect.attempts
    if let open = openState(attempts) {
      return .live(open.state, clock: open.clock, deadline: .max)
    }
    guard let last = lastClosed(attempts) else {
      return .live(.waiting, clock: history.deliveries[0].clock, deadline: .max)
    }
    if let end = conversationEnd(attempts) { return .ended(end) }
    let deadline = last.clock + rules.missedAfter
    if now < deadline { return .live(.waiting, clock: last.clock, deadline: deadline) }
    return .ended(End(time: last.time ?? last.closedBy, clock: last.clock, outcome: quietOutcome))
  }

  /// The most advanced state among open attempts, and since when.
  private func openState(_ attempts: [Attempt]) -> (state: Call.State, clock: Instant)? {
    let open = attempts.filter(\.isOpen)
    guard let furthest = open.map(\.state).max() else { return nil }
    let clock = open.filter { $0.state == furthest }.map(\.clock).min() ?? open[0].clock
    switch furthest {
    case .answered: return (.talking, clock)
    case .ringing: return (.ringing, clock)
    case .waiting, .dialing, .ended: return (.dialing, clock)
    }
  }

  private func lastClosed(_ attempts: [Attempt]) -> Attempt.End? {
    attempts.compactMap(\.end).max { $0.closedBy < $1.closedBy }
  }

  /// The end by the answered leg's end: nothing was dialed after it, and no other is open.
  private func conversationEnd(_ attempts: [Attempt]) -> End? {
    let answered = attempts.lastIndex { $0.isConversation }
    guard let answered, let ended = attempts[answered].end, let last = lastClosed(attempts) else {
      return nil
    }
    let later = attempts[(answered + 1)...].contains { $0.began.time >= ended.closedBy }
    return later ? nil : End(time: last.time, clock: last.clock, outcome: .completed)
  }

  /// The outcome of a call whose attempts all ended, when no new dial came.
  private var quietOutcome: Call.Outcome {
    let outcomes = connect.attempts.map(connect.outcome(of:))
    if outcomes.contains(.completed) { return .completed }
    return outcomes.contains(.unknown) ? .unknown : .missed
  }

  /// A disposition settles how the call ended, and when, unless it had ended before.
  private func dispositionEnd(_ disposition: Delivery) -> End {
    let outcome =
      dispositionOutcome(disposition)
      ?? (connect.list.conversations > 0 ? .completed : .unknown)
    let hadEnded =
      !connect.attempts.isEmpty && connect.attempts.allSatisfy { $0.end?.cause == .terminal }
    if hadEnded, let end = conversationEnd(connect.attempts) {
      return End(time: end.time, clock: end.clock, outcome: outcome)
    }
    let reported = disposition.callback.end.flatMap { $0 >= startedAt ? $0 : nil }
    let time = reported ?? disposition.time
    return End(time: time, clock: disposition.believe(time), outcome: outcome)
  }

  private func dispositionOutcome(_ disposition: Delivery) -> Call.Outcome? {
    guard case .disposition(let word) = disposition.callback.event else { return nil }
    return Call.Outcome(callType: word)
  }

  /// The outcome with both sources: what Connect shows outweighs `Status`, which decides the rest.
  private func bothOutcome(_ end: StatusFlow.End) -> Call.Outcome {
    if let disposition = connect.disposition, let outcome = dispositionOutcome(disposition) {
      return outcome
    }
    let attempts = connect.attempts
    if connect.list.conversations > 0 { return .completed }
    if attempts.allSatisfy({ $0.end?.cause == .terminal }), quietOutcome == .missed {
      return .missed
    }
    return end.status.flatMap(Call.Outcome.init(finalStatus:)) ?? .unknown
  }

  /// The customer, and a leg for each attempt in the order of dialing.
  mutating func connectLegs(_ call: Call) -> [Leg] {
    if !call.isLive, let word = status.end?.status, let outcome = Leg.Outcome(finalStatus: word) {
      connect.settle(byStatus: outcome)
    }
    var customer = Leg(
      index: 1, party: .customer, number: call.from, state: call.isLive ? .answered : .ended,
      clock: call.isLive ? history.deliveries[0].clock : call.clock)
    if !call.isLive {
      customer.endedAt = call.endedAt
      customer.outcome = call.endedAt == nil ? .unknown : .completed
    }
    var legs = [customer]
    for attempt in connect.attempts { legs.append(leg(of: attempt, index: legs.count + 1)) }
    return legs
  }

  private mutating func leg(of attempt: Attempt, index: Int) -> Leg {
    var leg = Leg(
      index: index, party: .agent, number: attempt.agent, state: attempt.state,
      clock: attempt.clock)
    leg.name = attempt.name
    leg.outcome = attempt.isOpen ? nil : connect.outcome(of: attempt)
    leg.dialedAt = attempt.dialed?.time
    leg.ringingAt = attempt.ringing?.time
    leg.answeredAt = attempt.answered?.time
    leg.endedAt = attempt.end?.time
    leg.ring = known(attempt.ring)
    leg.onCall = known(attempt.talk)
    return leg
  }
}

extension Instant {
  /// Never.
  static let max = Instant(milliseconds: .max)
}
