import CallModel

/// What each of the products tells of an attempt to reach an agent.
extension CallScript {
  mutating func tellDial(of device: Device, at time: Duration) {
    if tellers.contains(.connect) { connect(.dial, device, at: time) }
    if tellers.contains(.softphone) { popUp(device, isOver: false, at: time) }
    if tellers.contains(.bridge) { bridge(.begin, device, at: time) }
    guard tellers.contains(.leg) else { return }
    _ = beginLeg(to: device)
    leg(.dial, .agent(device), at: time)
  }

  mutating func tellRinging(of device: Device, at time: Duration) {
    if tellers.contains(.connect) { connect(.ringing, device, at: time) }
    if tellers.contains(.contactCentre) { centre(.ringing, device, goesOut: false, at: time) }
    if tellers.contains(.bridge) { bridge(.ringing, device, at: time) }
    if tellers.contains(.leg) { leg(.ringing, .agent(device), at: time) }
  }

  mutating func tellAnswer(of device: Device, at time: Duration) {
    if tellers.contains(.connect) { connect(.answered, device, at: time) }
    if tellers.contains(.contactCentre) { centre(.answered, device, goesOut: false, at: time) }
    if tellers.contains(.bridge) { bridge(.answered, device, at: time) }
    guard tellers.contains(.leg) else { return }
    leg(.answered, .agent(device), at: time)
    meet(device, comesIn: true, at: time)
  }

  mutating func tellAttemptEnd(
    of device: Device, _ outcome: CallModel.Leg.Outcome, at time: Duration
  ) {
    if tellers.contains(.connect) { connect(.terminal, device, at: time) }
    if tellers.contains(.softphone) { popUp(device, isOver: true, at: time) }
    guard tellers.contains(.leg) else { return }
    let word = outcome == .elsewhere ? .canceled : outcome
    leg(.terminal, .agent(device), status: word.rawValue, at: time)
  }
}

/// What each of the products tells of the end of the call.
extension InboundPlay {
  /// ExoML has answered the caller.
  mutating func tellBegin() {
    guard script.tellers.contains(.leg) else { return }
    script.leg(.ringing, .customer(comesIn: true), at: script.began)
    script.leg(.answered, .customer(comesIn: true), at: script.began)
  }

  mutating func tellEnd(_ ending: Ending, at time: Duration) {
    let talk = attempts.reduce(Duration.zero) { $0 + $1.talk }
    for teller in Flow.Teller.allCases where script.tellers.contains(teller) {
      switch teller {
      case .connect: tellDisposition(ending, at: time)
      case .statusCallback: tellStatus(talk: talk, at: time)
      case .softphone:
        script.softphoneEnd(finalWord(.from, .to), attempts.last?.device, talk: talk, at: time)
      case .contactCentre:
        script.centre(
          .terminal, attempts.last?.device, goesOut: false,
          word: finalWord(.customer, .agent), talk: talk, at: time)
      case .leg:
        script.leg(.terminal, .customer(comesIn: true), status: "completed", at: time)
      case .bridge:
        let last = attempts.last { $0.outcome != .elsewhere }
        script.bridgeEnd(
          ending.rawValue, dial: last?.outcome.rawValue, last?.device, talk: talk, at: time)
      case .campaign: break
      }
    }
  }

  private mutating func tellDisposition(_ ending: Ending, at time: Duration) {
    let told = attempts.filter { $0.outcome != .elsewhere }
    script.disposition(
      ending.rawValue,
      dial: attempts.first { $0.talk > .zero }.map { _ in "completed" }
        ?? told.last?.outcome.rawValue,
      told.map { attempt in
        CallScript.Destination(
          number: attempt.device.address, talk: attempt.talk, status: attempt.outcome.rawValue,
          cause: attempt.outcome.cause)
      }, at: time)
  }

  /// Leg 1 is the caller, leg 2 whoever was dialed last; empty where nobody was.
  private mutating func tellStatus(talk: Duration, at time: Duration) {
    let second = attempts.last { $0.outcome != .elsewhere }?.outcome
    script.inboundStatus(
      .terminal, "completed",
      legs: [
        .init(index: 0, status: "completed", onCall: time - script.began),
        .init(index: 1, status: second?.rawValue, onCall: talk),
      ], conversation: talk, at: time)
  }

  /// Exotel tells how the call ended by one word. Whoever rejects a call looks like one who does not
  /// answer.
  func finalWord(
    _ customer: Callback.FinalWord.Subject, _ agent: Callback.FinalWord.Subject
  ) -> Callback.FinalWord {
    if ending == .completed { return .init(.completed) }
    guard ending != .clientHangup, let last = attempts.last else {
      return .init(.canceled, of: customer)
    }
    return .init(last.outcome == .busy ? .noAnswer : last.outcome, of: agent)
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
