extension CallBoard {
  /// The last `count` minutes (239 at most) that are over: calls by their start.
  package func minutes(_ count: Int, until now: Instant) -> [MinuteFigures] {
    tally.minutes(count, until: now)
  }

  /// The figures of the board at `now`; those of the window count calls that began at `start` or later.
  package func figures(since start: Instant, now: Instant? = nil) -> BoardFigures {
    var figures = BoardFigures()
    figures.live = tally.liveFigures
    figures.liveCalls = live.count
    figures.ended = ended.count
    figures.agentsBusy = agents.busy
    figures.agentsFree = agents.count - agents.busy
    figures.activities = agents.activities
    figures.window = tally.window(since: start, now: now ?? self.now)
    figures.accepted = accepted
    figures.duplicates = duplicates
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
}
