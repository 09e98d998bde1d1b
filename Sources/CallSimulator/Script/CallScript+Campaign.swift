import CallModel

/// What a campaign tells of the calls that it places.
extension CallScript {
  /// The customer has answered, or the call has ended with that word.
  mutating func campaign(_ status: String, ends: Bool, at time: Duration) {
    guard ends || tells(.answered) else { return }
    var callback = Callback(
      sid: sid, family: .campaign, event: ends ? .terminal : .answered, eventTime: moment(time))
    callback.created = moment(began)
    callback.campaign = "cmp4711"
    callback.customer = phone(customer)
    (callback.rawStatus, callback.status) = (status, status)
    add(callback, at: time, .json)
  }
}
