/// One callback of Exotel, decoded: what it says, independent of its encoding and its arrival.
///
/// Two callbacks are the same delivery when they are equal. Nil is "not known", however the wire
/// spelled it (`callbacks.md` § 3). All texts are free of control characters and bounded.
package struct Callback: Hashable, Sendable {
  /// Which of Exotel's products sent it (`families.md` § 3), in the order in which they are listed.
  package enum Family: String, Hashable, Sendable, CaseIterable {
    /// Connect applet, agent pass-through.
    case connect
    /// Passthru, and every applet of a flow that asks a URL.
    case flow
    /// StatusCallback of the outbound API, the default payload included.
    case statusCallback = "status-callback"
    case softphone
    case contactCentre = "contact-centre"
    case stream
    /// A leg of the new platform (ExoML).
    case leg
    /// ExoBridge, LeadAssist.
    case bridge
    case campaign
  }

  /// What happened.
  package enum Event: Hashable, Sendable {
    case dial, ringing, answered, terminal
    /// An attempt, or a call, begins; told by a product that knows no dial.
    case begin
    /// The attempt is over, for whatever reason.
    case over
    /// The caller is in the flow: nobody new was dialed, and this is no end.
    case flow
    /// The flow says how the call ended: `CallType`, or what a final `DialCallStatus` means as one.
    case disposition(String)
    /// A bot's stream.
    case stream
    /// Understood, and it changes no state.
    case note
    /// A word that Exotel does not document, as it came; empty where there was none. It changes no
    /// state.
    case other(String)
  }

  /// `CallSid`: 1 to 128 printable ASCII characters without blanks.
  package var sid: String
  /// Nil where nothing was understood but which call it is about.
  package var family: Family?
  package var event: Event
  /// Tells callbacks apart by all that came, what means nothing here too; 0 where that is not known.
  package var fingerprint: UInt64 = 0
  /// A part of it could not be read, or has a word that Exotel does not document.
  package var isOdd = false

  /// By the table of `board.md` § 1; nil where it has none.
  package var eventTime: Instant?
  /// `Created` or `DateCreated`.
  package var created: Instant?
  /// `StartTime`.
  package var start: Instant?
  /// `EndTime`, where it is not before `StartTime`.
  package var end: Instant?

  /// `Status` as it came, else the word for the state of the call that stands in its place.
  package var rawStatus: String?
  /// The same, normalised: lower case, `no-answer`, `in-progress`, `canceled`.
  package var status: String?
  /// `DialCallStatus`, normalised, where it is a final word.
  package var dialStatus: String?
  /// The final word of a softphone or of the contact centre.
  package var finalWord: FinalWord?

  /// The device that is dialed.
  package var agent: PhoneNumber?
  /// Further addresses of the same person: mail, login, user id.
  package var aliases: [PhoneNumber] = []
  package var agentName: String?
  package var from: PhoneNumber?
  package var to: PhoneNumber?
  /// Where it is told apart from `from` and `to`.
  package var customer: PhoneNumber?
  package var line: LineName?
  /// As it came.
  package var direction: String?
  /// What `direction` says; nil where it says nothing.
  package var way: Way?

  package var recordingURL: String?
  package var voicemailURL: String?
  /// `RecordingUrl` or `RecordingAvailableBy` in an agent's terminal event: they have talked.
  package var showsConversation = false
  package var customField: String?
  /// Keys that the caller pressed.
  package var digits: String?
  /// `ConversationDuration`, in what ends a call.
  package var conversation: Duration?
  /// Talk time as products without legs tell it.
  package var talk: Duration?
  package var hungUpBy: HungUpBy?
  package var stream: StreamReport?
  package var campaign: String?
  package var bridge: String?
  /// What the leg does there; nil where it is only named.
  package var bridgeStep: BridgeStep?
  /// What is reported of entries of `Legs`, by their index.
  package var legs: [LegReport]

  package init(
    sid: String, family: Family?, event: Event, eventTime: Instant? = nil, legs: [LegReport] = []
  ) {
    self.sid = sid
    self.family = family
    self.event = event
    self.eventTime = eventTime
    self.legs = legs
  }
}
