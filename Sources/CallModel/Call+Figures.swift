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

  /// What its legs add to their agents' figures, by place.
  func legFigures() -> [AgentFigures] {
    let conversations = legs.count { $0.party == .agent && $0.outcome == .completed }
    return legs.map { figures(of: $0, isAlone: conversations == 1) }
  }

  /// `isAlone` where no other agent has had a conversation in the call.
  private func figures(of leg: Leg, isAlone: Bool) -> AgentFigures {
    var figures = AgentFigures()
    guard leg.isOffer else { return figures }
    figures.offered = 1
    if leg.state == .answered || leg.outcome == .completed { figures.answered = 1 }
    if leg.outcome?.isMiss == true { figures.missed = 1 }
    if leg.outcome == .completed {
      // Their time on the call, unless they had to wait for the other leg; the whole conversation
      // where they alone had it.
      let own = source == .statusCallback ? nil : leg.onCall
      figures.talk = own ?? (isAlone ? talk : nil) ?? .zero
    }
    if let ring = leg.ring {
      figures.ring = ring
      figures.rings = 1
    }
    return figures
  }
}

extension Leg {
  /// True for an agent's leg that was dialed.
  var isOffer: Bool { party == .agent && state != .waiting && outcome != .notDialed }
}
