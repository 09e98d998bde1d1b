extension CallFold {
  /// Lets the end of the whole call settle the attempts that their own events leave open.
  mutating func settleAttempts() {
    guard !attempts.attempts.isEmpty else { return }
    if let word = attempts.phoneEnd?.word { settle(by: word) }
    guard let end = sides.end else { return }
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

  private var hasConversation: Bool { attempts.attempts.contains(where: \.isConversation) }

  /// The final word of leg 2, to which agents are dialed.
  private var secondLegOutcome: Leg.Outcome? {
    guard sides.sides.count > 1 else { return nil }
    return sides.sides[1].finalStatus.flatMap(Leg.Outcome.init(finalStatus:))
  }

  /// True where the attempts leave open how the call ended.
  private var isUnsettled: Bool {
    let outcomes = AttemptOutcomes(attempts.attempts, showsProgress: showsProgress).outcomes
    return attempts.disposition == nil && outcomes.contains { $0 == .unknown || $0 == nil }
  }

  private mutating func noteConversation(_ duration: Duration) {
    let talked = attempts.attempts.lastIndex(where: \.isConversation)
    if talked != nil { return }
    guard let last = attempts.attempts.indices.last else { return }
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
      attempts.settle(last, as: word.outcome == .notDialed ? .failed : word.outcome, isInferred: false)
    } else {
      attempts.settle(last, as: .canceled, isInferred: false)
    }
  }
}
