import CallModel

extension Callback.FinalWord {
  /// As softphones and the contact centre spell it: `completed`, `to_leg_unanswered`,
  /// `customer_busy`.
  package var text: String {
    guard let subject else { return "completed" }
    return subject.prefix + outcome.suffix
  }
}

extension Callback.FinalWord.Subject {
  fileprivate var prefix: String {
    switch self {
    case .from: "from_leg_"
    case .to: "to_leg_"
    case .agent: "agent_"
    case .customer: "customer_"
    }
  }
}

extension Leg.Outcome {
  /// What became of one party. The words have none for the others.
  fileprivate var suffix: String {
    switch self {
    case .busy: "busy"
    case .canceled: "cancelled"
    case .failed: "failed"
    case .notDialed: "no_dial"
    case .noAnswer, .completed, .elsewhere, .unknown: "unanswered"
    }
  }
}
