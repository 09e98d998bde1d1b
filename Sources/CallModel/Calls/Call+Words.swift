/// What the screen, the commands and filters call a call by, beside its state.
extension Call {
  /// The agent's own leg is answered, and the other side is not there yet.
  package var isCalling: Bool {
    isLive && legs.contains { $0.party == .agent && activity(of: $0) == .calling }
  }

  /// The caller talks with a bot: nobody of ours is called, and they are served.
  package var isWithBot: Bool { state == .waiting && bot?.status == .running }

  /// True where agents were called for somebody who was there already, rather than two sides one
  /// after the other.
  package var hasAttempts: Bool { legs.contains { $0.offer != nil } }

  /// What goes on in it, in one word of ``words``.
  package var word: String {
    if isCalling { return Self.calling }
    return isWithBot ? Self.bot : state.rawValue
  }

  /// All words for what goes on in a call.
  package static let words = State.allCases.map(\.rawValue) + [calling, bot]

  private static let calling = Agent.Activity.calling.rawValue
  private static let bot = "bot"
}

extension Call.Outcome {
  /// How a call has ended, for people: of one that goes out in other words than of one that comes in.
  package func word(isOutgoing: Bool) -> String {
    switch self {
    case .missed: isOutgoing ? Self.notPickedUp : rawValue
    case .abandoned: isOutgoing ? Self.givenUp : rawValue
    case .agentMissed: Self.agentMissedWord
    case .completed, .busy, .failed, .voicemail, .ivr, .unknown: rawValue
    }
  }

  /// The words that are no raw values.
  package static let otherWords = [notPickedUp, givenUp, agentMissedWord]

  private static let notPickedUp = "not picked up"
  private static let givenUp = "given up"
  private static let agentMissedWord = "agent missed"
}
