/// What calls add up to: how many stand where, who waits longest, who is late, and the figures of the
/// window and of the minutes. A call is taken from what it was to what it is; nothing is recounted.
struct CallTally: Sendable {
  /// A state of calls that are counted together.
  struct StateKey: Hashable, Sendable {
    var state: Call.State
    var isOutgoing: Bool
    var isUncertain: Bool
  }

  static let keptMinutes = 240

  private(set) var live = OrderedIndex<LivePlace>()
  /// The callers who are not answered, by when they cannot be in time any more; and by their starts.
  private var late = OrderedIndex<CallMoment>()
  private var lateStarts = OrderedIndex<LateCaller>()
  private var window = TimeBuckets<WindowFigures>()
  private var minutes = TimeBuckets<MinuteFigures>()
  private var states: [StateKey: Int] = [:]

  /// Takes a call in what is counted and listed of this moment; nil is not there.
  mutating func move(from old: CallShare?, to new: CallShare?) {
    if old?.state != new?.state {
      if let key = old?.state { states[key, default: 0] -= 1 }
      if let key = new?.state { states[key, default: 0] += 1 }
    }
    live.replace(old?.live, by: new?.live)
    late.replace(old?.late, by: new?.late)
    lateStarts.replace(old?.lateCaller, by: new?.lateCaller)
  }

  /// The same of the figures, in which a call may stay that has left all else.
  mutating func count(from old: CallShare?, to new: CallShare?, now: Instant) {
    guard old?.figures != new?.figures || old?.start != new?.start || old?.state != new?.state
    else { return }
    if let old { window.subtract(old.figures, at: old.start) }
    if let new { window.add(new.figures, at: new.start) }
    let kept = now - .seconds(60 * Self.keptMinutes)
    if let old, let minute = old.minute, old.start > kept {
      minutes.subtract(minute, at: old.start)
    }
    guard let new, let minute = new.minute else { return }
    minutes.add(minute, at: new.start)
    if minutes.count > 2 * Self.keptMinutes { minutes.forget(before: kept) }
  }

  mutating func forget(before moment: Instant) { window.forget(before: moment) }

  // MARK: - What comes out

  /// The last `count` minutes that are over: calls by their start.
  func minutes(_ count: Int, until now: Instant) -> [MinuteFigures] {
    minutes.last(min(count, Self.keptMinutes - 1), until: now - .seconds(60))
  }

  /// Of the calls that began at `start` or later, as of `now`.
  func window(since start: Instant, now: Instant) -> WindowFigures {
    var figures = window.sum(since: start)
    figures.late = late(at: now, since: start.startOfMinute)
    return figures
  }

  /// The callers who began at `start` or later and by `moment` cannot be in time any more. Costs as much
  /// as there are unanswered callers who began before.
  private func late(at moment: Instant, since start: Instant) -> Int {
    let first = LateCaller(start: start, late: Instant(milliseconds: .min), slot: 0)
    let before = lateStarts.slice(0..<lateStarts.position(of: first))
    return late.position(of: CallMoment(moment: moment, slot: 0))
      - before.count { $0.late < moment }
  }

  var liveFigures: LiveFigures {
    var figures = LiveFigures()
    figures.callers = states(isOutgoing: false)
    figures.placed = states(isOutgoing: true)
    figures.uncertain = states.reduce(0) {
      $0 + (!$1.key.isOutgoing && $1.key.isUncertain && $1.key.state != .ended ? $1.value : 0)
    }
    figures.longestRingingSince = longest(.ringing)
    figures.longestWaitingSince = longest(.waiting)
    return figures
  }

  private func states(isOutgoing: Bool) -> LiveFigures.States {
    func count(_ state: Call.State) -> Int {
      states[StateKey(state: state, isOutgoing: isOutgoing, isUncertain: false), default: 0]
    }
    var figures = LiveFigures.States()
    figures.dialing = count(.dialing)
    figures.ringing = count(.ringing)
    figures.waiting = count(.waiting)
    figures.talking = count(.talking)
    return figures
  }

  private func longest(_ state: Call.State) -> Instant? {
    let place = live.position(
      of: LivePlace(state: state, clock: Instant(milliseconds: .min), slot: 0))
    guard let first = live.slice(place..<(place + 1)).first, first.state == state,
      !first.isOutgoing, !first.standsApart
    else { return nil }
    return first.clock
  }
}

/// A caller who is not answered, by when their call began.
struct LateCaller: Comparable, Sendable {
  let start: Instant
  /// From when on they cannot be in time any more.
  let late: Instant
  let slot: Int

  static func < (left: LateCaller, right: LateCaller) -> Bool {
    (left.start, left.late, left.slot) < (right.start, right.late, right.slot)
  }
}
