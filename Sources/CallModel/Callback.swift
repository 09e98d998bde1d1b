/// One callback of Exotel, decoded: what it says, independent of its encoding and its arrival.
///
/// Two callbacks are the same delivery when they are equal. Nil is "not known", however the wire
/// spelled it (`callbacks.md` § 3). All texts are free of control characters and bounded.
package struct Callback: Hashable, Sendable {
  /// Which of Exotel's two ways of telling sent it.
  package enum Source: String, Hashable, Sendable {
    /// Connect applet, agent pass-through and the after-call Passthru.
    case connect
    /// StatusCallback of the outbound API, the default payload included.
    case statusCallback = "status-callback"
  }

  /// What happened.
  package enum Event: Hashable, Sendable {
    case dial, ringing, answered, terminal
    /// The after-call Passthru: how the call ended (`CallType`), normalised.
    case disposition(String)
    /// An `EventType` that Exotel does not document, as it came. It changes no state.
    case other(String)
  }

  /// What is reported of one entry of `Legs`.
  ///
  /// For a StatusCallback entry n is leg n + 1; for a disposition it is a dialed destination.
  package struct LegReport: Hashable, Sendable {
    /// `Status`, else `Insights.Status`, normalised.
    package var status: String?
    /// `Number`: dispositions only.
    package var number: PhoneNumber?
    /// `OnCallDuration`.
    package var onCall: Duration?
    /// `RingingDuration`, else `Insights.RingingDuration`; zero means unknown and is nil here.
    package var ringing: Duration?
    /// `CauseCode`, upper case: dispositions only.
    package var causeCode: String?

    package init(
      status: String? = nil, number: PhoneNumber? = nil, onCall: Duration? = nil,
      ringing: Duration? = nil, causeCode: String? = nil
    ) {
      self.status = status
      self.number = number
      self.onCall = onCall
      self.ringing = ringing
      self.causeCode = causeCode
    }
  }

  /// `CallSid`: 1 to 128 printable ASCII characters without blanks.
  package var sid: String
  package var source: Source
  package var event: Event

  /// `CurrentTime`, else `Created` (Connect); `EventTime`, else `EndTime` (terminal only), else
  /// `DateUpdated` (StatusCallback).
  package var eventTime: Instant?
  /// `Created` or `DateCreated`.
  package var created: Instant?
  /// `DateUpdated`.
  package var updated: Instant?
  /// `StartTime`.
  package var start: Instant?
  /// `EndTime`, where it is not before `StartTime`.
  package var end: Instant?

  /// `Status` as it came.
  package var rawStatus: String?
  /// `Status` normalised: lower case, `no-answer`, `in-progress`, `canceled`.
  package var status: String?
  /// `DialCallStatus` normalised: dispositions only.
  package var dialStatus: String?
  /// `DialWhomNumber`.
  package var agent: PhoneNumber?
  /// `AgentEmail`.
  package var agentName: String?
  /// `CallFrom`, else `From`.
  package var from: PhoneNumber?
  /// `To`, else `CallTo`.
  package var to: PhoneNumber?
  /// The ExoPhone: `CallTo`, else `To` (Connect); `PhoneNumberSid` (StatusCallback).
  package var virtualNumber: PhoneNumber?
  package var direction: String?
  package var recordingURL: String?
  package var customField: String?
  /// `ConversationDuration`.
  package var conversation: Duration?
  package var legs: [LegReport]

  package init(
    sid: String, source: Source, event: Event, eventTime: Instant? = nil, legs: [LegReport] = []
  ) {
    self.sid = sid
    self.source = source
    self.event = event
    self.eventTime = eventTime
    self.legs = legs
  }
}
