import CallModel

extension CallScript {
  /// All that is told of an outbound call whose first leg is that device.
  mutating func play(_ course: OutboundCourse, _ device: Device) {
    for teller in Flow.Teller.allCases where tellers.contains(teller) {
      switch teller {
      case .statusCallback: playStatus(course, device.address)
      case .softphone: playSoftphone(course, device)
      case .contactCentre: playCentre(course, device)
      case .leg: playLegs(course, device)
      case .connect, .bridge, .campaign: break
      }
    }
  }

  private mutating func playStatus(_ course: OutboundCourse, _ number: String) {
    guard account.subscribes else {
      return defaultPayload(
        course.fate.rawStatus, hasRecording: course.talk != nil, at: course.end)
    }
    for (step, time) in course.steps {
      if step == .ends {
        status(
          .terminal, course.fate.rawStatus, number, legs: ended(course), conversation: course.talk,
          at: time)
      } else {
        status(step.event, "in-progress", number, legs: step.legs, at: time)
      }
    }
  }

  private func ended(_ course: OutboundCourse) -> [Leg] {
    func ring(_ leg: LegCourse?) -> Duration {
      account.tellsRinging ? leg?.ringing ?? .zero : .zero
    }
    return [
      Leg(
        index: 0, status: course.first.fate.rawStatus,
        onCall: course.first.answeredAt.map { course.end - $0 } ?? .zero,
        ringing: ring(course.first)),
      Leg(
        index: 1, status: course.second?.fate.rawStatus, onCall: course.talk ?? .zero,
        ringing: ring(course.second)),
    ]
  }

  /// It tells when both have answered, and of the end.
  private mutating func playSoftphone(_ course: OutboundCourse, _ device: Device) {
    softphoneCall(.begin, device, at: began)
    if let answered = course.second?.answeredAt {
      softphoneCall(.answered, device, at: answered)
    }
    softphoneCall(
      .terminal, device, word: course.finalWord(.from, .to), talk: course.talk ?? .zero,
      at: course.end)
  }

  /// ExoML dials an agent, then the customer, and both come to a bridge.
  private mutating func playLegs(_ course: OutboundCourse, _ device: Device) {
    _ = beginLeg(to: device)
    let customer = LegEnd.customer(comesIn: false)
    play(course.first, .agent(device), from: began, to: course.end)
    guard let second = course.second else { return }
    play(second, customer, from: course.first.settledAt, to: course.end)
    if let answered = second.answeredAt { meet(device, comesIn: false, at: answered) }
  }

  private mutating func play(
    _ course: LegCourse, _ end: LegEnd, from dialed: Duration, to over: Duration
  ) {
    leg(.dial, end, at: dialed)
    if let ringing = course.ringsAt { leg(.ringing, end, at: ringing) }
    if let answered = course.answeredAt { leg(.answered, end, at: answered) }
    let ended = course.answeredAt == nil ? course.settledAt : over
    leg(.terminal, end, status: course.fate.rawStatus, at: ended)
  }

  private mutating func playCentre(_ course: OutboundCourse, _ device: Device) {
    if let ringing = course.first.ringsAt { centre(.ringing, device, goesOut: true, at: ringing) }
    if let answered = course.second?.answeredAt {
      centre(.answered, device, goesOut: true, at: answered)
    }
    centre(
      .terminal, device, goesOut: true, word: course.finalWord(.agent, .customer),
      talk: course.talk ?? .zero, at: course.end)
  }
}

extension OutboundCourse.Step {
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

extension OutboundCourse {
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
