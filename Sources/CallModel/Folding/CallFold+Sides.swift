extension CallFold {
  /// `board.md` § 3, calls whose legs are told by their places.
  func sideLiveness() -> Liveness {
    if let end = sides.end { return .ended(sideEnd(end, outcome: outcomeOfSides(end))) }
    if let disposition = attempts.disposition {
      let outcome = dispositionOutcome(disposition)
      return .ended(End(time: disposition.time, clock: disposition.clock, outcome: outcome))
    }
    let (first, second) = (sides.sides[0], sides.sides[1])
    let start = history.deliveries[0].clock
    if case .one(let party, _) = parties.sides { return oneLegLiveness(first, party, start) }
    switch (first.state, second.state) {
    case (_, .answered): return live(.talking, second.clock ?? start)
    case (_, .ringing): return live(.ringing, second.clock ?? start)
    case (_, .dialing): return live(.dialing, second.clock ?? start)
    case (.ringing, _): return live(.ringing, first.clock ?? start)
    case (.dialing, _): return live(.dialing, first.clock ?? start)
    case (.answered, _), (.waiting, _), (.ended, _): return live(.waiting, first.clock ?? start)
    }
  }

  /// A call with one leg: an agent's answered leg talks; a customer's does so while it shares a bridge
  /// with an agent's, and where it goes out and no bridge was ever told; else the program has it.
  private func oneLegLiveness(
    _ side: SideFlow.Side, _ party: Leg.Party, _ start: Instant
  ) -> Liveness {
    switch side.state {
    case .answered:
      let answered = side.clock ?? start
      if party == .agent { return live(.talking, answered) }
      if let since = meetings.talkingSince { return live(.talking, since.clock) }
      let isOfLeg = parties.families.contains(.leg)
      if isOfLeg, parties.way == .outgoing, stays.all.isEmpty { return live(.talking, answered) }
      return live(.waiting, max(answered, meetings.leftAt?.clock ?? answered))
    case .ringing: return live(.ringing, side.clock ?? start)
    case .dialing: return live(.dialing, side.clock ?? start)
    case .waiting, .ended: return live(.waiting, start)
    }
  }

  private func live(_ state: Call.State, _ clock: Instant) -> Liveness {
    .live(state, clock: clock, deadline: .max)
  }

  /// The end is a true `EndTime`, else the event's time.
  func sideEnd(_ end: SideFlow.End, outcome: Call.Outcome) -> End {
    let eventMoment = trueEnd(end.reported, told: end.eventMoment)
    return End(time: eventMoment.time, clock: eventMoment.clock, outcome: outcome)
  }

  /// A disposition outweighs the end of a call into a flow where nobody was dialed, but no conversation
  /// that is told.
  private func outcomeOfSides(_ end: SideFlow.End) -> Call.Outcome {
    let told = sideOutcome(end)
    guard let disposition = attempts.disposition else {
      return isLeftInFlow ? .voicemail : told
    }
    if case .one = parties.sides { return dispositionOutcome(disposition) }
    return toldConversation == nil && end.word?.outcome != .completed
      ? dispositionOutcome(disposition) : told
  }

  /// True for a caller who left a message in a flow, and for whom nobody was dialed.
  private var isLeftInFlow: Bool {
    hasVoicemail && parties.way == .incoming && parties.families.hasAny(.flow, .bridge)
      && sideOutcomes.ofSecondLeg == nil
  }

  func sideOutcome(_ end: SideFlow.End) -> Call.Outcome {
    sideOutcomes.call(end)
  }

  /// None when the callbacks name nobody.
  mutating func sideLegs(_ call: Call) -> [Leg] {
    guard sides.hasLegs || parties.from != nil else { return [] }
    switch parties.sides {
    case .agentFirst(let agent, let customer):
      return [leg(0, .agent, agent, call), leg(1, .customer, customer, call)]
    case .customerFirst(let customer, let agent):
      return [leg(0, .customer, customer, call), leg(1, .agent, agent, call)]
    case .one(let party, let number): return [leg(0, party, number, call)]
    }
  }

  private mutating func leg(
    _ place: Int, _ party: Leg.Party, _ number: PhoneNumber?, _ call: Call
  ) -> Leg {
    let side = sides.sides[place]
    var leg = Leg(
      index: place + 1, party: party, number: number, state: side.state,
      clock: side.clock ?? call.clock)
    leg.name = party == .agent ? agentName : nil
    leg.began = (side.dialed ?? side.ringing ?? side.answered)?.time ?? startedAt
    leg.dialedAt = side.dialed?.time
    leg.ringingAt = side.ringing?.time
    leg.answeredAt = side.answered?.time
    leg.answeredBy = side.answeredBy
    if !call.isLive {
      leg.state = .ended
      leg.clock = givenUpAt ?? call.clock
      leg.outcome =
        sides.end.map { sideOutcomes.leg(place, $0) }
        ?? (side.isAnswered ? .completed : .unknown)
      leg.endedAt =
        leg.outcome == .notDialed || isLost ? nil : toldEnd?.asEnd(after: side.lastKnown)
    } else if !sides.hasLegs {
      leg.state = .answered
    }
    let rung = leg.answeredAt ?? (leg.outcome == .completed ? nil : leg.endedAt)
    leg.ring = known(PhaseLength(side.reportedRing).or(PhaseLength(from: leg.ringingAt, to: rung)))
    leg.onCall = known(
      PhaseLength(side.onCall).aboveZero
        .or(PhaseLength(from: leg.answeredAt, to: leg.endedAt))
        .or(PhaseLength(side.onCall)))
    return leg
  }

  /// The first name that is told of the agent.
  private var agentName: String? {
    history.deliveries.lazy.compactMap(\.callback.agentName).first
  }
}
