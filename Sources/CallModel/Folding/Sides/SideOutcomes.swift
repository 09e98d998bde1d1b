/// How a call ended whose legs are told by their places, and each of its legs (`families.md` § 3.3 and
/// 3.4).
struct SideOutcomes {
  private let sides: SideFlow
  private let parties: CallParties

  init(_ sides: SideFlow, _ parties: CallParties) {
    self.sides = sides
    self.parties = parties
  }

  // MARK: - The call

  /// By the words of a StatusCallback, where they tell anything, else by that of a softphone.
  func call(_ end: SideFlow.End) -> Call.Outcome {
    guard let word = end.word else { return ofStatus(end) }
    let told = end.isOfStatusCallback ? ofStatus(end) : .unknown
    return told == .unknown ? outcome(of: word) : told
  }

  private func ofStatus(_ end: SideFlow.End) -> Call.Outcome {
    switch parties.sides {
    case .one(let party, _):
      let outcome = end.status.flatMap(Call.Outcome.init(finalStatus:))
      let isOwnMiss = party == .agent && parties.way == .outgoing && outcome != .completed
      if isOwnMiss, outcome == .missed || outcome == .busy { return .agentMissed }
      return outcome ?? (sides.sides[0].isAnswered ? .completed : .unknown)
    case .agentFirst: return outbound(end, isAgentFirst: true)
    case .customerFirst:
      return parties.way == .outgoing ? outbound(end, isAgentFirst: false) : inbound(end)
    }
  }

  /// The final word of a leg; nil for one that is not final, or not told.
  private func word(_ place: Int) -> Leg.Outcome? {
    guard place < sides.sides.count else { return nil }
    return sides.sides[place].finalStatus.flatMap(Leg.Outcome.init(finalStatus:))
  }

  private var hasConversation: Bool { sides.conversation.map { $0 > .zero } ?? false }

  private func outbound(_ end: SideFlow.End, isAgentFirst: Bool) -> Call.Outcome {
    let top = end.status.flatMap(Call.Outcome.init(finalStatus:))
    // A first phone that was not picked up leaves both words empty.
    let areEmpty = sides.reportedLegs > 1 && word(0) == nil && word(1) == nil
    let first =
      word(0) ?? (areEmpty ? end.status.flatMap(Leg.Outcome.init(finalStatus:)) : nil)
    if let first, first != .completed { return missing(first, ofAgent: isAgentFirst) }
    if let second = word(1) {
      // The customer is there.
      if !isAgentFirst, second == .failed { return .agentMissed }
      return second == .completed ? .completed : missing(second, ofAgent: !isAgentFirst)
    }
    guard first != nil else { return top ?? .unknown }
    if top == .completed { return hasConversation ? .completed : .unknown }
    return top ?? .unknown
  }

  /// One party was not reached.
  private func missing(_ outcome: Leg.Outcome, ofAgent: Bool) -> Call.Outcome {
    switch outcome {
    case .noAnswer: ofAgent ? .agentMissed : .missed
    case .busy: ofAgent ? .agentMissed : .busy
    case .failed: .failed
    case .canceled: .abandoned
    case .completed, .elsewhere, .notDialed, .unknown: .unknown
    }
  }

  /// Of a call that comes in what its second leg says, or a conversation; nil where they say nothing.
  var ofSecondLeg: Call.Outcome? {
    switch word(1) {
    case .completed?: .completed
    case .noAnswer?, .busy?, .failed?: .missed
    case .canceled?: .abandoned
    default: hasConversation ? .completed : nil
    }
  }

  private func inbound(_ end: SideFlow.End) -> Call.Outcome {
    if let outcome = ofSecondLeg { return outcome }
    return ofCaller(end) == .completed ? .ivr : .abandoned
  }

  /// What is told of the caller's leg; without legs it has the word for the whole.
  private func ofCaller(_ end: SideFlow.End) -> Leg.Outcome? {
    word(0) ?? (sides.reportedLegs == 0 ? top(end) : nil)
  }

  /// True where the first leg is told to be the caller's, and to have ended by itself.
  func isCallerGone(_ end: SideFlow.End) -> Bool {
    guard case .customerFirst = parties.sides else { return false }
    return ofCaller(end).map { $0 != .completed } ?? false
  }

  private func top(_ end: SideFlow.End) -> Leg.Outcome? {
    end.status.flatMap(Leg.Outcome.init(finalStatus:))
  }

  /// By the word of a softphone, or of the contact centre, of a call that goes out.
  private func outcome(of word: Callback.FinalWord) -> Call.Outcome {
    guard word.subject != nil else { return .completed }
    if word.outcome == .notDialed { return .failed }
    if word.outcome == .canceled { return .abandoned }
    return missing(word.outcome, ofAgent: word.isOfAgent(outgoing: true))
  }

  // MARK: - The legs

  func leg(_ place: Int, _ end: SideFlow.End) -> Leg.Outcome {
    if let outcome = word(place) { return outcome }
    // What a softphone says of the legs goes with what it says of the call.
    if let word = end.word, call(end) == outcome(of: word) { return leg(place, by: word) }
    let side = sides.sides[place]
    switch side.state {
    case .answered: return .completed
    case .ringing: return top(end) ?? .unknown
    case .dialing: return place == 0 && isOne ? top(end) ?? .unknown : .unknown
    case .waiting, .ended: return untold(place, end)
    }
  }

  private var isOne: Bool { if case .one = parties.sides { true } else { false } }

  /// A leg of which nothing was told.
  private func untold(_ place: Int, _ end: SideFlow.End) -> Leg.Outcome {
    if isOne { return top(end) ?? .unknown }
    guard sides.sides[place].finalStatus == nil else { return .unknown }
    let areEmpty = sides.reportedLegs > 1 && word(0) == nil && word(1) == nil
    if place == 0, areEmpty, end.status != nil, parties.way == .outgoing {
      return top(end) ?? .unknown
    }
    if place > 0, sides.sides[0].isAnswered { return .notDialed }
    if place < sides.reportedLegs { return .notDialed }
    // An entry that is missing beside one that is there; with a conversation it was dialed.
    return sides.reportedLegs > 0 && end.status != "completed" ? .notDialed : .unknown
  }

  private func leg(_ place: Int, by word: Callback.FinalWord) -> Leg.Outcome {
    guard word.subject != nil else { return .completed }
    let isOfFirst = word.isOfAgent(outgoing: true)
    if isOfFirst, word.outcome == .canceled { return .canceled }
    switch (place, isOfFirst) {
    case (0, true), (1, false): return word.outcome
    case (0, false): return .completed
    default: return .notDialed
    }
  }
}

extension Call.Outcome {
  /// What the final `Status` of a StatusCallback means; nil for any word Exotel does not document.
  package init?(finalStatus word: String) {
    switch word {
    case "completed": self = .completed
    case "busy": self = .busy
    case "failed": self = .failed
    case "no-answer": self = .missed
    case "canceled": self = .abandoned
    default: return nil
    }
  }

  /// What the final `CallType` of a disposition means.
  init?(callType word: String) {
    switch word {
    case "completed": self = .completed
    case "incomplete": self = .missed
    case "client-hangup": self = .abandoned
    case "voicemail": self = .voicemail
    default: return nil
    }
  }
}
