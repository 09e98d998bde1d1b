extension Call {
  /// What this call adds to the figures of the window it belongs to.
  func figures(_ rules: CallRules) -> WindowFigures {
    var figures = WindowFigures()
    switch verdict {
    case .answered:
      figures.answered = 1
      if let wait {
        figures.wait = wait
        figures.waits = 1
        figures.answeredInTime = wait <= rules.serviceLevel ? 1 : 0
      }
    case .missed: figures.missed = 1
    case .abandoned: figures.abandoned = 1
    case .undecided: break
    }
    if !isLive, let talk {
      figures.talk = talk
      figures.talks = 1
    }
    figures.offered = verdict != .undecided || legs.contains(where: \.isOffer) ? 1 : 0
    return figures
  }

  private enum Verdict { case answered, missed, abandoned, undecided }

  private var verdict: Verdict {
    switch outcome {
    case .completed: .answered
    case .missed: .missed
    case .abandoned: .abandoned
    case .busy, .failed, .voicemail, .ivr, .unknown, nil: hadConversation ? .answered : .undecided
    }
  }

  private var hadConversation: Bool {
    guard answeredAt == nil, talk == nil else { return true }
    return source != .statusCallback
      && legs.contains { $0.party == .agent && $0.outcome == .completed }
  }

  /// What one of its legs adds to its agent's figures.
  func figures(of leg: Leg) -> AgentFigures {
    var figures = AgentFigures()
    guard leg.isOffer else { return figures }
    figures.offered = 1
    if leg.state == .answered || leg.outcome == .completed { figures.answered = 1 }
    if leg.outcome?.isMiss == true { figures.missed = 1 }
    if leg.outcome == .completed {
      figures.talk = talkTime(of: leg) ?? .zero
    }
    if let ring = leg.ring {
      figures.ring = ring
      figures.rings = 1
    }
    return figures
  }

  /// How long the agent of a leg talked: his time on the call, unless he had to wait for the other
  /// leg; the whole conversation where he alone had it.
  private func talkTime(of leg: Leg) -> Duration? {
    if source != .statusCallback, let onCall = leg.onCall { return onCall }
    let conversations = legs.lazy.filter { $0.party == .agent && $0.outcome == .completed }
    return conversations.count == 1 ? talk : nil
  }
}

extension Leg {
  /// True for an agent's leg that was dialed.
  var isOffer: Bool { party == .agent && state != .waiting && outcome != .notDialed }
}
