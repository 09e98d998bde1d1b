extension CallFold {
  /// Lets the end of the whole call settle the attempts that their own events leave open. False where
  /// nothing can have changed by it.
  mutating func settleAttempts() -> Bool {
    guard !attempts.attempts.isEmpty, attempts.phoneEnd != nil || sides.end != nil else {
      return false
    }
    settleByEnd()
    return true
  }

  private mutating func settleByEnd() {
    if let end = attempts.phoneEnd { settle(by: end) }
    takeTalkOfPhone()
    guard let end = sides.end else { return }
    close(by: end)
    if let toldConversation { return noteConversation(toldConversation) }
    guard !hasConversation, let last = attempts.lastBeforeEnd else { return }
    if let second = secondLegOutcome {
      if attempts.attempts[last].settled == nil { settle(last, as: second) }
    } else if isUnsettled {
      settle(last, by: end)
    }
  }

  /// Settles what neither the attempts nor leg 2 tell.
  private mutating func settle(_ last: Int, by end: SideFlow.End) {
    if parties.way == .outgoing || end.isDefault {
      guard let outcome = end.status.flatMap(Leg.Outcome.init(finalStatus:)) else { return }
      settle(last, as: outcome)
      outcomeByEnd = sideOutcome(end)
    } else if sideOutcomes.isCallerGone(end) {
      settle(last, as: .canceled)
      outcomeByEnd = .abandoned
    }
  }

  /// How long both sides talked, where a StatusCallback tells that they did.
  var toldConversation: Duration? {
    guard secondLegOutcome.map({ $0 == .completed }) ?? true else { return nil }
    return [sides.conversation, sides.sides[1].onCall].lazy.compactMap { $0 }.first { $0 > .zero }
  }

  /// What softphones and the contact centre report of a conversation that only they tell of.
  private mutating func takeTalkOfPhone() {
    guard attempts.phoneEnd != nil,
      let talk = history.deliveries.lazy.compactMap(\.callback.talk).max(),
      let place = attempts.attempts.lastIndex(where: { $0.isConversation && $0.family != .connect })
    else { return }
    attempts.noteTalk(place, talk)
  }

  /// The end of the call ends what is open; without words for the legs those that ring have its own.
  private mutating func close(by end: SideFlow.End) {
    if sides.reportedLegs == 0, let word = end.status.flatMap(Leg.Outcome.init(finalStatus:)),
      word != .completed
    {
      for (place, attempt) in attempts.attempts.enumerated() where attempt.state == .ringing {
        attempts.settle(place, as: word, isInferred: false)
      }
    }
    let time = sideEnd(end, outcome: .unknown)
    attempts.closeAll(at: time.time, clock: time.clock, cause: .callEnd)
    judge()
  }

  private var hasConversation: Bool { attempts.list.conversations > 0 }

  /// The final word of leg 2, to which agents are dialed.
  var secondLegOutcome: Leg.Outcome? {
    guard sides.sides.count > 1 else { return nil }
    return sides.sides[1].finalStatus.flatMap(Leg.Outcome.init(finalStatus:))
  }

  /// True where the attempts leave open how the call ended.
  private var isUnsettled: Bool {
    attempts.disposition == nil && (outcomes.contains(.unknown) || outcomes.contains(nil))
  }

  private mutating func noteConversation(_ duration: Duration) {
    guard !hasConversation, let last = attempts.lastBeforeEnd else { return }
    attempts.noteConversation(last, lasting: duration)
  }

  private mutating func settle(_ place: Int, as outcome: Leg.Outcome) {
    attempts.settle(place, as: outcome, isInferred: attempts.attempts.count > 1)
  }

  /// The end of a softphone, or of the contact centre, of a call that comes in; a StatusCallback's
  /// words for the agent's leg stand in the place of its own.
  private mutating func settle(by end: AttemptFlow.PhoneEnd) {
    let isToldElsewhere = sides.end != nil && (secondLegOutcome != nil || toldConversation != nil)
    if sides.end == nil {
      let whole = phoneEnd(end)
      attempts.closeAll(at: whole.time, clock: whole.clock, cause: .callEnd)
    }
    if let word = end.word, !isToldElsewhere { attempts.settle(by: word) }
  }
}
