import CallModel
import CallbackWire

/// A callback that is to be sent at its time.
package struct SimulatedCallback: Sendable {
  /// When it is due, from the start of the simulation.
  package var due: Duration
  package var sid: String
  package var fields: CallbackFields
  package var encoding: CallbackEncoder.Encoding

  /// The request that carries it.
  package func request(path: String) -> RawCallback {
    CallbackEncoder(encoding, target: path).encode(fields)
  }
}

/// The callbacks of one simulated call, written as Exotel writes them.
struct CallScript {
  let sid: String
  let customer: String
  let line: Scenario.Line
  /// When the call began, from the start of the simulation.
  let began: Duration
  let clock: SimulatedClock
  let account: Account
  /// Of Connect events: `query`, or `form`.
  let connectEncoding: CallbackEncoder.Encoding
  let statusEncoding: CallbackEncoder.Encoding
  /// What the request to call gave to be told with each StatusCallback.
  var customField: String?
  var isRecorded = true
  private(set) var callbacks: [SimulatedCallback] = []

  init(
    sid: String, customer: String, line: Scenario.Line, began: Duration, clock: SimulatedClock,
    account: Account = Account(), connectEncoding: CallbackEncoder.Encoding = .query,
    statusEncoding: CallbackEncoder.Encoding = .multipart
  ) {
    self.sid = sid
    self.customer = customer
    self.line = line
    self.began = began
    self.clock = clock
    self.account = account
    self.connectEncoding = connectEncoding
    self.statusEncoding = statusEncoding
  }

  /// False for an event that the account is not told of.
  private func tells(_ event: String) -> Bool {
    switch event.lowercased() {
    case "ringing": account.tellsRinging
    case "answered": account.tellsAnswered
    default: true
    }
  }

  /// Where the recording of a conversation would be.
  var recordingURL: String? {
    isRecorded ? "https://recordings.example.com/\(sid).mp3" : nil
  }

  /// A Connect event of the agent pass-through.
  mutating func connect(_ event: String, _ number: String, at time: Duration) {
    guard tells(event) else { return }
    var fields: [(String, String?)] = [
      ("CallSid", sid), ("CallFrom", customer), ("CallTo", line.number),
      ("Direction", "incoming"), ("Created", clock.text(began)), ("From", customer),
      ("To", line.number), ("CurrentTime", clock.text(time)), ("DialWhomNumber", number),
      ("Status", event == "Terminal" ? "free" : "busy"),
    ]
    if account.namesEvents { fields.append(("EventType", event)) }
    add(fields, at: time, connectEncoding)
  }

  /// A dialed destination, as the after-call Passthru tells of it.
  struct Destination {
    var number: String
    var talk = Duration.zero
    var status: String
    var cause: String
  }

  /// The after-call Passthru, where the account has one.
  mutating func disposition(
    _ callType: String, dial: String?, _ destinations: [Destination] = [], at time: Duration
  ) {
    guard account.tellsAfterCall else { return }
    var fields: [(String, String?)] = [
      ("CallSid", sid), ("CallFrom", customer), ("CallTo", line.number),
      ("Direction", "incoming"), ("Created", clock.text(began)), ("From", customer),
      ("To", line.number), ("CurrentTime", clock.text(time)), ("CallType", callType),
      ("DialCallStatus", dial), ("StartTime", clock.text(began)),
      ("EndTime", "1970-01-01 05:30:00"),
    ]
    for (place, destination) in destinations.enumerated() {
      fields += [
        ("Legs[\(place)][Number]", destination.number), ("Legs[\(place)][Type]", "single"),
        ("Legs[\(place)][OnCallDuration]", "\(destination.talk.components.seconds)"),
        ("Legs[\(place)][Status]", destination.status),
        ("Legs[\(place)][CauseCode]", destination.cause),
      ]
    }
    if destinations.contains(where: { $0.talk > .zero }) {
      fields.append(("RecordingUrl", recordingURL))
    }
    add(fields, at: time, connectEncoding)
  }

  /// One leg of an outbound call, as a StatusCallback tells it.
  struct Leg {
    var status: String?
    var onCall: Duration?
    var ringing: Duration?
  }

  /// A StatusCallback of an outbound call that the agent of `number` placed.
  mutating func status(
    _ event: String, _ status: String, _ number: String, legs: [Leg],
    conversation: Duration? = nil, at time: Duration
  ) {
    guard tells(event), account.subscribes else { return }
    let isOver = event == "terminal"
    var fields: [(String, String?)] = [
      ("CallSid", sid), ("EventType", event), ("DateCreated", clock.text(began)),
      ("DateUpdated", clock.text(time)), ("Status", status), ("To", customer),
      ("From", number), ("PhoneNumberSid", line.number), ("StartTime", clock.text(began)),
      ("EndTime", isOver ? clock.text(time) : nil), ("EventTime", clock.text(time)),
      ("Direction", "outbound-api"),
      ("RecordingUrl", conversation.flatMap { _ in recordingURL }),
      ("ConversationDuration", conversation.map { "\($0.components.seconds)" }),
    ]
    if let customField { fields.append(("CustomField", customField)) }
    for (place, leg) in legs.enumerated() {
      fields.append(
        ("Legs[\(place)][OnCallDuration]", leg.onCall.map { "\($0.components.seconds)" }))
      if let ringing = leg.ringing {
        fields.append(("Legs[\(place)][RingingDuration]", "\(ringing.components.seconds)"))
      }
      fields.append(("Legs[\(place)][Status]", leg.status))
    }
    add(fields, at: time, statusEncoding)
  }

  /// What comes at the end of an outbound call without a subscription.
  mutating func defaultPayload(_ status: String, hasRecording: Bool, at time: Duration) {
    add(
      [
        ("CallSid", sid), ("DateUpdated", clock.text(time)), ("Status", status),
        ("RecordingUrl", hasRecording ? recordingURL : nil),
      ], at: time, statusEncoding)
  }

  private mutating func add(
    _ fields: [(String, String?)], at time: Duration, _ encoding: CallbackEncoder.Encoding
  ) {
    callbacks.append(
      SimulatedCallback(
        due: time, sid: sid,
        fields: CallbackFields(fields.map { CallbackFields.Field(name: $0.0, value: $0.1) }),
        encoding: encoding))
  }
}
