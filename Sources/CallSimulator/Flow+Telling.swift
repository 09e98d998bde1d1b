extension Flow {
  /// A product that tells of agents, or of legs (`families.md` § 3).
  package enum Teller: String, Hashable, Sendable, CaseIterable {
    /// The agent pass-through of the Connect applet, and the flow's Passthru after the call.
    case connect
    case statusCallback = "status-callback"
    case softphone
    case contactCentre = "contact-centre"
    /// Legs of ExoML: each is a call of its own, and bridges join them.
    case leg
    /// ExoBridge, LeadAssist.
    case bridge
    /// A campaign, which calls a customer and no agent.
    case campaign

    /// True for one whose calls no other product tells of.
    package var isAlone: Bool { self == .leg || self == .bridge || self == .campaign }

    /// True for one that tells of calls of that kind.
    package func tells(goingOut: Bool) -> Bool {
      switch self {
      case .connect, .bridge: !goingOut
      case .campaign: goingOut
      case .statusCallback, .softphone, .contactCentre, .leg: true
      }
    }
  }

  /// What an applet asks a URL with.
  package struct Asking: Hashable, Sendable {
    /// Keys that the caller pressed.
    package var digits: String?
    /// True for a Passthru, which says `call-attempt`; other applets have no word at all.
    package var isPassthru = false

    package init() {}
  }

  /// How a bot's conversation ends.
  package enum BotFate: String, Hashable, Sendable, CaseIterable {
    /// The flow goes on.
    case handsOver = "hands-over"
    /// The stream breaks; the flow goes on.
    case fails
    case callerLeaves = "caller-leaves"
  }

  /// A bot that talks with the caller over a stream.
  package struct Bot: Hashable, Sendable {
    package var talks = TimeSpread.around(mean: 25, 5...90)
    package var fate = Weights(BotFate.handsOver)

    package init() {}
  }

  /// True for a call that is placed by a request to the API, which StatusCallbacks tell of.
  package var isAskedFor: Bool {
    if case .outbound = kind { tellers.contains(.statusCallback) } else { false }
  }
}

extension Flow.Kind {
  /// What tells of it where nothing else is said.
  package var usualTeller: Flow.Teller {
    switch self {
    case .inbound: .connect
    case .outbound: .statusCallback
    }
  }
}
