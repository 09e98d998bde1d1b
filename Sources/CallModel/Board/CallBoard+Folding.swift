extension CallBoard {
  /// A state of calls that are counted together.
  struct StateKey: Hashable, Sendable {
    var state: Call.State
    var isOutgoing: Bool
    var isUncertain: Bool
  }

  /// Takes over what a callback that changes nothing else has changed.
  mutating func noteRepetition(_ slot: Int) {
    guard let history = entries[slot]?.history else { return }
    entries[slot]?.call.duplicates = history.duplicates
    entries[slot]?.call.anomalies.formUnion(history.arrivalAnomalies)
    changes.append(slot)
  }

  /// Makes a call anew from its history and moves it, and all that counts it, to where it belongs.
  mutating func refold(_ slot: Int) {
    guard let entry = entries[slot],
      let call = CallFold.call(
        entry.history, now: now, rules: rules, roster: roster, facts: facts)
    else { return }
    let old = entry.call.callbackCount == 0 ? nil : entry.call
    if let old { count(old, slot, by: -1) }
    count(call, slot, by: 1)
    lines.move(from: old, to: call)
    let parts = AgentPart.parts(of: call, people: facts.people)
    entries[slot]?.call = call
    entries[slot]?.parts = parts
    let named = agents.update(
      slot, from: .init(parts: entry.parts, start: old?.believedStart ?? call.believedStart),
      to: .init(parts: parts, start: call.believedStart), now: now)
    changes.append(slot)
    for place in named { for other in agents.slots(of: place) { changes.append(other) } }
    if call.state == .ringing, old?.state != .ringing { rings += 1 }
    noteMove(slot, from: old, to: call)
  }

  private mutating func noteMove(_ slot: Int, from old: Call?, to call: Call) {
    if let old, call.stands(like: old) { return }
    entries[slot]?.changedAt = now
    guard keepsMoves, let row = row(slot) else { return }
    if moves.count >= 10_000 { moves.removeFirst(5_000) }
    moves.append(row)
  }

  private mutating func count(_ call: Call, _ slot: Int, by step: Int) {
    countState(call, by: step)
    let figures = call.figures(rules)
    if step > 0 {
      window.add(figures, at: call.believedStart)
    } else {
      window.take(figures, at: call.believedStart)
    }
    countMinute(call, figures, isThere: step > 0)
    place(call, slot, isThere: step > 0)
    guard let line = call.virtualNumber else { return }
    if step > 0 {
      slotsByLine[line.key, default: []].insert(slot)
    } else {
      slotsByLine[line.key]?.remove(slot)
    }
  }

  mutating func countState(_ call: Call, by step: Int) {
    guard call.way != nil else { return }
    let key = StateKey(
      state: call.state, isOutgoing: call.isOutgoing, isUncertain: call.isUncertain)
    states[key, default: 0] += step
  }

  private mutating func countMinute(_ call: Call, _ figures: WindowFigures, isThere: Bool) {
    guard call.way != nil else { return }
    var minute = MinuteFigures()
    minute.begun = 1
    minute.lost = figures.callers.lost
    if isThere {
      minutes.add(minute, at: call.believedStart)
      let kept = Duration.seconds(60 * Self.keptMinutes)
      if minutes.count > 2 * Self.keptMinutes { minutes.forget(before: now - kept) }
    } else if call.believedStart > now - .seconds(60 * Self.keptMinutes) {
      minutes.take(minute, at: call.believedStart)
    }
  }

  static let keptMinutes = 240

  mutating func place(_ call: Call, _ slot: Int, isThere: Bool) {
    let deadline = call.deadline.map { Deadline(moment: $0, slot: slot) }
    switch (call.isLive, isThere) {
    case (true, true): live.insert(LivePlace(call, slot))
    case (true, false): live.remove(LivePlace(call, slot))
    case (false, true): ended.insert(EndedPlace(clock: call.clock, slot: slot))
    case (false, false): ended.remove(EndedPlace(clock: call.clock, slot: slot))
    }
    if let moment = call.lateSince(rules) {
      let place = LatePlace(moment: moment, slot: slot)
      if isThere { late.insert(place) } else { late.remove(place) }
    }
    guard let deadline else { return }
    if isThere { deadlines.insert(deadline) } else { deadlines.remove(deadline) }
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
