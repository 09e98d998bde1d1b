import CallModel

/// What a board can know of a call that came in.
extension InboundPlay {
  /// Of ExoML each leg is a call.
  var truths: [CallTruth] {
    script.tellers.contains(.leg) ? legTruths : truth.map { [$0] } ?? []
  }

  /// Who was answered by the program and by no agent has ended in it.
  private var legTruths: [CallTruth] {
    let caller = CallTruth(
      sid: script.sid, outcome: hasTalked ? .completed : .ivr, talk: hasTalked ? talk : nil,
      legs: [])
    return [caller]
      + zip(script.agentLegs, attempts).map { leg, attempt in
        CallTruth(
          ofLeg: leg.sid, to: leg.device, attempt.outcome,
          talk: attempt.talk > .zero ? attempt.talk : nil)
      }
  }

  /// Nil where Exotel tells nothing at all.
  private var truth: CallTruth? {
    guard !script.callbacks.isEmpty, let ending else { return nil }
    var truth = script.tellers.contains(.connect) ? connectTruth(ending) : wordTruth
    truth.bot = bot
    return truth
  }

  private var talk: Duration { attempts.reduce(.zero) { $0 + $1.talk } }

  private var hasTalked: Bool { attempts.contains { $0.talk > .zero } }

  // MARK: - As the agent pass-through and the Passthru after the call tell it

  private func connectTruth(_ ending: Ending) -> CallTruth {
    let account = script.account
    let legs = attempts.indices.map { place in
      CallTruth.Leg(number: attempts[place].device.address, outcome: known(place))
    }
    return CallTruth(
      sid: script.sid, outcome: outcome(ending, legs),
      talk: hasTalked && (account.tellsAnswered || account.tellsAfterCall) ? talk : nil, legs: legs)
  }

  /// Of two devices of one person the one that was not used is settled by the other.
  private func known(_ place: Int) -> Leg.Outcome {
    let outcome = known(attempts[place])
    let person = attempts[place].person
    let isUsed = attempts.contains {
      $0.person == person && $0.device != attempts[place].device && known($0) == .completed
    }
    switch outcome {
    case .noAnswer, .canceled, .unknown: return isUsed ? .elsewhere : outcome
    case .completed, .busy, .failed, .elsewhere, .notDialed: return outcome
    }
  }

  /// The after-call Passthru settles what it names; without it an end is an end, and says more only where
  /// this call shows that its account tells of ringing and answers.
  private func known(_ attempt: Attempt) -> Leg.Outcome {
    let account = script.account
    if account.tellsAfterCall, attempt.outcome != .elsewhere { return attempt.outcome }
    let answers = hasTalked && account.tellsAnswered
    guard answers || attempts.contains(where: \.hasRung) else { return .unknown }
    if attempt.talk > .zero { return account.tellsAnswered ? .completed : .noAnswer }
    if attempt.outcome == .elsewhere, account.tellsAnswered || account.tellsAfterCall {
      return .elsewhere
    }
    return .noAnswer
  }

  private func outcome(_ ending: Ending, _ legs: [CallTruth.Leg]) -> Call.Outcome {
    guard script.account.tellsAfterCall else {
      if hasTalked, script.account.tellsAnswered { return .completed }
      if legs.isEmpty { return .ivr }
      return legs.contains { $0.outcome == .unknown } ? .unknown : .missed
    }
    switch ending {
    case .completed: return .completed
    case .incomplete: return .missed
    case .voicemail: return .voicemail
    case .clientHangup: return .abandoned
    case .callAttempt: return .ivr
    }
  }

  // MARK: - As a word at the end tells it

  private var wordTruth: CallTruth {
    CallTruth(
      sid: script.sid, outcome: outcomeOfWord, talk: hasTalked ? talk : nil, legs: legsOfWord)
  }

  private var outcomeOfWord: Call.Outcome {
    if script.tellers == [.bridge] { return outcome(ending ?? .callAttempt, []) }
    if script.tellers == [.statusCallback] {
      guard let last = attempts.last(where: { $0.outcome != .elsewhere }) else { return .ivr }
      return last.outcome.ofSecondLeg
    }
    let word = finalWord(.customer, .agent)
    if word.subject == nil { return .completed }
    return word.outcome == .canceled ? .abandoned : .missed
  }

  /// A StatusCallback does not tell whom it dialed. Softphones and the contact centre tell of each attempt,
  /// but only how the last one ended.
  private var legsOfWord: [CallTruth.Leg] {
    if script.tellers == [.statusCallback] {
      let last = attempts.last { $0.outcome != .elsewhere }
      return [.init(number: nil, outcome: last?.outcome ?? .notDialed)]
    }
    let last =
      script.tellers == [.bridge]
      ? attempts.last?.outcome : finalWord(.customer, .agent).outcome
    return attempts.enumerated().map { place, attempt in
      let outcome = place == attempts.count - 1 ? last ?? .unknown : .unknown
      return .init(number: attempt.device.address, outcome: outcome)
    }
  }
}

extension Leg.Outcome {
  /// What becomes of a call that came in with the final word of its second leg.
  fileprivate var ofSecondLeg: Call.Outcome {
    switch self {
    case .completed: .completed
    case .canceled: .abandoned
    case .noAnswer, .busy, .failed, .elsewhere, .notDialed, .unknown: .missed
    }
  }
}
