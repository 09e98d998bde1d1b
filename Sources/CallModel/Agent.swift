/// An agent as the board shows them: busy or free, what they do, and their figures for the window.
package struct Agent: Hashable, Sendable {
  /// More calls at once than anybody has; what is shown of one agent does not grow beyond it.
  package static let toldCalls = 1000

  package enum Status: String, Hashable, Sendable { case busy, free }

  package enum Activity: String, Hashable, Sendable, CaseIterable {
    case idle, dialing, ringing, talking
  }

  /// The roster's spelling, else the one first seen.
  package var number: PhoneNumber
  /// The roster's name, else what callbacks say (`AgentEmail`).
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
    self.name = name
    self.team = team
    self.activity = activity
    calls = []
    figures = AgentFigures()
    missesInARow = 0
  }

  package var status: Status { activity == .idle ? .free : .busy }
}

extension Leg.State {
  /// What an agent does whose leg stands there.
  package var activity: Agent.Activity {
    switch self {
    case .dialing: .dialing
    case .ringing: .ringing
    case .answered: .talking
    case .waiting, .ended: .idle
    }
  }
}

/// An agent's figures over a window of time.
package struct AgentFigures: Hashable, Sendable {
  package var offered = 0
  package var answered = 0
  package var missed = 0
  package var talk = Duration.zero
  /// Sum over the `rings` attempts whose ring time is known.
  package var ring = Duration.zero
  package var rings = 0

  package init() {}

  package var meanRing: Duration? { rings == 0 ? nil : ring / rings }
}
