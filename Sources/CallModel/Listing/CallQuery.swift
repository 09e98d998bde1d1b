/// Which calls are asked for.
package struct CallQuery: Hashable, Sendable {
  package enum Which: String, Hashable, Sendable, CaseIterable { case live, ended, all }

  package var which = Which.live
  /// Calls with a leg of this agent.
  package var agent: PhoneNumber?
  /// Calls in which this number has any part.
  package var number: PhoneNumber?
  package var filter = CallFilter.everything
  /// The most calls of one answer.
  package var limit = 100
  /// The number of matching calls that are left out first.
  package var offset = 0

  package init() {}

  /// True where calls are looked for by more than their position.
  package var isSelective: Bool { agent != nil || number != nil || filter != .everything }
}

/// A query made ready for many calls.
package struct CompiledQuery: Sendable {
  private let agents: Set<String>?
  private let number: String?
  private let filter: CompiledFilter

  /// `addresses` are the keys of those that are known of the agent of the query.
  package init(_ query: CallQuery, addresses: Set<String>?) {
    agents = query.agent.map { addresses ?? [$0.key] }
    number = query.number?.key
    filter = CompiledFilter(query.filter)
  }

  package func matches(_ row: CallRow, now: Instant) -> Bool {
    let legs = row.call.legs
    if let agents, !legs.contains(where: { $0.party == .agent && agents.has($0.number) }) {
      return false
    }
    if let number {
      let numbers = [row.call.from, row.call.to, row.call.virtualNumber] + legs.map(\.number)
      guard numbers.contains(where: { $0?.key == number }) else { return false }
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

extension Set<String> {
  fileprivate func has(_ number: PhoneNumber?) -> Bool { number.map { contains($0.key) } ?? false }
}
