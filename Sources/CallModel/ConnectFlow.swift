/// The attempts of a call, folded from its Connect events and dispositions in their order.
struct ConnectFlow: Sendable {
  private(set) var attempts: [Attempt] = []
  /// The last disposition, unless a dial after it made it obsolete.
  private(set) var disposition: Delivery?
  /// True when this call shows that its account sends `Ringing` or `Answered` at all.
  private(set) var showsProgress = false
  private(set) var anomalies = AnomalySet()

  init(_ deliveries: [Delivery]) {
    var done: Set<Int> = []
    for (index, delivery) in deliveries.enumerated() where !done.contains(index) {
      if let end = endBefore(index, in: deliveries, except: done) {
        done.insert(end)
        apply(deliveries[end])
      }
      apply(delivery)
    }
  }

  /// A dial of an agent whose attempt is open makes sense only after that attempt's end; within
  /// one second the end may stand behind it.
  private func endBefore(_ index: Int, in deliveries: [Delivery], except done: Set<Int>) -> Int? {
    let dial = deliveries[index]
    guard dial.callback.event == .dial, let agent = dial.callback.agent,
      let open = openAttempt(of: agent), attempts[open].dialed != nil
    else { return nil }
    return deliveries.indices.first { place in
      place > index && !done.contains(place) && deliveries[place].time == dial.time
        && deliveries[place].callback.event == .terminal
        && deliveries[place].callback.agent?.key == agent.key
    }
  }

  private mutating func apply(_ delivery: Delivery) {
    let callback = delivery.callback
    switch callback.event {
    case .dial: dial(delivery)
    case .ringing, .answered: progress(delivery)
    case .terminal: terminate(delivery)
    case .disposition(let word):
      if Call.Outcome(callType: word) == nil { anomalies.insert(.unknownStatus) }
      settle(delivery)
    case .other: anomalies.insert(.unknownStatus)
    }
    switch callback.event {
    case .dial, .ringing, .answered, .terminal:
      if let status = callback.status, status != "busy", status != "free" {
        anomalies.insert(.unknownStatus)
      }
    case .disposition, .other: break
    }
  }

  private mutating func dial(_ delivery: Delivery) {
    if let open = attemptForEvent(of: delivery.callback) {
      if attempts[open].dialed == nil {
        attempts[open].dialed = delivery.stamp
        name(open, from: delivery.callback)
        return
      }
      guard delivery.callback.agent != nil else { return }
      if attempts[open].agent != nil {
        anomalies.insert(.contradiction)
        attempts[open].end = Attempt.End(
          time: nil, clock: delivery.clock, closedBy: delivery.time, cause: .redial)
      }
    }
    let place = begin(delivery)
    attempts[place].dialed = delivery.stamp
  }

  private mutating func progress(_ delivery: Delivery) {
    showsProgress = true
    let place =
      attemptForEvent(of: delivery.callback) ?? endedAttempt(for: delivery) ?? begin(delivery)
    name(place, from: delivery.callback)
    switch delivery.callback.event {
    case .ringing:
      if let answered = attempts[place].answered, answered.time < delivery.time {
        anomalies.insert(.contradiction)
      } else if attempts[place].ringing == nil {
        attempts[place].ringing = delivery.stamp
      }
    case .answered, .dial, .terminal, .disposition, .other:
      if attempts[place].answered == nil { attempts[place].answered = delivery.stamp }
    }
  }

  private mutating func terminate(_ delivery: Delivery) {
    if let open = attemptForEvent(of: delivery.callback) {
      name(open, from: delivery.callback)
      close(open, by: delivery)
      return
    }
    anomalies.insert(.contradiction)
    guard let agent = delivery.callback.agent,
      !attempts.contains(where: { $0.agent?.key == agent.key })
    else { return }
    close(begin(delivery), by: delivery)
  }

  private mutating func close(_ place: Int, by delivery: Delivery) {
    attempts[place].end = Attempt.End(
      time: delivery.time, clock: delivery.clock, closedBy: delivery.time, cause: .terminal)
  }

  private mutating func begin(_ delivery: Delivery) -> Int {
    disposition = nil
    attempts.append(Attempt(agent: delivery.callback.agent, began: delivery.stamp))
    name(attempts.count - 1, from: delivery.callback)
    return attempts.count - 1
  }

  private mutating func name(_ place: Int, from callback: Callback) {
    if attempts[place].agent == nil { attempts[place].agent = callback.agent }
    if attempts[place].name == nil { attempts[place].name = callback.agentName }
  }

  private func openAttempt(of agent: PhoneNumber) -> Int? {
    attempts.lastIndex { $0.isOpen && $0.agent?.key == agent.key }
  }

  /// The open attempt an event belongs to: its agent's, else one whose agent is not known yet; the
  /// latest one for an event that names no agent.
  private func attemptForEvent(of callback: Callback) -> Int? {
    guard let agent = callback.agent else { return attempts.lastIndex(where: \.isOpen) }
    return openAttempt(of: agent) ?? attempts.lastIndex { $0.isOpen && $0.agent == nil }
  }

  private func endedAttempt(for delivery: Delivery) -> Int? {
    attempts.lastIndex { attempt in
      guard let end = attempt.end, end.closedBy >= delivery.time else { return false }
      let agent = delivery.callback.agent?.key
      return agent == nil || attempt.agent?.key == agent
    }
  }
}

// MARK: - How the call ended

extension ConnectFlow {
  /// Takes a disposition: ends what is still open, and settles what it names.
  private mutating func settle(_ delivery: Delivery) {
    let time = delivery.callback.end.flatMap { $0 >= firstTime(or: delivery.time) ? $0 : nil }
    for place in attempts.indices where attempts[place].isOpen {
      attempts[place].end = Attempt.End(
        time: time ?? delivery.time, clock: delivery.clock, closedBy: delivery.time,
        cause: .disposition)
    }
    var settling = DispositionSettling(delivery, attempts: attempts)
    settling.run()
    attempts = settling.attempts
    if settling.sawUnknownWord { anomalies.insert(.unknownStatus) }
    disposition = delivery
  }

  private func firstTime(or time: Instant) -> Instant { attempts.first?.began.time ?? time }

  /// Ends all attempts still open, with the whole call; `time` is nil where its end is not known.
  mutating func closeAll(at time: Instant?, clock: Instant, cause: Attempt.End.Cause) {
    for place in attempts.indices where attempts[place].isOpen {
      attempts[place].end = Attempt.End(
        time: time, clock: clock, closedBy: time ?? clock, cause: cause)
    }
  }

  /// Lets the final `Status` of a StatusCallback decide what the Connect events leave open.
  mutating func settle(byStatus outcome: Leg.Outcome) {
    let open = attempts.indices.filter {
      !attempts[$0].isConversation && attempts[$0].settled == nil
        && (!showsProgress || attempts[$0].end?.cause == .callEnd)
    }
    if outcome == .noAnswer {
      for place in open { attempts[place].settled = .noAnswer }
    } else if let last = attempts.indices.last, open.contains(last),
      outcome != .completed || !attempts.contains(where: \.isConversation)
    {
      attempts[last].settled = outcome
    }
  }

  /// The outcome of an attempt that has ended.
  func outcome(of attempt: Attempt) -> Leg.Outcome {
    if attempt.isConversation { return .completed }
    if let settled = attempt.settled, settled != .noAnswer, settled != .canceled { return settled }
    if attempts.contains(where: { attempt.wasTaken(by: $0) }) { return .elsewhere }
    if let settled = attempt.settled { return settled }
    return showsProgress && attempt.end?.cause != .silence ? .noAnswer : .unknown
  }
}
