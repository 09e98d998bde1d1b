import CallModel
import CallbackWire

/// What a flow tells: its agent pass-through, and the requests of its other applets.
extension CallScript {
  /// A Connect event of the agent pass-through.
  mutating func connect(_ event: Callback.Event, _ device: Device, at time: Duration) {
    guard tells(event) else { return }
    var callback = incoming(.connect, event, .callTo)
    callback.eventTime = moment(time)
    callback.created = moment(began)
    callback.agent = phone(device.address)
    callback.agentName = device.email
    callback.rawStatus = event == .terminal ? "free" : "busy"
    add(callback, at: time, connectEncoding)
  }

  /// An applet asks how to go on: nobody new was dialed, and the call goes on.
  mutating func ask(_ asking: Flow.Asking, at time: Duration) {
    var callback = incoming(.flow, .flow, .callTo)
    callback.eventTime = moment(time)
    callback.created = moment(began)
    callback.start = asking.isPassthru ? moment(began) : nil
    callback.digits = asking.digits
    add(callback, at: time, connectEncoding)
  }

  /// A dialed destination, as the after-call Passthru tells of it.
  struct Destination {
    var number: String
    var talk = Duration.zero
    var status: String
    var cause: String
  }

  /// The after-call Passthru, where the account has one. `callType` is `call-attempt` where nobody was
  /// dialed.
  mutating func disposition(
    _ callType: String, dial: String?, _ destinations: [Destination] = [], at time: Duration
  ) {
    guard account.tellsAfterCall else { return }
    let event = callType == "call-attempt" ? Callback.Event.flow : .disposition(callType)
    var callback = incoming(.flow, event, .callTo)
    callback.eventTime = moment(time)
    callback.created = moment(began)
    callback.start = moment(began)
    callback.dialStatus = dial
    callback.legs = destinations.enumerated().map { place, destination in
      Callback.LegReport(
        index: place, status: destination.status, number: phone(destination.number),
        onCall: destination.talk, causeCode: destination.cause)
    }
    if destinations.contains(where: { $0.talk > .zero }) { callback.recordingURL = recordingURL }
    add(callback, at: time, connectEncoding)
  }

  /// A bot begins to talk with the caller. When it did is not told.
  mutating func streamStarts(_ id: String, at time: Duration) {
    var callback = incoming(.stream, .stream, .to)
    callback.direction = "inbound"
    callback.stream = Callback.StreamReport(id: id)
    add(callback, at: time, .json)
  }

  /// It has talked so long.
  mutating func streamEnds(
    _ id: String, _ fate: Flow.BotFate, talk: Duration, at time: Duration
  ) {
    var callback = incoming(.stream, .stream, .callTo)
    callback.eventTime = moment(time)
    callback.created = moment(began)
    var stream = Callback.StreamReport(id: id, status: fate.status)
    stream.duration = talk
    stream.endedBy = fate == .callerLeaves ? .customer : .bot
    stream.error = fate == .fails ? "the bot closed the connection" : nil
    callback.stream = stream
    add(callback, at: time, connectEncoding)
  }
}

extension Flow.BotFate {
  /// `Stream[Status]`.
  fileprivate var status: String {
    switch self {
    case .handsOver: "completed"
    case .fails: "failed"
    case .callerLeaves: "canceled"
    }
  }
}
