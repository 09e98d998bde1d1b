extension CallBoard {
  /// Takes over what a callback that changes nothing else has changed.
  mutating func noteRepetition(_ slot: Int) {
    entries[slot].folded = entries[slot].folded?.noting(entries[slot].history)
    changes.append(slot)
  }

  /// Makes a call anew from its history and moves it, and all that counts it, to where it belongs.
  mutating func refold(_ slot: Int) {
    guard
      let call = CallFold.call(
        entries[slot].history, now: now, rules: rules, roster: roster, facts: facts,
        bridges: bridges)
    else { return }
    let old = entries[slot].folded
    let share = CallShare(call, slot, rules, latest: entries[slot].history.latestTime ?? now)
    let parts = AgentPart.parts(of: call, people: facts.people)
    let new = FoldedCall(consume call, share, parts)
    entries[slot].folded = new
    if new.ringsForCaller, old?.share.state?.state != .ringing { rings += 1 }
    if old?.share.state != new.share.state || old?.share.line != new.share.line
      || old?.share.start != new.share.start
    {
      lines.move(from: old?.call, to: new.call)
    }
    noteBridges(from: old?.call, to: new.call)
    count(slot, from: old?.share, to: new.share)
    tally.count(from: old?.share, to: new.share, now: now)
    let named = agents.update(slot, from: old, to: new, people: facts.people, now: now)
    changes.append(slot)
    for place in named { for other in agents.slots(of: place) { changes.append(other) } }
    if !(old?.call.stands(like: new.call) ?? false) { noteMove(slot) }
  }

  /// The other legs of its bridges are to be folded again where what they know of this one has changed.
  private mutating func noteBridges(from old: Call?, to call: Call) {
    guard old?.stays.isEmpty == false || !call.stays.isEmpty else { return }
    let changed = bridges.update(
      call.sid, from: old.flatMap { BridgeLeg($0, roster: roster) },
      to: BridgeLeg(call, roster: roster))
    for sid in changed { if let slot = slot(of: sid) { outdated.add(slot) } }
  }

  private mutating func noteMove(_ slot: Int) {
    entries[slot].changedAt = now
    guard keepsMoves, let row = row(slot) else { return }
    if moves.count >= 10_000 { moves.removeFirst(5_000) }
    moves.append(row)
  }
}

extension FoldedCall {
  /// True for a caller's call that rings.
  fileprivate var ringsForCaller: Bool {
    call.state == .ringing && call.isCallers && !call.isUncertain
  }
}

extension Call {
  /// True when nothing moved between the two: neither the call nor one of its legs.
  fileprivate func stands(like other: Call) -> Bool {
    state == other.state && outcome == other.outcome && isUncertain == other.isUncertain
      && legs.lazy.map(\.state).elementsEqual(other.legs.lazy.map(\.state))
  }
}
