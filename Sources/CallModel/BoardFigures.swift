/// The figures of the board at one moment (`board.md` § 5).
package struct BoardFigures: Hashable, Sendable {
  package var live = LiveFigures()
  /// Ended calls that are on the board.
  package var ended = 0
  package var agentsBusy = 0
  package var agentsFree = 0
  package var window = WindowFigures()
  /// Different callbacks applied since the start.
  package var accepted = 0
  package var duplicates = 0

  package init() {}
}

/// Live calls per state, and the longest waits among them.
package struct LiveFigures: Hashable, Sendable {
  package var dialing = 0
  package var ringing = 0
  package var waiting = 0
  package var talking = 0
  /// When the call that rings longest began to ring.
  package var longestRingingSince: Instant?
  package var longestWaitingSince: Instant?

  package init() {}

  package var total: Int { dialing + ringing + waiting + talking }
}

/// Figures over the calls that began in a window of time.
package struct WindowFigures: Hashable, Sendable {
  /// Calls for which an agent was dialed, or that were answered, missed or abandoned.
  package var offered = 0
  package var answered = 0
  package var missed = 0
  package var abandoned = 0
  /// Answered within the service level's time of the first dial.
  package var answeredInTime = 0
  /// Sum over the `waits` answered calls whose time from first dial to answer is known.
  package var wait = Duration.zero
  package var waits = 0
  /// Sum over the `talks` ended conversations whose length is known.
  package var talk = Duration.zero
  package var talks = 0

  package init() {}

  /// Answered in time ÷ (answered + missed + abandoned). Answered calls of which the time from dial
  /// to answer is not known are left out: they say neither. Nil while no call says anything.
  package var serviceLevel: Double? {
    let decided = waits + missed + abandoned
    return decided == 0 ? nil : Double(answeredInTime) / Double(decided)
  }

  /// Answered ÷ (answered + missed + abandoned).
  package var answerRate: Double? {
    let decided = answered + missed + abandoned
    return decided == 0 ? nil : Double(answered) / Double(decided)
  }

  /// ASA: mean time from the first dial to the agent's answer.
  package var averageSpeedOfAnswer: Duration? { waits == 0 ? nil : wait / waits }

  /// AHT: mean conversation time.
  package var averageHandleTime: Duration? { talks == 0 ? nil : talk / talks }
}

/// Figures over the calls that began in one minute.
package struct MinuteFigures: Hashable, Sendable {
  package var begun = 0
  /// Missed and abandoned.
  package var lost = 0

  package init() {}
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
