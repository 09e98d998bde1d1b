import CallModel
import CallbackWire

/// What softphones and the contact centre tell. Only the end has a time.
extension CallScript {
  /// Of a call that comes in: the pop-up of an agent's softphone is `busy`, then `free`.
  mutating func popUp(_ device: Device, isOver: Bool, at time: Duration) {
    var callback = incoming(.softphone, isOver ? .over : .begin, .virtualNumber)
    callback.rawStatus = isOver ? "free" : "busy"
    callback.agent = phone(device.address)
    callback.aliases = [device.email].compactMap { $0.map(phone) }
    add(callback, at: time, .json)
  }

  /// How a call that came in has ended, as the softphone says it. `device` is the last one dialed.
  mutating func softphoneEnd(
    _ word: Callback.FinalWord, _ device: Device?, talk: Duration, at time: Duration
  ) {
    var callback = incoming(.softphone, .terminal, .virtualNumber)
    callback.agent = device.map { phone($0.address) }
    callback.aliases = [device?.email].compactMap { $0.map(phone) }
    end(&callback, word, talk: talk, at: time)
    add(callback, at: time, .json)
  }

  /// A call that the softphone of an agent places.
  mutating func softphoneCall(
    _ event: Callback.Event, _ device: Device, word: Callback.FinalWord? = nil,
    talk: Duration = .zero, at time: Duration
  ) {
    var callback = Callback(sid: sid, family: .softphone, event: event)
    callback.from = phone(device.address)
    callback.to = phone(customer)
    callback.line = Callback.LineName(phone(line.number), .virtualNumber)
    callback.direction = "outbound"
    callback.aliases = [device.email].compactMap { $0.map(phone) }
    callback.start = moment(began)
    if let word { end(&callback, word, talk: talk, at: time) }
    add(callback, at: time, .json)
  }

  /// An event of the contact centre; `word` ends the call.
  mutating func centre(
    _ event: Callback.Event, _ device: Device?, goesOut: Bool,
    word: Callback.FinalWord? = nil, talk: Duration = .zero, at time: Duration
  ) {
    guard tells(event) else { return }
    var callback = Callback(sid: sid, family: .contactCentre, event: event)
    callback.direction = goesOut ? "outbound" : "inbound"
    callback.line = Callback.LineName(phone(line.number), .virtualNumber)
    callback.customer = phone(customer)
    callback.agent = device.map { phone($0.address) }
    callback.aliases = [device?.userID].compactMap { $0.map(phone) }
    callback.agentName = device?.name
    callback.start = moment(began)
    callback.customField = customField
    if let word { end(&callback, word, talk: talk, at: time) }
    add(callback, at: time, .json)
  }

  private func end(
    _ callback: inout Callback, _ word: Callback.FinalWord, talk: Duration, at time: Duration
  ) {
    callback.start = moment(began)
    callback.end = moment(time)
    callback.eventTime = callback.end
    callback.finalWord = word
    guard talk > .zero else { return }
    callback.talk = talk
    callback.recordingURL = recordingURL
  }
}
