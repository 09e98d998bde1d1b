import CallModel

/// What a board can know of a call that went out.
extension OutboundPlay {
  static func truth(
    _ timeline: OutboundTimeline, _ device: Device, _ script: CallScript
  ) -> CallTruth {
    if !script.tellers.contains(.statusCallback) { return phoneTruth(timeline, device, script) }
    let isTold = script.account.subscribes
    return CallTruth(
      sid: script.sid, outcome: isTold ? timeline.outcome : timeline.fate.callOutcome,
      talk: isTold ? timeline.talk : nil,
      legs: isTold
        ? [
          .init(number: device.address, outcome: timeline.first.fate.outcome),
          .init(number: script.customer, outcome: timeline.second?.fate.outcome ?? .notDialed),
        ] : [])
  }

  /// Of ExoML: the agent's leg, and the customer's where it was dialed.
  static func legTruths(_ timeline: OutboundTimeline, _ script: CallScript) -> [CallTruth] {
    let agent = script.agentLegs.map {
      CallTruth(ofLeg: $0.sid, to: $0.device, timeline.first.fate.outcome, talk: timeline.talk)
    }
    guard let second = timeline.second else { return agent }
    return agent + [
      CallTruth(
        sid: script.sid, outcome: second.fate.callOutcome, talk: timeline.talk,
        legs: [.init(number: script.customer, outcome: second.fate.outcome)])
    ]
  }

  static func campaignTruth(_ timeline: LegTimeline, _ script: CallScript) -> CallTruth {
    CallTruth(
      sid: script.sid, outcome: timeline.fate.callOutcome, talk: nil,
      legs: [.init(number: script.customer, outcome: timeline.fate.outcome)])
  }

  /// As softphones and the contact centre tell it: by one word for the whole.
  private static func phoneTruth(
    _ timeline: OutboundTimeline, _ device: Device, _ script: CallScript
  ) -> CallTruth {
    let word = timeline.finalWord(.agent, .customer)
    let legs: (Leg.Outcome, Leg.Outcome) =
      switch word.subject {
      case nil: (.completed, .completed)
      // Both phones ring no more.
      case .agent where word.outcome == .canceled: (.canceled, .canceled)
      case .agent, .from: (word.outcome, .notDialed)
      case .customer, .to: (.completed, word.outcome)
      }
    return CallTruth(
      sid: script.sid, outcome: word.callOutcome, talk: timeline.talk,
      legs: [
        .init(number: device.address, outcome: legs.0),
        .init(number: script.customer, outcome: legs.1),
      ])
  }
}

extension OutboundTimeline {
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
