extension CallFold {
  /// Where a call of a StatusCallback's legs stands (`board.md` § 3, StatusCallback).
  func statusStanding() -> Standing {
    if let end = status.end {
      let outcome = end.status.flatMap(Call.Outcome.init(finalStatus:)) ?? .unknown
      return .ended(statusEnd(end, outcome: dispositionWord ?? outcome))
    }
    if let disposition = connect.disposition {
      let time = disposition.time
      return .ended(
        End(time: time, clock: disposition.clock, outcome: dispositionWord ?? .unknown))
    }
    let (first, second) = (status.sides[0], status.sides[1])
    let start = history.deliveries[0].clock
    switch (first.state, second.state) {
    case (_, .answered): return live(.talking, second.clock ?? start)
    case (_, .ringing): return live(.ringing, second.clock ?? start)
    case (_, .dialing): return live(.dialing, second.clock ?? start)
    case (.ringing, _): return live(.ringing, first.clock ?? start)
    case (.dialing, _): return live(.dialing, first.clock ?? start)
    case (.answered, _), (.waiting, _), (.ended, _): return live(.waiting, first.clock ?? start)
    }
  }

  private func live(_ state: Call.State, _ clock: Instant) -> Standing {
    .live(state, clock: clock, deadline: .max)
  }

  /// What a disposition says of a call whose legs are those of the StatusCallbacks.
  private var dispositionWord: Call.Outcome? {
    guard case .disposition(let word) = connect.disposition?.callback.event else { return nil }
    return Call.Outcome(callType: word)
  }

  /// The end is `EndTime` where it is not before the start, else the event's time.
  func statusEnd(_ end: StatusFlow.End, outcome: Call.Outcome) -> End {
    let stamp = end.reported.flatMap { $0.time >= startedAt ? $0 : nil } ?? end.stamp
    return End(time: stamp.time, clock: stamp.clock, outcome: outcome)
  }

  /// Leg 1 is `From`, leg 2 is `To`; none when the callbacks name nobody.
  mutating func statusLegs(_ call: Call) -> [Leg] {
    guard status.hasLegs else { return [] }
    let agent = agentPlace(call)
    var legs: [Leg] = []
    for place in status.sides.indices {
      let number = place == 0 ? call.from : place == 1 ? call.to : nil
      legs.append(leg(place, party: place == agent ? .agent : .customer, number: number, call))
    }
    return legs
  }

  /// `From` is the agent, unless the roster knows only `To` as one.
  private func agentPlace(_ call: Call) -> Int {
    let knowsFrom = call.from.flatMap(roster.agent) != nil
    let knowsTo = call.to.flatMap(roster.agent) != nil
    return knowsTo && !knowsFrom ? 1 : 0
  }

  private mutating func leg(
    _ place: Int, party: Leg.Party, number: PhoneNumber?, _ call: Call
  ) -> Leg {
    let side = status.sides[place]
    var leg = Leg(
      index: place + 1, party: party, number: number, state: side.state,
      clock: side.clock ?? call.clock)
    leg.dialedAt = side.dialed?.time
    leg.ringingAt = side.ringing?.time
    leg.answeredAt = side.answered?.time
    if !call.isLive {
      leg.state = .ended
      leg.clock = call.clock
      leg.outcome = endOutcome(place)
      leg.endedAt = leg.outcome == .notDialed ? nil : call.endedAt
    }
    let rung = leg.answeredAt ?? (leg.outcome == .completed ? nil : leg.endedAt)
    leg.ring = known(
      PhaseLength(side.reportedRing).or(PhaseLength(from: leg.ringingAt, to: rung)))
    leg.onCall = known(
      PhaseLength(side.onCall).or(PhaseLength(from: leg.answeredAt, to: leg.endedAt)))
    return leg
  }

  private func endOutcome(_ place: Int) -> Leg.Outcome {
    if status.end != nil { return status.outcome(of: place).outcome }
    return status.sides[place].isAnswered ? .completed : .unknown
  }
}
