import CallModel

/// Looks for the calls of a query, a few at a time: callbacks have their turn in between.
package struct CallSearch: Sendable {
  /// What was found: which calls, and how many match in all.
  package struct Result: Hashable, Sendable {
    package var sids: [String]
    package var total: Int
    /// The first of them as they stood when they were counted; none where that took several looks.
    package var rows: [CallRow] = []

    package init(sids: [String], total: Int) {
      self.sids = sids
      self.total = total
    }
  }

  private enum Stage {
    case beginning
    /// What is looked at in this order, how much of it was, and what was found.
    case looking(CompiledQuery, places: [Int], next: Int, Result)
  }

  /// The number of calls that are looked at in a turn.
  private static let calls = 256
  /// How many of the calls that were found are kept in ``Result/rows``.
  private static let rows = 64

  package let query: CallQuery
  private var stage = Stage.beginning

  package init(_ query: CallQuery) { self.query = query }

  /// Looks at some calls; gives what was found once all were looked at.
  package mutating func look(at monitor: CallMonitor) -> Result? {
    switch stage {
    case .beginning where !query.isSelective:
      return monitor.read { board, _, _ in
        let page = board.sids(query)
        var result = Result(sids: page.sids, total: page.total)
        result.rows = page.sids.prefix(Self.rows).compactMap { board.call($0) }
        return result
      }
    case .beginning:
      let (addresses, places) = monitor.read { board, _, _ in
        (query.agent.map(board.addresses), board.places(of: query.which))
      }
      stage = .looking(
        CompiledQuery(query, addresses: addresses), places: places, next: 0,
        Result(sids: [], total: 0))
      return nil
    case .looking(let compiled, let places, let next, var result):
      stage = .beginning
      let end = min(next + Self.calls, places.count)
      let some = places[next..<end]
      let (rows, now) = monitor.read { board, _, now in (board.rows(at: some), now) }
      for row in rows where compiled.matches(row, now: now) {
        if query.offset <= result.total, result.sids.count < query.limit {
          result.sids.append(row.call.sid)
          if places.count <= Self.calls, result.rows.count < Self.rows { result.rows.append(row) }
        }
        result.total += 1
      }
      guard end < places.count else { return result }
      stage = .looking(compiled, places: places, next: end, result)
      return nil
    }
  }
}
