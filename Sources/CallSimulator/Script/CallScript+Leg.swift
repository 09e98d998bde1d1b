import CallModel

/// What ExoML tells of legs, each of which is a call of its own.
extension CallScript {
  /// Who is at the other end of a leg.
  enum LegEnd {
    case customer(comesIn: Bool)
    case agent(Device)
  }

  /// An event of a leg; `status` is the last word of one that ends.
  mutating func leg(
    _ event: Callback.Event, _ end: LegEnd, status: String? = nil, at time: Duration
  ) {
    guard tells(event) else { return }
    var callback = legCallback(event, end, at: time)
    (callback.rawStatus, callback.status) = (status, status)
    callback.end = event == .terminal ? moment(time) : nil
    add(callback, at: time, .json)
  }

  /// The customer and the agent come to the bridge of this call.
  mutating func meet(_ device: Device, comesIn: Bool, at time: Duration) {
    for end in [LegEnd.customer(comesIn: comesIn), .agent(device)] {
      var callback = legCallback(.note, end, at: time)
      callback.bridge = "br" + sid.prefix(12)
      callback.bridgeStep = .joins
      add(callback, at: time, .json)
    }
  }

  private func legCallback(
    _ event: Callback.Event, _ end: LegEnd, at time: Duration
  ) -> Callback {
    var callback = Callback(sid: sid, family: .leg, event: event, eventTime: moment(time))
    callback.line = Callback.LineName(phone(line.number), .exophone)
    switch end {
    case .customer(let comesIn):
      callback.customer = phone(customer)
      callback.direction = comesIn ? "inbound" : "outbound"
    case .agent(let device):
      callback.sid = sid(ofLegTo: device)
      callback.customer = phone(device.address)
      callback.direction = "outbound"
    }
    return callback
  }
}

extension CallTruth {
  /// Of an agent's leg of ExoML.
  init(
    ofLeg sid: String, to device: Device, _ outcome: CallModel.Leg.Outcome, talk: Duration?
  ) {
    let word: Call.Outcome =
      switch outcome {
      case .completed: .completed
      case .noAnswer, .busy: .agentMissed
      case .failed: .failed
      case .canceled, .elsewhere: .abandoned
      case .notDialed, .unknown: .unknown
      }
    self.init(
      sid: sid, outcome: word, talk: talk,
      legs: [
        .init(number: device.address, outcome: outcome == .elsewhere ? .canceled : outcome)
      ])
  }
}
