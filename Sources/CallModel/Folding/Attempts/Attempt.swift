/// One attempt to reach an agent on one device.
struct Attempt: Sendable {
  /// How an attempt was closed.
  struct End: Sendable {
    enum Cause: Sendable {
      /// Its own terminal event.
      case terminal
      /// Another family's word for the same.
      case told
      /// A new dial of the same device: its terminal was lost.
      case redial
      case disposition
      /// The end of the whole call.
      case callEnd
      /// The end of the whole call, which is dated before it began.
      case contradiction
      /// Silence for so long that the call was given up.
      case silence
    }

    /// Nil where only the fact is known (a new dial without the terminal).
    var time: Instant?
    var clock: Instant
    /// Event time of the callback that closed it.
    var closedBy: Instant
    var cause: Cause
  }

  /// The device.
  var agent: PhoneNumber?
  /// What the person is known by: see ``People``.
  var person: String?
  var name: String?
  /// Which family's words began it: progress is a matter of the family.
  var family: Callback.Family
  var dialed: EventMoment?
  var ringing: EventMoment?
  var answered: EventMoment?
  var end: End?
  /// What a disposition or a StatusCallback says of it.
  var settled: Leg.Outcome?
  /// Its terminal event brought a recording.
  var showsConversation = false
  /// The caller hung up while it rang, or right after.
  var isGivenUp = false
  /// `settled` was concluded, not told.
  var isInferred = false
  var reportedOnCall: Duration?
  var reportedRing: Duration?
  /// Event time and clock of its first event.
  var began: EventMoment
  /// The event time of its dial, else of its first event; nil where that tells none.
  var toldBegin: Instant?
  /// A disposition named it, and nothing else told of it.
  var isOfDisposition = false

  init(agent: PhoneNumber?, family: Callback.Family, began: EventMoment) {
    self.agent = agent
    self.family = family
    self.began = began
  }

  var isOpen: Bool { end == nil }

  var isConversation: Bool { answered != nil || settled == .completed }

  var state: Leg.State {
    if end != nil { return .ended }
    if answered != nil { return .answered }
    return ringing != nil ? .ringing : .dialing
  }

  /// When the current state began.
  var clock: Instant { end?.clock ?? answered?.clock ?? ringing?.clock ?? (dialed ?? began).clock }

  /// The latest moment that is known of it before its end; nil where none is.
  var lastKnown: Instant? {
    Instant.latest(dialed?.time, ringing?.time, answered?.time)
  }

  /// The same of what tells its time.
  var lastTold: Instant? {
    Instant.latest(dialed?.toldTime, ringing?.toldTime, answered?.toldTime)
  }

  /// When it ended; nil where that is not known, or is told to be before its dial, ringing or answer.
  var endedAt: Instant? {
    end?.time?.asEnd(after: lastKnown)
  }

  /// Not known when it is not over, nobody talked, or nothing tells how long.
  var talk: PhaseLength {
    guard end != nil, isConversation else { return .unknown }
    return PhaseLength(reportedOnCall).or(PhaseLength(from: answered?.time, to: endedAt))
  }

  /// What Exotel reports, else from ringing to the answer, or to the end where nobody answered.
  func ring(_ outcome: Leg.Outcome?) -> PhaseLength {
    let over = isConversation || outcome == .completed ? answered?.time : endedAt
    return PhaseLength(reportedRing).or(PhaseLength(from: ringing?.time, to: over))
  }
}
