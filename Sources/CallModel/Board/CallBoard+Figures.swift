extension CallBoard {
  /// The last `count` minutes (239 at most) that are over: calls by their start.
  package func minutes(_ count: Int, until now: Instant) -> [MinuteFigures] {
    minutes.last(min(count, Self.keptMinutes - 1), until: now - .seconds(60))
  }

  /// The figures of the board at `now`; those of the window count calls that began at `start` or later.
  package func figures(since start: Instant, now: Instant? = nil) -> BoardFigures {
    let moment = now ?? self.now
    var figures = BoardFigures()
    figures.live = liveFigures
    figures.ended = ended.count
    figures.agentsBusy = agents.busy
    figures.agentsFree = agents.count - agents.busy
    figures.activities = agents.activities
    figures.window = window.sum(since: start)
    figures.window.late = late(at: moment, since: window.start(of: start))
    figures.accepted = accepted
    figures.duplicates = duplicates
    return figures
  }

  /// The callers who began at `start` or later and by `moment` cannot be in time any more. Costs as much
  /// as there are unanswered callers who began before.
  private func late(at moment: Instant, since start: Instant) -> Int {
    let before = lateStarts.slice(
      0..<lateStarts.position(of: CallMoment(moment: start, slot: 0)))
    return late.position(of: CallMoment(moment: moment, slot: 0))
      - before.count { entries[$0.slot].share?.late.map { $0.moment < moment } ?? false }
  }

  private var liveFigures: LiveFigures {
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

  /// The callers who have been in this state since `start` or longer, without those who
  /// are uncertain or have a bot.
  package func overdue(_ state: Call.State, since start: Instant) -> Overdue {
    func position(_ clock: Instant, _ slot: Int) -> Int {
      live.position(of: LivePlace(state: state, clock: clock, slot: slot))
    }
    let first = position(Instant(milliseconds: .min), 0)
    let end = position(start, .max)
    guard end > first else { return Overdue() }
    let latest = live.slice((end - 1)..<end).first.flatMap { row($0.slot) }
    return Overdue(count: end - first, row: latest)
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
