import CallModel
import CallbackWire

/// What StatusCallbacks tell.
extension CallScript {
  typealias Leg = Callback.LegReport

  /// A StatusCallback of an outbound call that the agent of `number` placed.
  mutating func status(
    _ event: Callback.Event, _ status: String, _ number: String, legs: [Leg],
    conversation: Duration? = nil, at time: Duration
  ) {
    guard tells(event), account.subscribes else { return }
    var callback = report(event, status, legs: legs, conversation: conversation, at: time)
    callback.from = phone(number)
    callback.to = phone(customer)
    callback.direction = "outbound-api"
    add(callback, at: time, statusEncoding)
  }

  /// A StatusCallback of a call that came in: leg 1 is the caller, leg 2 whoever was dialed.
  mutating func inboundStatus(
    _ event: Callback.Event, _ status: String, legs: [Leg], conversation: Duration? = nil,
    at time: Duration
  ) {
    guard tells(event), account.subscribes else { return }
    var callback = report(event, status, legs: legs, conversation: conversation, at: time)
    callback.from = phone(customer)
    callback.to = phone(line.number)
    callback.direction = "inbound"
    add(callback, at: time, statusEncoding)
  }

  /// What comes at the end of an outbound call without a subscription.
  mutating func defaultPayload(_ status: String, hasRecording: Bool, at time: Duration) {
    var callback = Callback(
      sid: sid, family: .statusCallback, event: .terminal, eventTime: moment(time))
    callback.rawStatus = status
    callback.recordingURL = hasRecording ? recordingURL : nil
    add(callback, at: time, statusEncoding)
  }

  private func report(
    _ event: Callback.Event, _ status: String, legs: [Leg], conversation: Duration?,
    at time: Duration
  ) -> Callback {
    var callback = Callback(
      sid: sid, family: .statusCallback, event: event, eventTime: moment(time), legs: legs)
    callback.created = moment(began)
    callback.start = moment(began)
    callback.end = event == .terminal ? moment(time) : nil
    callback.rawStatus = status
    callback.line = Callback.LineName(phone(line.number), .phoneNumberSid)
    callback.recordingURL = conversation.flatMap { $0 > .zero ? recordingURL : nil }
    callback.conversation = conversation
    callback.customField = customField
    return callback
  }
}
