/// Which calls are asked for.
package struct CallQuery: Hashable, Sendable {
  package enum Which: String, Hashable, Sendable, CaseIterable { case live, ended, all }

  package var which = Which.live
  /// Calls with a leg of this agent.
  package var agent: PhoneNumber?
  /// Calls in which this number has any part.
  package var number: PhoneNumber?
  package var filter = CallFilter.everything
  /// At most so many.
  package var limit = 100
  /// So many of the matching ones are left out first.
  package var offset = 0

  package init() {}

  /// True where calls are looked for by more than their position.
  package var isSelective: Bool { agent != nil || number != nil || filter != .everything }

  package func matches(_ row: CallRow, now: Instant) -> Bool {
    let legs = row.call.legs
    if let agent, !legs.contains(where: { $0.party == .agent && $0.number?.key == agent.key }) {
      return false
    }
    if let number {
      let numbers = [row.call.from, row.call.to, row.call.virtualNumber] + legs.map(\.number)
      guard numbers.contains(where: { $0?.key == number.key }) else { return false }
    }
    return filter.matches(row, now: now)
  }
}

/// The calls that match a query, and how many match in all.
package struct CallResult: Sendable {
  package var rows: [CallRow]
  package var total: Int

  package init(rows: [CallRow], total: Int) {
    self.rows = rows
    self.total = total
  }
}
