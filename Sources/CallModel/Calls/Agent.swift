/// An agent as the board shows them: busy or free, what they do, and their figures for the window.
package struct Agent: Hashable, Sendable {
  /// More calls at once than anybody has; what is shown of one agent does not grow beyond it.
  package static let toldCalls = 1000

  package enum Status: String, Hashable, Sendable { case busy, free }

  package enum Activity: String, Hashable, Sendable, CaseIterable {
    case idle, dialing, ringing
    /// Their own leg is answered, the other side is not there yet.
    case calling
    case talking
  }

  /// The roster's spelling, else that of the earliest callback.
  package var number: PhoneNumber
  /// All addresses that are known of them, their number among them; at most
  /// ``People/addressesOfOne`` beside those of the roster.
  package var addresses: [PhoneNumber]
  /// Those of `addresses` that are theirs by what callbacks carried alone, not by the roster; the earliest
  /// first.
  package var joinedByCallbacks: [PhoneNumber] = []
  /// The roster's name, else what callbacks say.
  package var name: String?
  package var team: String?
  package var activity: Activity
  /// When the activity began, as live clocks show it; nil for one who was never called.
  package var since: Instant?
  /// The calls in which one of their legs is open, the most advanced one first; at most
  /// ``toldCalls``.
  package var calls: [String]
  /// The customer of the first of `calls`.
  package var with: PhoneNumber?
  /// The ExoPhone of the first of `calls`.
  package var line: PhoneNumber?
  package var figures: AgentFigures
  /// How many times it has begun to ring for them since the start.
  package var rings: UInt64 = 0
  /// Misses since their last answer.
  package var missesInARow: Int
  /// When their legs last changed state; views mark it for a moment.
  package var changedAt: Instant?

  /// An agent who does this; all else is nil or empty.
  package init(number: PhoneNumber, name: String?, team: String?, activity: Activity) {
    self.number = number
    addresses = [number]
    self.name = name
    self.team = team
    self.activity = activity
    calls = []
    figures = AgentFigures()
    missesInARow = 0
  }

  package var status: Status { activity == .idle ? .free : .busy }
}

extension Agent {
  /// All words for what an agent does: those of the board, then that of programs for one who is free.
  package static let words =
    Activity.allCases.map(\.word) + [Status.busy.rawValue, Activity.idle.rawValue]
}

extension Agent.Activity {
  /// What an agent does, for people: one who is called by nobody is free.
  package var word: String { self == .idle ? Agent.Status.free.rawValue : rawValue }

  /// From the least to the most advanced.
  var rank: Int {
    switch self {
    case .idle: 0
    case .dialing: 1
    case .ringing: 2
    case .calling: 3
    case .talking: 4
    }
  }
}

extension Call {
  /// The most advanced of an agent's legs that are open.
  package func openLeg(of agent: Agent) -> Leg? {
    let keys = Set(agent.addresses.map(\.key))
    return legs.filter { leg in
      leg.party == .agent && leg.state.isOpen && (leg.number.map { keys.contains($0.key) } ?? false)
    }
    .max { $0.state < $1.state }
  }
}
