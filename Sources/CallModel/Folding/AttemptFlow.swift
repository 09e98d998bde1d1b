/// The attempts of a call, folded in their order from what Connect, the flow and the softphones of
/// incoming calls tell of dialing agents (`board.md` § 2).
struct AttemptFlow: Sendable {
  /// In the order of dialing.
  private(set) var attempts: [Attempt] = []
  /// The last disposition, unless a dial after it made it obsolete.
  private(set) var disposition: Delivery?
  /// How a softphone or the contact centre says that the call ended.
  private(set) var phoneEnd: PhoneEnd?
  /// The families of which this call shows that they tell of ringing or answers at all.
  private(set) var progress: Set<Callback.Family> = []
  private(set) var anomalies = AnomalySet()
  private let people: People
  private let rules: CallRules

  /// More attempts than any real call has: what one sid costs is bounded.
  static let capacity = 200

  init(_ deliveries: [Delivery], people: People, rules: CallRules) {
    self.people = people
    self.rules = rules
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
      let open = openAttempt(onDevice: agent), attempts[open].dialed != nil
    else { return nil }
    var place = index + 1
    while place < deliveries.count, deliveries[place].time == dial.time {
      let other = deliveries[place].callback
      if !done.contains(place), other.event == .terminal, other.agent?.key == agent.key {
        return place
      }
      place += 1
    }
    return nil
  }

  private mutating func apply(_ delivery: Delivery) {
    let callback = delivery.callback
    if callback.isOdd { anomalies.insert(.unknownStatus) }
    switch callback.event {
    case .dial: dial(delivery)
    case .begin: beginElsewhere(delivery)
    case .ringing, .answered: advance(delivery)
    case .terminal where callback.family != .connect: endPhone(delivery)
    case .terminal, .over: terminate(delivery)
    case .disposition: settle(delivery)
    case .flow, .stream, .note, .other: break
    }
  }

  // MARK: - Events of one attempt

  private mutating func dial(_ delivery: Delivery) {
    let callback = delivery.callback
    if let open = attemptToDial(callback) {
      if attempts[open].dialed == nil || attempts[open].family != .connect {
        attempts[open].dialed = delivery.stamp
        attempts[open].began = delivery.stamp
        attempts[open].family = .connect
        name(open, from: callback)
        return
      }
      guard callback.agent != nil else { return }
      if attempts[open].agent != nil {
        anomalies.insert(.contradiction)
        attempts[open].end = Attempt.End(
          time: nil, clock: delivery.clock, closedBy: delivery.time, cause: .redial)
      }
    }
    guard let place = begin(delivery) else { return }
    attempts[place].dialed = delivery.stamp
  }

  /// The open attempt that a dial is about: one on its device, one of which no agent is known, or
  /// one that another family's word began for the same person.
  private func attemptToDial(_ callback: Callback) -> Int? {
    guard let agent = callback.agent else { return attempts.lastIndex(where: \.isOpen) }
    if let open = openAttempt(onDevice: agent) { return open }
    let person = people.person(of: agent)
    return attempts.lastIndex {
      $0.isOpen && ($0.agent == nil || $0.family != .connect && $0.person == person)
    }
  }

  /// A begin that another family tells: a softphone's pop-up, a live word of the flow.
  private mutating func beginElsewhere(_ delivery: Delivery) {
    if let open = attemptForEvent(of: delivery.callback) {
      name(open, from: delivery.callback)
      if attempts[open].dialed == nil, !delivery.isUntimed {
        attempts[open].dialed = delivery.stamp
      }
      return
    }
    guard let place = begin(delivery), !delivery.isUntimed else { return }
    attempts[place].dialed = delivery.stamp
  }

  private mutating func advance(_ delivery: Delivery) {
    let callback = delivery.callback
    if let family = callback.family, family == .connect || callback.event == .answered {
      progress.insert(family)
    }
    guard
      let place = attemptForEvent(of: callback) ?? endedAttempt(for: delivery) ?? begin(delivery)
    else { return }
    name(place, from: callback)
    guard callback.event == .ringing else {
      if attempts[place].answered == nil { attempts[place].answered = delivery.stamp }
      return
    }
    if let answered = attempts[place].answered, answered.time < delivery.time {
      anomalies.insert(.contradiction)
    } else if attempts[place].ringing == nil {
      attempts[place].ringing = delivery.stamp
    }
  }

  private mutating func terminate(_ delivery: Delivery) {
    let callback = delivery.callback
    if let open = attemptForEvent(of: callback) {
      name(open, from: callback)
      return close(open, by: delivery)
    }
    let last = callback.agent.flatMap { agent in
      attempts.lastIndex { $0.agent?.key == agent.key && !$0.isOfDisposition }
    }
    // What another family has said of it already is said once more.
    if let last, attempts[last].endedByOther(than: callback.family) { return }
    anomalies.insert(.contradiction)
    guard callback.agent != nil, last == nil, let place = begin(delivery) else { return }
    close(place, by: delivery)
  }

  private mutating func close(_ place: Int, by delivery: Delivery) {
    let isOwn = delivery.callback.event == .terminal
    attempts[place].end = Attempt.End(
      time: delivery.isUntimed ? nil : delivery.time, clock: delivery.clock,
      closedBy: delivery.time, cause: isOwn ? .terminal : .told)
    if delivery.callback.showsConversation { attempts[place].showsConversation = true }
  }

  /// Nil where the call has more attempts than it can have, or has long ended for what tells no time
  /// of its own.
  private mutating func begin(_ delivery: Delivery) -> Int? {
    guard attempts.count < Self.capacity else {
      anomalies.insert(.contradiction)
      return nil
    }
    guard !comesTooLate(delivery) else { return nil }
    disposition = nil
    let callback = delivery.callback
    var attempt = Attempt(
      agent: callback.agent ?? callback.aliases.first, family: callback.family ?? .connect,
      began: delivery.stamp)
    attempt.person = attempt.agent.map { people.person(of: $0) }
    attempts.append(attempt)
    name(attempts.count - 1, from: callback)
    return attempts.count - 1
  }

  private func comesTooLate(_ delivery: Delivery) -> Bool {
    guard delivery.isUntimed, let last = attempts.last, !attempts.contains(where: \.isOpen),
      disposition != nil || attempts.contains(where: \.isConversation)
    else { return false }
    let end = disposition?.time ?? last.end?.closedBy ?? last.began.time
    return delivery.time > end + rules.missedAfter
  }

  private mutating func name(_ place: Int, from callback: Callback) {
    if attempts[place].agent == nil {
      attempts[place].agent = callback.agent ?? callback.aliases.first
      attempts[place].person = attempts[place].agent.map { people.person(of: $0) }
    }
    if attempts[place].name == nil { attempts[place].name = callback.agentName }
  }

  // MARK: - Which attempt an event belongs to

  private func openAttempt(onDevice agent: PhoneNumber) -> Int? {
    attempts.lastIndex { $0.isOpen && $0.agent?.key == agent.key }
  }

  /// That of its device, else one whose agent is not known yet, else that of its person; the latest
  /// one for an event that names nobody.
  private func attemptForEvent(of callback: Callback) -> Int? {
    guard let address = callback.agent ?? callback.aliases.first else {
      return attempts.lastIndex(where: \.isOpen)
    }
    if let open = openAttempt(onDevice: address) { return open }
    if let open = attempts.lastIndex(where: { $0.isOpen && $0.agent == nil }) { return open }
    let person = people.person(of: address)
    return attempts.lastIndex { $0.isOpen && $0.person == person }
  }

  private func endedAttempt(for delivery: Delivery) -> Int? {
    let callback = delivery.callback
    let address = callback.agent ?? callback.aliases.first
    return attempts.lastIndex { attempt in
      guard let end = attempt.end, end.closedBy >= delivery.time, !attempt.isOfDisposition else {
        return false
      }
      guard let address else { return true }
      return attempt.agent?.key == address.key || attempt.person == people.person(of: address)
    }
  }
}

// MARK: - How the call ended

extension AttemptFlow {
  /// How a softphone or the contact centre says that the call ended.
  struct PhoneEnd: Sendable {
    var stamp: Stamp
    var reported: Stamp?
    var rawStatus: String?
    /// The strongest of the final words.
    var word: Callback.FinalWord?
  }

  /// Takes a final word; nothing opens the call again.
  private mutating func endPhone(_ delivery: Delivery) {
    let callback = delivery.callback
    var end = phoneEnd ?? PhoneEnd(stamp: delivery.stamp)
    end.reported = callback.end.map { Stamp(time: $0, clock: delivery.believe($0)) } ?? end.reported
    end.rawStatus = callback.rawStatus ?? end.rawStatus
    if let word = callback.finalWord, !(end.word?.outweighs(word) ?? false) { end.word = word }
    phoneEnd = end
    if callback.agent != nil || !callback.aliases.isEmpty, attempts.isEmpty,
      let word = callback.finalWord, word.outcome == .completed || word.isOfAgent(outgoing: false),
      let place = begin(delivery)
    {
      attempts[place].isOfDisposition = true
      attempts[place].end = Attempt.End(
        time: nil, clock: delivery.clock, closedBy: delivery.time, cause: .callEnd)
    }
  }

  /// Takes a disposition: ends what began before it, and settles what it names.
  private mutating func settle(_ delivery: Delivery) {
    let closing = DispositionClosing(delivery, attempts)
    let firstTime = attempts.first?.began.time ?? delivery.time
    let reported = delivery.callback.end.flatMap { $0 >= firstTime ? $0 : nil }
    for place in closing.closed {
      attempts[place].end = Attempt.End(
        time: reported ?? delivery.time, clock: delivery.clock, closedBy: delivery.time,
        cause: .disposition)
    }
    var settling = DispositionSettling(
      delivery, attempts: attempts, later: closing.later, people: people)
    settling.run(closed: closing.closed)
    attempts = settling.attempts
    anomalies.formUnion(settling.anomalies)
    disposition = closing.later.isEmpty ? delivery : nil
  }

  /// Ends all attempts still open, with the whole call; `time` is nil where its end is not known.
  mutating func closeAll(at time: Instant?, clock: Instant, cause: Attempt.End.Cause) {
    for place in attempts.indices where attempts[place].isOpen {
      attempts[place].end = Attempt.End(
        time: time, clock: clock, closedBy: time ?? clock, cause: cause)
    }
  }

  /// What the end of the call says of an attempt that its own events leave open.
  mutating func settle(_ place: Int, as outcome: Leg.Outcome, isInferred: Bool) {
    attempts[place].settled = outcome
    attempts[place].isInferred = isInferred
  }

  /// A conversation that is told outweighs every other word.
  mutating func noteConversation(_ place: Int, lasting duration: Duration) {
    attempts[place].settled = .completed
    attempts[place].reportedOnCall = attempts[place].reportedOnCall ?? duration
    anomalies.insert(.inferredOutcome)
  }
}

extension Attempt {
  /// True where it was ended by the word of another family than this one.
  fileprivate func endedByOther(than family: Callback.Family?) -> Bool {
    switch end?.cause {
    case .told: family == .connect
    case .terminal: family != .connect
    case .disposition, .callEnd: true
    case .redial, .silence, nil: false
    }
  }
}

extension Callback.FinalWord {
  /// True where this one holds against `other`, which came later.
  func outweighs(_ other: Callback.FinalWord) -> Bool { subject == nil && other.subject != nil }

  /// True where it is about the agent; of a call that goes out the agent is `from`.
  func isOfAgent(outgoing: Bool) -> Bool {
    switch subject {
    case .agent: true
    case .from: outgoing
    case .to: !outgoing
    case .customer, nil: false
    }
  }
}
