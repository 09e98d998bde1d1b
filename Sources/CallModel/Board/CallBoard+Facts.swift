/// The facts of the account: what callbacks tell of other calls than their own.
extension CallBoard {
  /// Takes what is known from elsewhere: kept from earlier, or told by another board. The calls that it
  /// concerns are folded again.
  package mutating func join(_ facts: some Sequence<AccountFact>) {
    let known = factLog.end
    for fact in facts { take(fact) }
    refoldOutdated(atMost: .max)
    if factLog.end != known { revision += 1 }
  }

  /// Folds calls again that a fact has changed; a few at a time, for callbacks wait for it.
  mutating func refoldOutdated(atMost count: Int) {
    guard !outdated.isEmpty else { return }
    revision += 1
    var left = count
    while left > 0, let slot = outdated.pop() {
      refold(slot)
      left -= 1
    }
  }

  /// Takes that two addresses are one person's, before the call is folded with it.
  mutating func learnJoins(_ shared: SharedCallback, of slot: Int, arrivedAt: Instant) {
    guard shared.callback.family == .softphone else {
      return join(shared, device: shared.callback.agent, at: arrivedAt)
    }
    let deliveries = entries[slot].history.deliveries
    // What tells that a softphone placed the call tells it of its other callbacks, too.
    if shared.callback.way == .outgoing {
      for delivery in deliveries where delivery.callback.mayBePlaced {
        join(delivery.shared, device: delivery.callback.from, at: delivery.arrivedAt)
      }
    }
    let isPlaced =
      shared.callback.mayBePlaced
      && deliveries.contains { $0.callback.family == .softphone && $0.callback.way == .outgoing }
    join(shared, device: shared.callback.device(isPlaced: isPlaced), at: arrivedAt)
  }

  /// Takes that all addresses of a callback's agent are one person's.
  private mutating func join(_ shared: SharedCallback, device: PhoneNumber?, at arrival: Instant) {
    guard !shared.callback.aliases.isEmpty else { return }
    let since = shared.callback.eventTime ?? arrival
    var first = device.flatMap { roster.isShared($0.key) ? nil : $0 }
    for other in shared.callback.aliases where !roster.isShared(other.key) {
      guard let known = first else {
        first = other
        continue
      }
      if !facts.people.knows(known, other, since: since) { take(.join(known, other, since: since)) }
    }
  }

  /// Folds a call, and takes what its callbacks tell of its line: a line that is told only now has told
  /// of the answers that came before, too. True where it did so, as the line is another one than before.
  @discardableResult mutating func fold(_ slot: Int) -> Bool {
    let line = entries[slot].line
    refold(slot)
    outdated.remove(slot)
    guard entries[slot].line != line else { return false }
    for delivery in entries[slot].history.deliveries {
      learnProgress(delivery.shared, of: slot)
    }
    return true
  }

  /// Takes that the line of the call, as far as it is known, tells of answers.
  mutating func learnProgress(_ shared: SharedCallback, of slot: Int) {
    guard shared.callback.event == .answered, let line = entries[slot].line,
      let family = shared.callback.family, let since = shared.callback.eventTime
    else { return }
    take(.progress(line: line, family: family, since: since), of: slot)
  }

  /// `slot`: the call whose callback shows it, which needs no further fold.
  private mutating func take(_ fact: AccountFact, of slot: Int? = nil) {
    switch facts.take(fact) {
    case .none: return
    case .progress(let line, let since): refold(onLine: line, since: since, but: slot)
    case .join(let moved):
      if !moved.isEmpty { refold(ofAddresses: moved) }
      if case .join(let address, _, _) = fact { noteAddresses(with: address.key) }
    }
    factLog.append(fact, of: facts)
  }

  /// Those of which nothing was told after that moment stay as they are.
  private mutating func refold(onLine line: String, since moment: Instant, but slot: Int?) {
    guard let calls = withoutProgress[line] else { return }
    let first = calls.position(of: CallMoment(moment: moment, slot: .max))
    for other in calls.slice(first..<calls.count) where other.slot != slot {
      outdated.add(other.slot)
    }
  }

  /// Those who have another person's addresses now have their parts there.
  private mutating func refold(ofAddresses keys: [String]) {
    for key in keys {
      for slot in (slotsByAddress[key] ?? []).sorted() { outdated.add(slot) }
      let person = facts.people.person(of: key)
      if person != key { agents.move(key, to: person) }
    }
  }

  private mutating func noteAddresses(with key: String) {
    for address in facts.people.joined(with: key) {
      agents.note(address, of: facts.people.person(of: address.number.key))
    }
  }
}

extension Callback {
  /// True for a softphone's callback that does not tell whether its agent called or was called.
  fileprivate var mayBePlaced: Bool { family == .softphone && way == nil && agent == nil }

  /// The device that is the agent's: of a call that a softphone places, the one from which it comes.
  /// Where the direction is told nowhere, a phone number may be a caller's; a softphone is not.
  fileprivate func device(isPlaced: Bool) -> PhoneNumber? {
    if way == .outgoing || isPlaced { return from }
    guard mayBePlaced, let from, !from.isPhone else { return agent }
    return from
  }

  /// Gives the keys of all addresses that may be an agent's, some perhaps twice.
  func forEachNamedAddress(_ body: (String) -> Void) {
    for alias in aliases { body(alias.key) }
    for leg in legs { if let number = leg.number { body(number.key) } }
    if let agent { body(agent.key) }
    switch family {
    case .statusCallback, .softphone, .contactCentre, .leg:
      if let from { body(from.key) }
      if let to { body(to.key) }
      if let customer { body(customer.key) }
    case .connect, .flow, .stream, .bridge, .campaign, nil: break
    }
  }
}
