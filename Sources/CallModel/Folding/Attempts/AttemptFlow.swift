/// The attempts of a call, folded in their order from what Connect, the flow and the softphones of
/// incoming calls tell of dialing agents (`board.md` § 2).
struct AttemptFlow: Sendable {
  private(set) var list = AttemptList()
  /// The last disposition, unless a dial after it made it obsolete.
  private(set) var disposition: Delivery?
  /// How a softphone or the contact centre says that the call ended.
  private(set) var phoneEnd: PhoneEnd?
  /// The families of which this call shows that they tell of ringing or answers at all.
  private(set) var progress = FamilySet()
  private(set) var anomalies = AnomalySet()
  private let people: People
  private let rules: CallRules
  /// True where an event tells of an attempt, and not only the end of the call.
  private let hasAttempts: Bool
  /// How long after its last attempt a call without a conversation is over; nil where nothing says.
  private let patience: Duration?

  /// In the order of dialing.
  var attempts: [Attempt] { list.all }

  init(_ deliveries: [Delivery], people: People, rules: CallRules, patience: Duration?) {
    self.people = people
    self.rules = rules
    self.patience = patience
    hasAttempts = deliveries.contains { $0.callback.tellsOfAttempt }
    var ends = EndsBeforeDials(deliveries)
    for (place, delivery) in deliveries.enumerated() where !ends.taken[place] {
      if let end = endBefore(delivery, &ends) { apply(end) }
      apply(delivery)
    }
  }

  /// A dial of a device whose attempt is open makes sense only after that attempt's end; within
  /// one second the end may stand behind it.
  private func endBefore(_ dial: Delivery, _ ends: inout EndsBeforeDials) -> Delivery? {
    guard dial.callback.event == .dial, let agent = dial.callback.agent,
      let open = list.openPlace(of: agent), attempts[open].dialed != nil
    else { return nil }
    return ends.take(of: agent, at: dial.time)
  }

  private mutating func apply(_ delivery: Delivery) {
    let event = delivery.callback.event
    if delivery.callback.isOdd { anomalies.insert(.unknownStatus) }
    switch event {
    case .dial: dial(delivery)
    case .begin: beginElsewhere(delivery)
    case .ringing, .answered: advance(delivery)
    case .terminal where delivery.callback.family != .connect: endPhone(delivery)
    case .terminal, .over: terminate(delivery)
    case .disposition: settle(delivery)
    case .flow, .stream, .note, .other: break
    }
  }

  // MARK: - Events of one attempt

  private mutating func dial(_ delivery: Delivery) {
    let agent = delivery.callback.agent
    if let open = list.placeToDial(agent, of: person(of: agent)) {
      if attempts[open].dialed == nil || attempts[open].family != .connect {
        list.change(open) {
          $0.dialed = delivery.eventMoment
          $0.began = delivery.eventMoment
          $0.toldBegin = delivery.callback.eventTime ?? $0.toldBegin
          $0.family = .connect
        }
        return name(open, from: delivery.callback)
      }
      guard agent != nil else { return }
      if attempts[open].agent != nil, list.hasRoom {
        anomalies.insert(.contradiction)
        list.change(open) {
          $0.end = Attempt.End(
            time: nil, clock: delivery.clock, closedBy: delivery.time, cause: .redial)
        }
      }
    }
    if let place = begin(delivery) { list.change(place) { $0.dialed = delivery.eventMoment } }
  }

  /// A begin that another family tells: a softphone's pop-up, a live word of the flow.
  private mutating func beginElsewhere(_ delivery: Delivery) {
    let open = openPlace(for: delivery.callback)
    if let open { name(open, from: delivery.callback) }
    guard let place = open ?? begin(delivery), !delivery.isUntimed else { return }
    list.change(place) {
      $0.dialed = $0.dialed ?? delivery.eventMoment
      $0.toldBegin = $0.toldBegin ?? delivery.time
    }
  }

  private mutating func advance(_ delivery: Delivery) {
    let event = delivery.callback.event
    if let family = delivery.callback.family, family == .connect || event == .answered {
      progress.insert(family)
    }
    let known = openPlace(for: delivery.callback) ?? endedPlace(for: delivery)
    guard let place = known ?? begin(delivery) else { return }
    name(place, from: delivery.callback)
    guard event == .ringing else {
      return list.change(place) { $0.answered = $0.answered ?? delivery.eventMoment }
    }
    if let answered = attempts[place].answered, answered.time < delivery.time {
      anomalies.insert(.contradiction)
    } else {
      list.change(place) { $0.ringing = $0.ringing ?? delivery.eventMoment }
    }
  }

  private mutating func terminate(_ delivery: Delivery) {
    if let open = openPlace(for: delivery.callback) {
      name(open, from: delivery.callback)
      return close(open, by: delivery)
    }
    let address = delivery.callback.address
    let last = list.lastPlace(of: address, of: person(of: address))
    // What another family has said of it already is said once more.
    if let last, attempts[last].endedByOther(than: delivery.callback.family) { return }
    anomalies.insert(.contradiction)
    guard address != nil, last == nil, let place = begin(delivery) else { return }
    close(place, by: delivery)
  }

  private mutating func close(_ place: Int, by delivery: Delivery) {
    let isOwn = delivery.callback.event == .terminal
    list.change(place) {
      $0.end = Attempt.End(
        time: delivery.isUntimed && !isOwn ? nil : delivery.time, clock: delivery.clock,
        closedBy: delivery.time, cause: isOwn ? .terminal : .told)
      if delivery.callback.showsConversation { $0.showsConversation = true }
    }
  }

  /// Nil where the call has all the attempts that it can have, or has long ended for what tells no
  /// time of its own.
  private mutating func begin(_ delivery: Delivery) -> Int? {
    guard !comesTooLate(delivery) else { return nil }
    var attempt = Attempt(
      agent: delivery.callback.address, family: delivery.callback.family ?? .connect,
      began: delivery.eventMoment)
    attempt.person = person(of: attempt.agent)
    attempt.toldBegin = delivery.callback.eventTime
    guard let place = list.append(attempt) else {
      anomalies.insert(.contradiction)
      return nil
    }
    disposition = nil
    name(place, from: delivery.callback)
    return place
  }

  private func comesTooLate(_ delivery: Delivery) -> Bool {
    guard delivery.isUntimed, list.isAllClosed, let last = attempts.last else { return false }
    let end = disposition?.clock ?? list.latestEnd?.clock ?? last.clock
    let hasEnded = disposition != nil || list.conversations > 0
    guard let limit = hasEnded ? rules.missedAfter : patience else { return false }
    return delivery.clock > end + limit
  }

  private mutating func name(_ place: Int, from callback: Callback) {
    list.name(place, callback.address, of: person(of: callback.address), callback.agentName)
  }

  // MARK: - Which attempt an event belongs to

  private func person(of address: PhoneNumber?) -> String? { address.map { people.person(of: $0) } }

  private mutating func openPlace(for callback: Callback) -> Int? {
    list.openPlace(of: callback.address, of: person(of: callback.address))
  }

  private func endedPlace(for delivery: Delivery) -> Int? {
    list.endedPlace(of: person(of: delivery.callback.address), at: delivery.time)
  }
}

// MARK: - How the call ended

extension AttemptFlow {
  /// How a softphone or the contact centre says that the call ended.
  struct PhoneEnd: Sendable {
    var eventMoment: EventMoment
    var reported: EventMoment?
    var rawStatus: String?
    /// The strongest of the final words.
    var word: Callback.FinalWord?
  }

  /// Takes a final word; nothing opens the call again.
  private mutating func endPhone(_ delivery: Delivery) {
    let shared = delivery.shared
    var end = phoneEnd ?? PhoneEnd(eventMoment: delivery.eventMoment)
    end.reported =
      shared.callback.end.map { EventMoment(time: $0, clock: delivery.believe($0)) } ?? end.reported
    end.rawStatus = shared.callback.rawStatus ?? end.rawStatus
    if let word = shared.callback.finalWord, !(end.word?.outweighs(word) ?? false) {
      end.word = word
    }
    phoneEnd = end
    guard shared.callback.address != nil, attempts.isEmpty, !hasAttempts,
      let word = shared.callback.finalWord,
      word.outcome == .completed || word.isOfAgent(outgoing: false), let place = begin(delivery)
    else { return }
    list.change(place) {
      $0.isOfDisposition = true
      $0.end = Attempt.End(
        time: nil, clock: delivery.clock, closedBy: delivery.time, cause: .callEnd)
    }
  }

  /// Takes a disposition: ends what began before it, and settles what it names.
  private mutating func settle(_ delivery: Delivery) {
    let closing = DispositionClosing(delivery, &list)
    for place in closing.closed {
      list.change(place) {
        let reported = delivery.callback.end?.asEnd(after: $0.lastKnown ?? $0.began.time)
        $0.end = Attempt.End(
          time: reported ?? delivery.time, clock: delivery.clock, closedBy: delivery.time,
          cause: .disposition)
      }
    }
    var settling = DispositionSettling(delivery, later: closing.later, people: people)
    settling.settle(&list, closed: closing.closed)
    anomalies.formUnion(settling.anomalies)
    disposition = closing.later.isEmpty ? delivery : nil
  }

  /// Ends all attempts still open, with the whole call; `time` is nil where its end is not known.
  mutating func closeAll(at time: Instant?, clock: Instant, cause: Attempt.End.Cause) {
    list.closeAll(Attempt.End(time: time, clock: clock, closedBy: time ?? clock, cause: cause))
  }

  /// What the end of the call says of an attempt that its own events leave open.
  mutating func settle(_ place: Int, as outcome: Leg.Outcome, isInferred: Bool) {
    list.change(place) {
      $0.settled = outcome
      $0.isInferred = isInferred
    }
  }

  /// Takes a talk time that is told; it wins over what is measured by answers that tell no time.
  mutating func noteTalk(_ place: Int, _ duration: Duration) {
    list.change(place) { $0.reportedOnCall = $0.reportedOnCall ?? duration }
  }

  /// A conversation that is told outweighs every other word.
  mutating func noteConversation(_ place: Int, lasting duration: Duration) {
    list.change(place) {
      $0.settled = .completed
      $0.reportedOnCall = $0.reportedOnCall ?? duration
    }
    anomalies.insert(.inferredOutcome)
  }
}

extension Callback {
  /// The device that an event is about, else another address of its agent.
  fileprivate var address: PhoneNumber? { agent ?? aliases.first }

  /// True for an event of an attempt to reach an agent.
  fileprivate var tellsOfAttempt: Bool {
    switch event {
    case .dial, .begin, .ringing, .answered: true
    case .over: address != nil
    case .terminal: family == .connect && address != nil
    case .disposition, .flow, .stream, .note, .other: false
    }
  }
}

extension Attempt {
  /// True where it was ended by the word of another family than this one.
  fileprivate func endedByOther(than family: Callback.Family?) -> Bool {
    switch end?.cause {
    case .told: family == .connect
    case .terminal: family != .connect
    case .disposition, .callEnd: true
    case .redial, .silence, .contradiction, nil: false
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
