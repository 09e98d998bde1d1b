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

  /// Takes what a callback tells about other calls: that its line tells of answers, and that two
  /// addresses are one person's. `line` is the key of the call's line before it came.
  mutating func learn(
    _ callback: Callback, arrivedAt: Instant, of slot: Int, onLine line: String?
  ) {
    learnProgress(callback, of: slot, onLine: line)
    guard !callback.aliases.isEmpty else { return }
    let addresses = ([callback.agent] + callback.aliases).compactMap { $0 }
      .filter { !roster.isShared($0.key) }
    for other in addresses.dropFirst() {
      take(.join(addresses[0], other, since: callback.eventTime ?? arrivedAt))
    }
  }

  /// A line that is told only now has told of the answers that came before, too.
  private mutating func learnProgress(_ callback: Callback, of slot: Int, onLine old: String?) {
    guard let line = entries[slot].call.virtualNumber?.key else { return }
    guard line != old else { return learnProgress(callback, of: slot, on: line) }
    for delivery in entries[slot].history.deliveries {
      learnProgress(delivery.callback, of: slot, on: line)
    }
  }

  private mutating func learnProgress(_ callback: Callback, of slot: Int, on line: String) {
    guard callback.event == .answered, let family = callback.family,
      let since = callback.eventTime
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
      if facts.people.person(of: key) != key { agents.move(key) }
    }
  }

  private mutating func noteAddresses(with key: String) {
    for address in facts.people.joined(with: key) {
      agents.note(address, of: facts.people.person(of: address.number.key))
    }
  }
}

extension Callback {
  /// The keys of all addresses that may be an agent's, some perhaps twice.
  var namedAddresses: [String] {
    var named = aliases.map(\.key) + legs.compactMap { $0.number?.key }
    if let agent { named.append(agent.key) }
    switch family {
    case .statusCallback, .softphone, .contactCentre, .leg:
      named += [from, to, customer].compactMap { $0?.key }
    case .connect, .flow, .stream, .bridge, .campaign, nil: break
    }
    return named
  }
}
