/// The figures of the board at one moment (`board.md` § 5).
package struct BoardFigures: Hashable, Sendable {
  package var live = LiveFigures()
  /// Live calls that are on the board, those too that stand in no figure.
  package var liveCalls = 0
  /// Ended calls that are on the board.
  package var ended = 0
  package var agentsBusy = 0
  package var agentsFree = 0
  /// Agents by what they do.
  package var activities: [Agent.Activity: Int] = [:]
  package var window = WindowFigures()
  /// Different callbacks applied since the start.
  package var accepted = 0
  package var duplicates = 0

  package init() {}
}

/// Live calls per state, and the longest waits among callers.
package struct LiveFigures: Hashable, Sendable {
  /// Calls per state, without the uncertain ones.
  package struct States: Hashable, Sendable {
    package var dialing = 0
    package var ringing = 0
    package var waiting = 0
    package var talking = 0

    package init() {}

    package var total: Int { dialing + ringing + waiting + talking }
  }

  /// Of calls that come in.
  package var callers = States()
  package var placed = States()
  /// Callers of whom it is not known whether they are served, or there at all.
  package var uncertain = 0
  /// When the caller who rings longest began to ring.
  package var longestRingingSince: Instant?
  package var longestWaitingSince: Instant?

  package init() {}

  package var total: Int { callers.total + placed.total + uncertain }
}

/// Calls that have been in one state for too long.
package struct Overdue: Hashable, Sendable {
  package var count = 0
  /// The one that came last; nil where there is none.
  package var row: CallRow?

  package init(count: Int = 0, row: CallRow? = nil) {
    self.count = count
    self.row = row
  }

  /// When the one that came last came into its state.
  package var latest: Instant? { row?.call.clock }
}
