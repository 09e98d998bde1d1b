extension CallBoard {
  /// Takes over what a callback that changes nothing else has changed.
  mutating func noteRepetition(_ slot: Int) {
    entries[slot].call.duplicates = entries[slot].history.duplicates
    entries[slot].call.anomalies.formUnion(entries[slot].history.arrivalAnomalies)
    changes.append(slot)
  }

  /// Makes a call anew from its history and moves it, and all that counts it, to where it belongs.
  mutating func refold(_ slot: Int) {
    guard
      let call = CallFold.call(
        entries[slot].history, now: now, rules: rules, roster: roster, facts: facts,
        bridges: bridges)
    else { return }
    let parts = AgentPart.parts(of: call, people: facts.people)
    let share = CallShare(
      call, slot, rules, latest: entries[slot].history.latestTime ?? now)
    let before = entries[slot].call
    let oldShare = entries[slot].share
    let isCallerRinging = call.state == .ringing && call.isCallers && !call.isUncertain
    if isCallerRinging, oldShare?.state?.state != .ringing { rings += 1 }
    let oldParts = entries[slot].parts
    let hasMoved = oldShare == nil || !call.stands(like: before)
    if oldShare?.state != share.state || oldShare?.line != share.line
      || oldShare?.start != share.start
    {
      lines.move(from: oldShare == nil ? nil : before, to: call)
    }
    if !before.stays.isEmpty || !call.stays.isEmpty { noteBridges(from: before, to: call) }
    entries[slot].call = call
    entries[slot].share = share
    entries[slot].parts = parts
    count(slot, from: oldShare, to: share)
    tally.count(from: oldShare, to: share, now: now)
    let named = agents.update(
      slot, from: .init(parts: oldParts, start: oldShare?.start ?? share.start),
      to: .init(parts: parts, start: share.start), people: facts.people, now: now)
    changes.append(slot)
    for place in named { for other in agents.slots(of: place) { changes.append(other) } }
    if hasMoved { noteMove(slot) }
  }

  /// The other legs of its bridges are to be folded again where what they know of this one has changed.
  private mutating func noteBridges(from old: Call, to call: Call) {
    let changed = bridges.update(
      call.sid, from: BridgeLeg(old, roster: roster), to: BridgeLeg(call, roster: roster))
    for sid in changed { if let slot = slot(of: sid) { outdated.add(slot) } }
  }

  private mutating func noteMove(_ slot: Int) {
    entries[slot].changedAt = now
    guard keepsMoves, let row = row(slot) else { return }
    if moves.count >= 10_000 { moves.removeFirst(5_000) }
    moves.append(row)
  }
}

extension Call {
  /// True when nothing moved between the two: neither the call nor one of its legs.
  fileprivate func stands(like other: Call) -> Bool {
    state == other.state && outcome == other.outcome && isUncertain == other.isUncertain
      && legs.lazy.map(\.state).elementsEqual(other.legs.lazy.map(\.state))
  }
}
