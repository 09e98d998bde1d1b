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
    if let word = attempts.phoneEnd?.word { settle(by: word) }
    takeTalkOfPhone()
    guard let end = sides.end else { return }
    close(by: end)
    let second = secondLegOutcome
    if let conversation = sides.conversation, conversation > .zero,
      second == nil || second == .completed
    {
      return noteConversation(conversation)
    }
    guard !hasConversation, let last = attempts.attempts.indices.last else { return }
    if let second {
      if attempts.attempts[last].settled == nil { settle(last, as: second) }
    } else if isUnsettled, parties.way == .outgoing || end.isDefault,
      let outcome = end.status.flatMap(Leg.Outcome.init(finalStatus:))
    {
      settle(last, as: outcome)
    }
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
  private var secondLegOutcome: Leg.Outcome? {
    guard sides.sides.count > 1 else { return nil }
    return sides.sides[1].finalStatus.flatMap(Leg.Outcome.init(finalStatus:))
  }

  /// True where the attempts leave open how the call ended.
  private var isUnsettled: Bool {
    attempts.disposition == nil && (outcomes.contains(.unknown) || outcomes.contains(nil))
  }

  private mutating func noteConversation(_ duration: Duration) {
    guard !hasConversation, let last = attempts.attempts.indices.last else { return }
    attempts.noteConversation(last, lasting: duration)
  }

  private mutating func settle(_ place: Int, as outcome: Leg.Outcome) {
    attempts.settle(place, as: outcome, isInferred: attempts.attempts.count > 1)
  }

  /// The final word of a softphone, or of the contact centre, of a call that comes in.
  private mutating func settle(by word: Callback.FinalWord) {
    guard !hasConversation, let last = attempts.attempts.indices.last else { return }
    if word.subject == nil {
      attempts.settle(last, as: .completed, isInferred: false)
    } else if word.isOfAgent(outgoing: false) {
      let hasRung = attempts.attempts[last].ringing != nil
      attempts.settle(
        last, as: word.outcome == .notDialed && hasRung ? .failed : word.outcome,
        isInferred: false)
    } else {
      attempts.settle(last, as: .canceled, isInferred: false)
    }
  }
}
