/// The attempts of a call, folded from its Connect events and dispositions in their order.
struct ConnectFlow: Sendable {
  private(set) var list = AttemptList()
  /// The last disposition, unless a dial after it made it obsolete.
  private(set) var disposition: Delivery?
  /// True when this call shows that its account sends `Ringing` or `Answered` at all.
  private(set) var showsProgress = false
  private(set) var anomalies = AnomalySet()
  private var answers = AnswerTimes()

  /// In the order of dialing.
  var attempts: [Attempt] { list.all }

  init(_ deliveries: [Delivery]) {
    var ends = EndsBeforeDials(deliveries)
    for (place, delivery) in deliveries.enumerated() where !ends.taken[place] {
      if let end = endBefore(delivery, &ends) { apply(end) }
      apply(delivery)
    }
    answers = AnswerTimes(attempts)
  }

  /// A dial of an agent whose attempt is open makes sense only after that attempt's end; within
  /// one second the end may stand behind it.
  private func endBefore(_ dial: Delivery, _ ends: inout EndsBeforeDials) -> Delivery? {
    guard dial.callback.event == .dial, let agent = dial.callback.agent,
      let open = list.openPlace(of: agent), attempts[open].dialed != nil
    else { return nil }
    return ends.take(of: agent, at: dial.time)
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
    if let open = list.openPlace(for: delivery.callback) {
      if attempts[open].dialed == nil {
        list.change(open) { $0.dialed = delivery.stamp }
        name(open, from: delivery.callback)
        return
      }
      guard delivery.callback.agent != nil else { return }
      if attempts[open].agent != nil, list.hasRoom {
        anomalies.insert(.contradiction)
        list.change(open) {
          $0.end = Attempt.End(
            time: nil, clock: delivery.clock, closedBy: delivery.time, cause: .redial)
        }
      }
    }
    if let place = begin(delivery) { list.change(place) { $0.dialed = delivery.stamp } }
  }

  private mutating func progress(_ delivery: Delivery) {
    showsProgress = true
    let known = list.openPlace(for: delivery.callback) ?? list.endedPlace(for: delivery)
    guard let place = known ?? begin(delivery) else { return }
    name(place, from: delivery.callback)
    switch delivery.callback.event {
    case .ringing:
      if let answered = attempts[place].answered, answered.time < delivery.time {
        anomalies.insert(.contradiction)
      } else if attempts[place].ringing == nil {
        list.change(place) { $0.ringing = delivery.stamp }
      }
    case .answered, .dial, .terminal, .disposition, .other:
      if attempts[place].answered == nil { list.change(place) { $0.answered = delivery.stamp } }
    }
  }

  private mutating func terminate(_ delivery: Delivery) {
    if let open = list.openPlace(for: delivery.callback) {
      name(open, from: delivery.callback)
      close(open, by: delivery)
      return
    }
    anomalies.insert(.contradiction)
    guard let agent = delivery.callback.agent, list.places(of: agent).isEmpty else { return }
    if let place = begin(delivery) { close(place, by: delivery) }
  }

  private mutating func close(_ place: Int, by delivery: Delivery) {
    list.change(place) {
      $0.end = Attempt.End(
        time: delivery.time, clock: delivery.clock, closedBy: delivery.time, cause: .terminal)
    }
  }

  /// Nil for a call that has all the attempts that it can have: nothing changes then.
  private mutating func begin(_ delivery: Delivery) -> Int? {
    let attempt = Attempt(agent: delivery.callback.agent, began: delivery.stamp)
    guard let place = list.append(attempt) else {
      anomalies.insert(.contradiction)
      return nil
    }
    disposition = nil
    name(place, from: delivery.callback)
    return place
  }

  private mutating func name(_ place: Int, from callback: Callback) {
    list.name(place, callback.agent, callback.agentName)
  }
}

// MARK: - How the call ended

extension ConnectFlow {
  /// Takes a disposition: ends what is still open, and settles what it names.
  private mutating func settle(_ delivery: Delivery) {
    let first = attempts.first?.began.time ?? delivery.time
    let time = delivery.callback.end.flatMap { $0 >= first ? $0 : nil }
    list.closeAll(
      Attempt.End(
        time: time ?? delivery.time, clock: delivery.clock, closedBy: delivery.time,
        cause: .disposition))
    var settling = DispositionSettling(delivery)
    settling.settle(&list)
    anomalies.formUnion(settling.anomalies)
    disposition = delivery
  }

  /// Ends all attempts still open, with the whole call; `time` is nil where its end is not known.
  mutating func closeAll(at time: Instant?, clock: Instant, cause: Attempt.End.Cause) {
    list.closeAll(Attempt.End(time: time, clock: clock, closedBy: time ?? clock, cause: cause))
  }

  /// Lets the final `Status` of a StatusCallback decide what the Connect events leave open.
  mutating func settle(byStatus outcome: Leg.Outcome) {
    let open = attempts.indices.filter {
      !attempts[$0].isConversation && attempts[$0].settled == nil
        && (!showsProgress || attempts[$0].end?.cause == .callEnd)
    }
    if outcome == .noAnswer {
      for place in open { list.change(place) { $0.settled = .noAnswer } }
    } else if let last = attempts.indices.last, open.last == last,
      outcome != .completed || list.conversations == 0
    {
      list.change(last) { $0.settled = outcome }
    }
  }

  /// The outcome of an attempt that has ended.
  func outcome(of attempt: Attempt) -> Leg.Outcome {
    if attempt.isConversation { return .completed }
    if let settled = attempt.settled, settled != .noAnswer, settled != .canceled { return settled }
    if answers.took(attempt) { return .elsewhere }
    if let settled = attempt.settled { return settled }
    return showsProgress && attempt.end?.cause != .silence ? .noAnswer : .unknown
  }
}
