/// The figures of the calls that match a filter, kept up as the board changes: what a frame costs depends
/// on what has changed, not on how many calls there are.
package struct FilteredFigures: Sendable {
  package let filter: CallFilter
  private let compiled: CompiledFilter
  private var tally = CallTally()
  private var shares: [Int: CallShare] = [:]
  private var changed = ChangedCalls()

  package init(_ filter: CallFilter) {
    self.filter = filter
    compiled = CompiledFilter(filter)
  }

  /// Looks at up to `limit` calls that have changed, that time alone has changed, or that it does not
  /// know yet. Returns false while there are more of those.
  package mutating func look(
    at board: borrowing CallBoard, now: Instant, limit: Int
  ) -> Bool {
    if !changed.take(changesOf: board) { (tally, shares) = (CallTally(), [:]) }
    for _ in 0..<limit {
      guard let slot = changed.popSlot(board, now) else { return true }
      consider(slot, board, now)
    }
    return changed.isEmpty(board, now)
  }

  /// True once all calls were looked at: from then on there is only to look at what changes.
  package var hasSeenAll: Bool { changed.hasSeenAll }

  private mutating func consider(_ slot: Int, _ board: borrowing CallBoard, _ now: Instant) {
    let row = board.entries.indices.contains(slot) ? board.row(slot) : nil
    let matches = row.map { compiled.matches($0, now: now) } ?? false
    let share = matches ? board.entries[slot].folded?.share : nil
    tally.move(from: shares[slot], to: share)
    tally.count(from: shares[slot], to: share, now: now)
    shares[slot] = share
    changed.setDue(row.flatMap { compiled.nextChange($0, after: now) }, slot)
  }

  /// Live calls and the window's, as far as they were looked at; nothing of agents and requests.
  package func figures(since start: Instant, now: Instant) -> CallFigures {
    CallFigures(live: tally.liveFigures, window: tally.window(since: start, now: now))
  }

  /// As ``CallBoard/minutes(_:until:)``.
  package func minutes(_ count: Int, until now: Instant) -> [MinuteFigures] {
    tally.minutes(count, until: now)
  }
}

/// The figures of some calls at one moment.
package struct CallFigures: Hashable, Sendable {
  package var live: LiveFigures
  /// Of the calls that began in the window.
  package var window: WindowFigures

  package init(live: LiveFigures, window: WindowFigures) {
    self.live = live
    self.window = window
  }
}
