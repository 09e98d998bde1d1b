import CallModel

/// What a board can know of a call that went out.
extension OutboundPlay {
  static func truth(
    _ course: OutboundCourse, _ device: Device, _ script: CallScript
  ) -> CallTruth {
    if !script.tellers.contains(.statusCallback) { return phoneTruth(course, device, script) }
    let isTold = script.account.subscribes
    return CallTruth(
      sid: script.sid, outcome: isTold ? course.outcome : course.fate.callOutcome,
      talk: isTold ? course.talk : nil,
      legs: isTold
        ? [
          .init(number: device.address, outcome: course.first.fate.outcome),
          .init(number: script.customer, outcome: course.second?.fate.outcome ?? .notDialed),
        ] : [])
  }

  /// Of ExoML: the agent's leg, and the customer's where it was dialed.
  static func legTruths(_ course: OutboundCourse, _ script: CallScript) -> [CallTruth] {
    let agent = script.agentLegs.map {
      CallTruth(ofLeg: $0.sid, to: $0.device, course.first.fate.outcome, talk: course.talk)
    }
    guard let second = course.second else { return agent }
    return agent + [
      CallTruth(
        sid: script.sid, outcome: second.fate.callOutcome, talk: course.talk,
        legs: [.init(number: script.customer, outcome: second.fate.outcome)])
    ]
  }

  static func campaignTruth(_ course: LegCourse, _ script: CallScript) -> CallTruth {
    CallTruth(
      sid: script.sid, outcome: course.fate.callOutcome, talk: nil,
      legs: [.init(number: script.customer, outcome: course.fate.outcome)])
  }

  /// As softphones and the contact centre tell it: by one word for the whole.
  private static func phoneTruth(
    _ course: OutboundCourse, _ device: Device, _ script: CallScript
  ) -> CallTruth {
    let word = course.finalWord(.agent, .customer)
    let legs: (Leg.Outcome, Leg.Outcome) =
      switch word.subject {
      case nil: (.completed, .completed)
      // Both phones ring no more.
      case .agent where word.outcome == .canceled: (.canceled, .canceled)
      case .agent, .from: (word.outcome, .notDialed)
      case .customer, .to: (.completed, word.outcome)
      }
    return CallTruth(
      sid: script.sid, outcome: word.callOutcome, talk: course.talk,
      legs: [
        .init(number: device.address, outcome: legs.0),
        .init(number: script.customer, outcome: legs.1),
      ])
  }
}

extension OutboundCourse {
  /// As it is told of both legs: an agent who does not take their own phone misses the call.
  fileprivate var outcome: Call.Outcome {
    let isMiss = first.fate == .noAnswer || first.fate == .rejects
    return isMiss ? .agentMissed : fate.callOutcome
  }
}

extension Callback.FinalWord {
  fileprivate var callOutcome: Call.Outcome {
    switch outcome {
    case .completed: .completed
    case .noAnswer: subject == .agent ? .agentMissed : .missed
    case .busy: .busy
    case .failed: .failed
    case .canceled: .abandoned
    case .elsewhere, .notDialed, .unknown: .unknown
    }
  }
}

extension Flow.LegFate {
  var outcome: Leg.Outcome {
    switch self {
    case .answers: .completed
    case .noAnswer: .noAnswer
    case .rejects: .busy
    case .fails: .failed
    case .canceled: .canceled
    }
  }

  fileprivate var callOutcome: Call.Outcome {
    switch self {
    case .answers: .completed
    case .noAnswer: .missed
    case .rejects: .busy
    case .fails: .failed
    case .canceled: .abandoned
    }
  }
}
