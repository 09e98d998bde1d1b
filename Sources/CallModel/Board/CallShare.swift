/// What a call adds to what the board counts and lists: as long as two are equal in a part, nothing of
/// that part changes.
///
/// A class, as all that counts calls is handed the old one and the new one.
final class CallShare: Sendable {
  /// Nil for a call of which it is not known which way it goes.
  let state: CallTally.StateKey?
  let figures: WindowFigures
  /// By which the figures are counted.
  let start: Instant
  let live: LivePlace?
  let ended: EndedPlace?
  let late: CallMoment?
  let deadline: CallMoment?
  /// The key of the line.
  let line: String?
  /// By its latest time, for a call that does not show progress; nil for one that does.
  let withoutProgress: CallMoment?

  /// `latest` is the time of the call's latest callback.
  init(_ call: Call, _ slot: Int, _ rules: CallRules, latest: Instant) {
    state = call.countedWay.map { _ in
      .init(state: call.state, isOutgoing: call.isOutgoing, isUncertain: call.isUncertain)
    }
    figures = call.figures(rules)
    start = call.believedStart
    live = call.isLive ? LivePlace(call, slot) : nil
    ended = call.isLive ? nil : EndedPlace(clock: call.clock, slot: slot)
    late = call.lateSince(rules).map { CallMoment(moment: $0, slot: slot) }
    deadline = call.deadline.map { CallMoment(moment: $0, slot: slot) }
    line = call.virtualNumber?.key
    withoutProgress = call.showsProgress ? nil : CallMoment(moment: latest, slot: slot)
  }

  /// The same by when the call began.
  var lateCaller: LateCaller? {
    late.map { LateCaller(start: start, late: $0.moment, slot: $0.slot) }
  }

  /// What is counted by the minute; nil for what is no call yet.
  var minute: MinuteFigures? {
    guard state != nil else { return nil }
    var minute = MinuteFigures()
    minute.begun = 1
    minute.lost = figures.callers.lost
    return minute
  }
}

extension CallBoard {
  /// Takes a call in all that counts and lists it from what it was to what it is; nil is not there.
  mutating func count(_ slot: Int, from old: CallShare?, to new: CallShare?) {
    tally.move(from: old, to: new)
    ended.replace(old?.ended, by: new?.ended)
    deadlines.replace(old?.deadline, by: new?.deadline)
    guard old?.line != new?.line || old?.withoutProgress != new?.withoutProgress else { return }
    if let line = old?.line, let call = old?.withoutProgress {
      withoutProgress[line]?.remove(call)
      if withoutProgress[line]?.count == 0 { withoutProgress[line] = nil }
    }
    if let line = new?.line, let call = new?.withoutProgress {
      withoutProgress[line, default: OrderedIndex()].insert(call)
    }
  }
}
