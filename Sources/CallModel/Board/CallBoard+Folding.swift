extension CallBoard {
  /// Takes over what a callback that changes nothing else has changed.
  mutating func noteRepetition(_ slot: Int) {
    guard let history = entries[slot]?.history else { return }
    entries[slot]?.call.duplicates = history.duplicates
    entries[slot]?.call.anomalies.formUnion(history.arrivalAnomalies)
    changes.append(slot)
  }

  /// Makes a call anew from its history and moves it, and all that counts it, to where it belongs.
  mutating func refold(_ slot: Int) {
    guard let history = entries[slot]?.history,
      let call = CallFold.call(history, now: now, rules: rules, roster: roster, facts: facts)
    else { return }
    let parts = AgentPart.parts(of: call, people: facts.people)
    let share = CallShare(call, slot, rules)
    let isRinging = call.state == .ringing && !call.isOutgoing && !call.isUncertain
    let wasRinging =
      call.state == .ringing && entries[slot]?.call.state == .ringing
      && entries[slot]?.share != nil
    if isRinging, !wasRinging { rings += 1 }
    let oldShare = entries[slot]?.share
    let oldParts = entries[slot]?.parts ?? []
    let hasMoved = entries[slot].map { $0.share == nil || !call.stands(like: $0.call) } ?? true
    entries[slot]?.call = call
    entries[slot]?.share = share
    entries[slot]?.parts = parts
    count(slot, from: oldShare, to: share)
    countFigures(from: oldShare, to: share)
    let named = agents.update(
      slot, from: .init(parts: oldParts, start: oldShare?.start ?? share.start),
      to: .init(parts: parts, start: share.start), now: now)
    changes.append(slot)
    for place in named { for other in agents.slots(of: place) { changes.append(other) } }
    if hasMoved { noteMove(slot) }
  }

  private mutating func noteMove(_ slot: Int) {
    entries[slot]?.changedAt = now
    guard keepsMoves, let row = row(slot) else { return }
    if moves.count >= 10_000 { moves.removeFirst(5_000) }
    moves.append(row)
  }

  // MARK: - The facts of the account

  /// Takes what a callback tells about other calls: that its line tells of answers, and that two
  /// addresses are one person's. The calls that this concerns are folded again.
  mutating func learn(_ callback: Callback, arrivedAt: Instant, of slot: Int) {
    learnProgress(callback, of: slot)
    let keys = ([callback.agent] + callback.aliases).compactMap { $0 }
    guard keys.count > 1 else { return }
    let moment = callback.eventTime ?? arrivedAt
    let changed = facts.people.join(keys.map(\.key), at: moment)
    if !changed.isEmpty { refold(ofAddresses: changed) }
    let person = facts.people.person(of: keys[0])
    for key in keys where facts.people.person(of: key) == person {
      agents.note(key, of: person, at: moment)
    }
  }

  private mutating func learnProgress(_ callback: Callback, of slot: Int) {
    guard callback.event == .answered, let family = callback.family,
      let moment = callback.eventTime, let line = entries[slot]?.call.virtualNumber?.key,
      facts.noteProgress(family, on: line, since: moment)
    else { return }
    for other in slotsByLine[line] ?? [] where other != slot {
      guard let call = entries[other]?.call, call.mayShowProgress(after: moment) else { continue }
      refold(other)
    }
  }

  /// Those who have another person's addresses now have their parts there.
  private mutating func refold(ofAddresses keys: [String]) {
    var slots: Set<Int> = []
    for key in keys {
      guard let place = agents.place(key) else { continue }
      slots.formUnion(agents.slots(of: place))
      if facts.people.person(of: key) != key { agents.move(key) }
    }
    for slot in slots.sorted() { refold(slot) }
  }
}

extension Call {
  /// True when nothing moved between the two: neither the call nor one of its legs.
  fileprivate func stands(like other: Call) -> Bool {
    state == other.state && outcome == other.outcome && isUncertain == other.isUncertain
      && legs.lazy.map(\.state).elementsEqual(other.legs.lazy.map(\.state))
  }

  /// True where it matters that its line told of answers before some attempt of it.
  fileprivate func mayShowProgress(after moment: Instant) -> Bool {
    !showsProgress && legs.contains { $0.party == .agent && ($0.dialedAt ?? clock) > moment }
  }
}
