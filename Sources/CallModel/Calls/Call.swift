/// One call as its callbacks show it: a pure function of their set, and of now.
package struct Call: Hashable, Sendable {
  /// What told of the call: one family's name where it is alone.
  package enum Source: String, Hashable, Sendable, CaseIterable {
    /// Connect, with or without the flow.
    case connect
    case statusCallback = "status-callback"
    case flow, softphone
    case contactCentre = "contact-centre"
    case stream, leg, bridge, campaign
    /// Several families.
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
    /// Ended in the flow before anybody was dialed.
    case ivr
    /// A call that goes out whose agent did not take their own leg.
    case agentMissed = "agent-missed"
    case unknown
  }

  package var sid: String
  /// In the order of ``Callback/Family``; empty where nothing was understood.
  package var families: [Callback.Family]
  package var direction: String?
  package var from: PhoneNumber?
  package var to: PhoneNumber?
  /// The ExoPhone of the call.
  package var virtualNumber: PhoneNumber?
  package var state: State
  /// Nil until the call has ended.
  package var outcome: Outcome?
  /// True for a call that goes out, false for one that comes in; nil where that is not known, or
  /// nothing was understood: it is in no figure.
  package var way: Callback.Way?
  /// True for a live call of which it is not known whether its caller is served, or there at all.
  package var isUncertain: Bool
  /// True where answers would be told of all its attempts.
  package var showsProgress: Bool
  /// The last raw top-level `Status` of a terminal event.
  package var status: String?
  /// The earliest known of `StartTime`, `DateCreated`, `Created` and the first event.
  package var startedAt: Instant
  /// When the conversation began: the agent (Connect) or the second leg (StatusCallback) answered.
  package var answeredAt: Instant?
  /// Nil while it lives. Of a lost terminal the latest event time.
  package var endedAt: Instant?
  /// When the current state began, as live clocks show it (`board.md` § 1).
  package var clock: Instant
  /// The start by which the call belongs to a window of time (`board.md` § 1).
  package var believedStart: Instant
  /// When an agent was dialed first, else rang first, as live clocks show it; nil where nothing tells.
  var dialClock: Instant?
  /// Conversation time; nil when nobody talked, or it is not known.
  package var talk: Duration?
  /// Of the answered attempt, else of the last; of leg 2 where there are no attempts.
  package var ring: Duration?
  /// From the first dial of an agent to an agent's answer.
  package var wait: Duration?
  package var recordingURL: String?
  package var customField: String?
  /// Keys that the caller pressed.
  package var digits: String?
  package var endedBy: Callback.HungUpBy?
  /// Nil where no bot talked with the caller.
  package var bot: Bot?
  package var campaign: String?
  package var bridge: String?
  /// When a leg of ExoML was in which bridge; what other legs are told of it.
  var stays: [BridgeStay]
  /// The other legs of its bridges: agents of a customer before other customers, those who are there
  /// first.
  package var companions: [Companion]
  package var legs: [Leg]
  package var anomalies: AnomalySet
  /// Different callbacks; repeated ones are counted in `duplicates`.
  package var callbackCount: Int
  package var duplicates: Int
  /// When time alone changes the call (missed, lost terminal); nil when it never does.
  package var deadline: Instant?

  /// A call of which little is known yet; all else is nil or zero.
  package init(
    sid: String, families: [Callback.Family] = [], state: State, startedAt: Instant,
    clock: Instant, legs: [Leg] = []
  ) {
    self.sid = sid
    self.families = families
    isUncertain = false
    showsProgress = false
    self.state = state
    self.startedAt = startedAt
    self.clock = clock
    believedStart = clock
    self.legs = legs
    (stays, companions) = ([], [])
    anomalies = AnomalySet()
    callbackCount = 0
    duplicates = 0
  }

  /// Nil where nothing was understood.
  package var source: Source? {
    guard let first = families.first else { return nil }
    if families.count == 1 { return Source(rawValue: first.rawValue) }
    return families == [.connect, .flow] ? .connect : .both
  }

  package var isOutgoing: Bool { way == .outgoing }

  package var isLive: Bool { state != .ended }
}

extension Call {
  /// The bots that talked with the caller.
  package struct Bot: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable {
      case running, completed, failed, canceled
      /// It has ended, nothing tells how; or the call ended before its stream did.
      case unknown
    }

    /// Of the last stream.
    package var status: Status
    /// Of all streams of which it is known.
    package var talk: Duration?
    package var endedBy: Callback.HungUpBy?
    package var error: String?

    package init(status: Status) { self.status = status }
  }
}
