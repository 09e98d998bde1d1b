/// One call as its callbacks show it: a pure function of their set, and of now.
package struct Call: Hashable, Sendable {
  package enum Source: String, Hashable, Sendable {
    case connect
    case statusCallback = "status-callback"
    case both
  }

  package enum State: String, Hashable, Sendable, CaseIterable {
    /// A leg is dialed, nothing rings.
    case dialing
    case ringing
    /// Between attempts, or leg 1 answered and leg 2 neither rings nor is answered.
    case waiting
    case talking
    case ended
  }

  package enum Outcome: String, Hashable, Sendable, CaseIterable {
    case completed, missed, abandoned, busy, failed, voicemail
    /// The call never left the flow (`call-attempt`).
    case ivr
    case unknown
  }

  package var sid: String
  package var source: Source
  package var direction: String?
  package var from: PhoneNumber?
  package var to: PhoneNumber?
  /// The ExoPhone of the call.
  package var virtualNumber: PhoneNumber?
  package var state: State
  /// Nil until the call has ended.
  package var outcome: Outcome?
  /// The last raw top-level `Status` of a terminal StatusCallback.
  package var status: String?
  /// The earliest known of `StartTime`, `DateCreated`, `Created` and the first event.
  package var startedAt: Instant
  /// When the conversation began: the agent (Connect) or the second leg (StatusCallback) answered.
  package var answeredAt: Instant?
  /// Nil while it lives, and where the end is not known (lost terminal).
  package var endedAt: Instant?
  /// When the current state began, as live clocks show it (`board.md` § 1).
  package var clock: Instant
  /// The start by which the call belongs to a window of time (`board.md` § 1).
  package var believedStart: Instant
  /// Conversation time; nil when nobody talked, or it is not known.
  package var talk: Duration?
  /// From the first ringing to the conversation, or to the end where nobody answered.
  package var ring: Duration?
  /// From the first dial of an agent to an agent's answer.
  package var wait: Duration?
  package var recordingURL: String?
  package var customField: String?
  package var legs: [Leg]
  package var anomalies: AnomalySet
  /// Different callbacks; repeated ones are counted in `duplicates`.
  package var callbackCount: Int
  package var duplicates: Int
  /// When time alone changes the call (missed, lost terminal); nil when it never does.
  package var deadline: Instant?

  /// A call of which little is known yet; all else is nil or zero.
  package init(
    sid: String, source: Source, state: State, startedAt: Instant, clock: Instant,
    legs: [Leg] = []
  ) {
    self.sid = sid
    self.source = source
    self.state = state
    self.startedAt = startedAt
    self.clock = clock
    believedStart = clock
    self.legs = legs
    anomalies = AnomalySet()
    callbackCount = 0
    duplicates = 0
  }

  package var isLive: Bool { state != .ended }

  /// `clock` while it lives, the end as reported afterwards: what programs are told.
  package var since: Instant { isLive ? clock : endedAt ?? clock }

  /// The most advanced of an agent's legs that are open, by the key of their number.
  package func openLeg(ofAgent key: String) -> Leg? {
    legs.filter { $0.party == .agent && $0.state.isOpen && $0.number?.key == key }
      .max { $0.state < $1.state }
  }
}
