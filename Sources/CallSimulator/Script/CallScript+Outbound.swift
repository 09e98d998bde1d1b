import CallModel

extension CallScript {
  /// All that is told of an outbound call whose first leg is that device.
  mutating func play(_ timeline: OutboundTimeline, _ device: Device) {
    for teller in Flow.Teller.allCases where tellers.contains(teller) {
      switch teller {
      case .statusCallback: playStatus(timeline, device.address)
      case .softphone: playSoftphone(timeline, device)
      case .contactCentre: playCentre(timeline, device)
      case .leg: playLegs(timeline, device)
      case .connect, .bridge, .campaign: break
      }
    }
  }

  private mutating func playStatus(_ timeline: OutboundTimeline, _ number: String) {
    guard account.subscribes else {
      return defaultPayload(
        timeline.fate.rawStatus, hasRecording: timeline.talk != nil, at: timeline.end)
    }
    for (step, time) in timeline.steps {
      if step == .ends {
        status(
          .terminal, timeline.fate.rawStatus, number, legs: ended(timeline),
          conversation: timeline.talk,
          at: time)
      } else {
        status(step.event, "in-progress", number, legs: step.legs, at: time)
      }
    }
  }

  private func ended(_ timeline: OutboundTimeline) -> [Leg] {
    func ring(_ leg: LegTimeline?) -> Duration {
      account.tellsRinging ? leg?.ringing ?? .zero : .zero
    }
    return [
      Leg(
        index: 0, status: timeline.first.fate.rawStatus,
        onCall: timeline.first.answeredAt.map { timeline.end - $0 } ?? .zero,
        ringing: ring(timeline.first)),
      Leg(
        index: 1, status: timeline.second?.fate.rawStatus, onCall: timeline.talk ?? .zero,
        ringing: ring(timeline.second)),
    ]
  }

  /// It tells when both have answered, and of the end.
  private mutating func playSoftphone(_ timeline: OutboundTimeline, _ device: Device) {
    softphoneCall(.begin, device, at: began)
    if let answered = timeline.second?.answeredAt {
      softphoneCall(.answered, device, at: answered)
    }
    softphoneCall(
      .terminal, device, word: timeline.finalWord(.from, .to), talk: timeline.talk ?? .zero,
      at: timeline.end)
  }

  /// ExoML dials an agent, then the customer, and both come to a bridge.
  private mutating func playLegs(_ timeline: OutboundTimeline, _ device: Device) {
    _ = beginLeg(to: device)
    let customer = LegEnd.customer(comesIn: false)
    play(timeline.first, .agent(device), from: began, to: timeline.end)
    guard let second = timeline.second else { return }
    play(second, customer, from: timeline.first.settledAt, to: timeline.end)
    if let answered = second.answeredAt { meet(device, comesIn: false, at: answered) }
  }

  private mutating func play(
    _ timeline: LegTimeline, _ end: LegEnd, from dialed: Duration, to over: Duration
  ) {
    leg(.dial, end, at: dialed)
    if let ringing = timeline.ringsAt { leg(.ringing, end, at: ringing) }
    if let answered = timeline.answeredAt { leg(.answered, end, at: answered) }
    let ended = timeline.answeredAt == nil ? timeline.settledAt : over
    leg(.terminal, end, status: timeline.fate.rawStatus, at: ended)
  }

  private mutating func playCentre(_ timeline: OutboundTimeline, _ device: Device) {
    if let ringing = timeline.first.ringsAt { centre(.ringing, device, goesOut: true, at: ringing) }
    if let answered = timeline.second?.answeredAt {
      centre(.answered, device, goesOut: true, at: answered)
    }
    centre(
      .terminal, device, goesOut: true, word: timeline.finalWord(.agent, .customer),
      talk: timeline.talk ?? .zero, at: timeline.end)
  }
}

extension OutboundTimeline.Step {
  fileprivate var event: Callback.Event {
    switch self {
    case .firstRings, .secondRings: .ringing
    case .firstAnswers, .secondAnswers: .answered
    case .ends: .terminal
    }
  }

  /// A second leg without a status: the event is about the first (`callbacks.md` § 2).
  fileprivate var legs: [CallScript.Leg] {
    let active = "in-progress"
    switch self {
    case .firstRings, .firstAnswers:
      return [.init(index: 0, status: active), .init(index: 1)]
    case .secondRings, .secondAnswers, .ends:
      return [.init(index: 0, status: active), .init(index: 1, status: active)]
    }
  }
}

extension OutboundTimeline {
  /// How softphones and the contact centre tell its end, by their words for both parties.
  func finalWord(
    _ agent: Callback.FinalWord.Subject, _ customer: Callback.FinalWord.Subject
  ) -> Callback.FinalWord {
    guard first.fate == .answers else {
      // Whoever rejects a call looks like one who does not answer.
      return .init(first.fate == .rejects ? .noAnswer : first.fate.outcome, of: agent)
    }
    guard let second else { return .init(.canceled, of: agent) }
    return second.fate == .answers ? .init(.completed) : .init(second.fate.outcome, of: customer)
  }
}
