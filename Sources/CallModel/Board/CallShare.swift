/// What a call adds to what the board counts and lists: as long as two are equal in a part, nothing of
/// that part changes.
struct CallShare: Sendable {
  /// Nil for a call of which it is not known which way it goes.
  let state: CallBoard.StateKey?
  let figures: WindowFigures
  /// By which the figures are counted.
  let start: Instant
  let live: LivePlace?
  let ended: EndedPlace?
  let late: CallMoment?
  /// Of one that may be late: its start.
  let lateStart: CallMoment?
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
    lateStart = late == nil ? nil : CallMoment(moment: call.believedStart, slot: slot)
    deadline = call.deadline.map { CallMoment(moment: $0, slot: slot) }
    line = call.virtualNumber?.key
    withoutProgress = call.showsProgress ? nil : CallMoment(moment: latest, slot: slot)
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
  /// A state of calls that are counted together.
  struct StateKey: Hashable, Sendable {
    var state: Call.State
    var isOutgoing: Bool
    var isUncertain: Bool
  }

  static let keptMinutes = 240

  /// Takes a call in all that counts and lists it from what it was to what it is; nil is not there.
  mutating func count(_ slot: Int, from old: CallShare?, to new: CallShare?) {
    if old?.state != new?.state {
      if let key = old?.state { states[key, default: 0] -= 1 }
      if let key = new?.state { states[key, default: 0] += 1 }
    }
    list(old?.live, new?.live, in: &live)
    list(old?.ended, new?.ended, in: &ended)
    list(old?.late, new?.late, in: &late)
    list(old?.lateStart, new?.lateStart, in: &lateStarts)
    list(old?.deadline, new?.deadline, in: &deadlines)
    guard old?.line != new?.line || old?.withoutProgress != new?.withoutProgress else { return }
    if let line = old?.line, let call = old?.withoutProgress {
      withoutProgress[line]?.remove(call)
      if withoutProgress[line]?.count == 0 { withoutProgress[line] = nil }
    }
    if let line = new?.line, let call = new?.withoutProgress {
      withoutProgress[line, default: OrderedIndex()].insert(call)
    }
  }

  /// The same of the figures, which stay when a call leaves the board.
  mutating func countFigures(from old: CallShare?, to new: CallShare) {
    guard old?.figures != new.figures || old?.start != new.start || old?.state != new.state else {
      return
    }
    if let old { window.take(old.figures, at: old.start) }
    window.add(new.figures, at: new.start)
    let kept = now - .seconds(60 * Self.keptMinutes)
    if let old, let minute = old.minute, old.start > kept { minutes.take(minute, at: old.start) }
    guard let minute = new.minute else { return }
    minutes.add(minute, at: new.start)
    if minutes.count > 2 * Self.keptMinutes { minutes.forget(before: kept) }
  }

  private func list<Place: Comparable & Sendable>(
    _ old: Place?, _ new: Place?, in list: inout OrderedIndex<Place>
  ) {
    guard old != new else { return }
    if let old { list.remove(old) }
    if let new { list.insert(new) }
  }
}
