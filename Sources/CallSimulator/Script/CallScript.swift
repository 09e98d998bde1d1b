import CallModel
import CallbackWire

/// The callbacks of one simulated call, written as Exotel's products write them.
struct CallScript {
  let sid: String
  let customer: String
  let line: Scenario.Line
  /// When the call began, from the start of the simulation.
  let began: Duration
  let clock: SimulatedClock
  let account: Account
  /// Which products tell of the call.
  let tellers: Set<Flow.Teller>
  /// Of Connect events and of the flow's requests: `query`, or `form`.
  let connectEncoding: CallbackEncoder.Encoding
  let statusEncoding: CallbackEncoder.Encoding
  /// What the request to call gave to be told with each StatusCallback.
  var customField: String?
  var isRecorded = true
  private(set) var callbacks: [SimulatedCallback] = []
  /// Of the agents' legs of ExoML, in the order of dialing.
  private(set) var agentLegs: [AgentLeg] = []
  private let writer: CallbackWriter

  init(
    sid: String, customer: String, line: Scenario.Line, began: Duration, clock: SimulatedClock,
    account: Account = Account(), tellers: Set<Flow.Teller> = [.statusCallback],
    connectEncoding: CallbackEncoder.Encoding = .query,
    statusEncoding: CallbackEncoder.Encoding = .multipart
  ) {
    self.sid = sid
    self.customer = customer
    self.line = line
    self.began = began
    self.clock = clock
    self.account = account
    self.tellers = tellers
    self.connectEncoding = connectEncoding
    self.statusEncoding = statusEncoding
    var writer = CallbackWriter(secondsEastOfUTC: clock.secondsEastOfUTC)
    writer.namesEvents = account.namesEvents
    writer.namesCallTypes = account.namesCallTypes
    self.writer = writer
  }

  /// False for an event that the account is not told of.
  func tells(_ event: Callback.Event) -> Bool {
    switch event {
    case .ringing: account.tellsRinging
    case .answered: account.tellsAnswered
    case .dial, .begin, .terminal, .over, .flow, .disposition, .stream, .note, .other: true
    }
  }

  /// A leg of ExoML to a device, which is a call of its own.
  struct AgentLeg {
    let sid: String
    let device: Device
  }

  /// The sid of the leg that is dialed to a device now.
  mutating func beginLeg(to device: Device) -> String {
    let leg = AgentLeg(sid: "a\(agentLegs.count + 1)-\(sid)", device: device)
    agentLegs.append(leg)
    return leg.sid
  }

  /// The sid of the latest leg to a device.
  func sid(ofLegTo device: Device) -> String {
    agentLegs.last { $0.device == device }?.sid ?? sid
  }

  /// Where the recording of a conversation would be.
  var recordingURL: String? {
    isRecorded ? "https://recordings.example.com/\(sid).mp3" : nil
  }

  /// A number or another address. It is only written: whose rules it is matched by does not matter.
  func phone(_ text: String) -> PhoneNumber { PhoneNumber(text, country: .india) }

  func moment(_ time: Duration) -> Instant { clock.moment(time) }

  /// A callback of this call that names the caller and the line.
  func incoming(
    _ family: Callback.Family, _ event: Callback.Event, _ kind: Callback.LineName.Kind
  ) -> Callback {
    var callback = Callback(sid: sid, family: family, event: event)
    callback.from = phone(customer)
    callback.to = phone(line.number)
    callback.line = Callback.LineName(phone(line.number), kind)
    callback.direction = "incoming"
    return callback
  }

  /// Tells of it at `time`.
  mutating func add(
    _ callback: Callback, at time: Duration, _ encoding: CallbackEncoder.Encoding
  ) {
    callbacks.append(
      SimulatedCallback(
        due: time, sid: callback.sid, fields: writer.fields(of: callback), encoding: encoding,
        isUntimed: callback.eventTime == nil))
  }
}
