import CallModel

/// What ExoBridge tells: the flow's words under other spellings.
extension CallScript {
  /// An agent is dialed, rings, or has answered.
  mutating func bridge(_ event: Callback.Event, _ device: Device, at time: Duration) {
    guard tells(event) else { return }
    var callback = incoming(.bridge, event, .greenvn)
    callback.eventTime = moment(time)
    callback.start = moment(began)
    callback.agent = phone(device.address)
    add(callback, at: time, .json)
  }

  /// The end, with the last agent who was dialed.
  mutating func bridgeEnd(
    _ callType: String, dial: String?, _ device: Device?, talk: Duration, at time: Duration
  ) {
    let event = device == nil ? Callback.Event.flow : .disposition(callType)
    var callback = incoming(.bridge, event, .greenvn)
    callback.eventTime = moment(time)
    callback.start = moment(began)
    callback.agent = device.map { phone($0.address) }
    callback.dialStatus = dial
    if talk > .zero { (callback.talk, callback.recordingURL) = (talk, recordingURL) }
    add(callback, at: time, .json)
  }
}
