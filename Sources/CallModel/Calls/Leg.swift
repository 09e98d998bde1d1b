/// One leg of a call: a party, its number, where it stands and when it got there.
package struct Leg: Hashable, Sendable {
  package enum Party: String, Hashable, Sendable { case agent, customer }

  /// Leg states only move forward; a step may be missing, its time is then nil.
  package enum State: String, Hashable, Comparable, Sendable, CaseIterable {
    /// Not dialed yet.
    case waiting
    case dialing, ringing, answered, ended

    private var rank: Int {
      switch self {
      case .waiting: 0
      case .dialing: 1
      case .ringing: 2
      case .answered: 3
      case .ended: 4
      }
    }

    package static func < (left: State, right: State) -> Bool { left.rank < right.rank }

    /// True while the party is being called or talks.
    package var isOpen: Bool { self != .waiting && self != .ended }
  }

  /// How a leg ended.
  package enum Outcome: String, Hashable, Sendable, CaseIterable {
    case completed
    case noAnswer = "no-answer"
    /// Rejected by the party.
    case busy
    case failed, canceled
    /// Rang in parallel, and another agent of the same call answered.
    case elsewhere
    case notDialed = "not-dialed"
    case unknown

    /// True where the agent had the chance and did not take it: their miss.
    package var isMiss: Bool { self == .noAnswer || self == .busy || self == .failed }
  }

  /// 1 for the first leg.
  package var index: Int
  package var party: Party
  package var number: PhoneNumber?
  /// The agent's name as callbacks give it (`AgentEmail`); the roster's name is not in here.
  package var name: String?
  package var state: State
  /// Nil until the leg has ended.
  package var outcome: Outcome?
  package var dialedAt: Instant?
  package var ringingAt: Instant?
  package var answeredAt: Instant?
  package var endedAt: Instant?
  /// What Exotel reports, else from ringing to the answer, or to the end where nobody answered.
  package var ring: Duration?
  /// What Exotel reports, else from the answer to the end.
  package var onCall: Duration?
  /// Who, or what, answered.
  package var answeredBy: Callback.AnsweredBy?
  /// Of an agent's leg that Connect or a flow dialed: which offer it is part of, from 1; nil for a leg
  /// that was the agent's own call.
  package var offer: Int?
  /// The time of what was told of it first, which need not be one of its states; by it offers are
  /// ordered.
  package var began: Instant
  /// When the current state began, as live clocks show it (`board.md` § 1).
  package var clock: Instant

  package init(index: Int, party: Party, number: PhoneNumber?, state: State, clock: Instant) {
    self.index = index
    self.party = party
    self.number = number
    self.state = state
    self.clock = clock
    began = clock
  }
}
