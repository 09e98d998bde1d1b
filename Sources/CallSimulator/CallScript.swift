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
  let line: CallCenter.Line
  /// When the call began, from the start of the simulation.
  let began: Duration
  let clock: SimulatedClock
  private(set) var callbacks: [SimulatedCallback] = []

  init(
    sid: String, customer: String, line: CallCenter.Line, began: Duration, clock: SimulatedClock
  ) {
    self.sid = sid
    self.customer = customer
    self.line = line
    self.began = began
    self.clock = clock
  }

  /// A Connect event of the agent pass-through.
  mutating func connect(_ event: String, _ agent: CallCenter.Agent, at time: Duration) {
    add(
      [
        ("CallSid", sid), ("CallFrom", customer), ("CallTo", line.number),
        ("Direction", "incoming"), ("Created", clock.text(began)), ("From", customer),
        ("To", line.number), ("CurrentTime", clock.text(time)), ("DialWhomNumber", agent.number),
        ("Status", event == "Terminal" ? "free" : "busy"), ("EventType", event),
      ], at: time, .query)
  }

  /// The after-call Passthru. `talks` are the dialed destinations with their talk times.
  mutating func disposition(
    _ callType: String, dial: String?, talks: [(CallCenter.Agent, Duration)] = [],
    at time: Duration
  ) {
    var fields: [(String, String?)] = [
      ("CallSid", sid), ("CallFrom", customer), ("CallTo", line.number),
      ("Direction", "incoming"), ("Created", clock.text(began)), ("From", customer),
      ("To", line.number), ("CurrentTime", clock.text(time)), ("CallType", callType),
      ("DialCallStatus", dial), ("StartTime", clock.text(began)),
      ("EndTime", "1970-01-01 05:30:00"),
    ]
    for (place, talk) in talks.enumerated() {
      fields.append(("Legs[\(place)][Number]", talk.0.number))
      fields.append(("Legs[\(place)][Type]", "single"))
      fields.append(("Legs[\(place)][OnCallDuration]", "\(talk.1.components.seconds)"))
      fields.append(
        ("Legs[\(place)][CauseCode]", talk.1 > .zero ? "NORMAL_CLEARING" : "RING_TIMEOUT"))
    }
    if talks.contains(where: { $0.1 > .zero }) {
      fields.append(("RecordingUrl", "https://recordings.example.com/\(sid).mp3"))
    }
    add(fields, at: time, .query)
  }

  /// One leg of an outbound call, as a StatusCallback tells it.
  struct Leg {
    var status: String?
    var onCall: Duration?
    var ringing: Duration?
  }

  /// A StatusCallback of an outbound call that `agent` placed.
  mutating func status(
    _ event: String, _ status: String, _ agent: CallCenter.Agent, legs: [Leg],
    conversation: Duration? = nil, at time: Duration, _ encoding: CallbackEncoder.Encoding
  ) {
    let isOver = event == "terminal"
    var fields: [(String, String?)] = [
      ("CallSid", sid), ("EventType", event), ("DateCreated", clock.text(began)),
      ("DateUpdated", clock.text(time)), ("Status", status), ("To", customer),
      ("From", agent.number), ("PhoneNumberSid", line.number), ("StartTime", clock.text(began)),
      ("EndTime", isOver ? clock.text(time) : nil), ("EventTime", clock.text(time)),
      ("Direction", "outbound-api"),
      ("RecordingUrl", conversation.map { _ in "https://recordings.example.com/\(sid).mp3" }),
      ("ConversationDuration", conversation.map { "\($0.components.seconds)" }),
    ]
    for (place, leg) in legs.enumerated() {
      fields.append(
        ("Legs[\(place)][OnCallDuration]", leg.onCall.map { "\($0.components.seconds)" }))
      if let ringing = leg.ringing {
        fields.append(("Legs[\(place)][RingingDuration]", "\(ringing.components.seconds)"))
      }
      fields.append(("Legs[\(place)][Status]", leg.status))
    }
    add(fields, at: time, encoding)
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
