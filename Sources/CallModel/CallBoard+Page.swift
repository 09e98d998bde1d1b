extension CallBoard {
  /// How long an ended call stays in the list of live ones.
  private static let afterglow = Duration.seconds(30)

  /// The call list at `now`: live calls, then those that ended in the last 30 s.
  package func callPage(_ cursor: ListCursor, height: Int, now: Instant) -> ListPage<CallRow> {
    let recent = ended.position(
      of: EndedPlace(clock: now - Self.afterglow, slot: .max))
    return ListPage(
      cursor, height: height, total: live.count + recent,
      position: { position(of: $0, recent: recent) },
      slice: { range in slots(range).compactMap { row($0) } })
  }

  /// The agent list: the busy ones first.
  package func agentPage(
    _ cursor: ListCursor, height: Int, since start: Instant
  ) -> ListPage<Agent> {
    ListPage(
      cursor, height: height, total: agents.count,
      position: { key in agents.place(key).map { agents.position(of: $0) } },
      slice: { range in agents.order.slice(range).map { agent(at: $0.record, since: start) } })
  }

  package func call(_ sid: String) -> CallRow? { slot(of: sid).flatMap { row($0) } }

  /// An agent by any spelling of his number; his figures count from `start` on.
  package func agent(_ number: PhoneNumber, since start: Instant) -> Agent? {
    agents.place(number.key).map { agent(at: $0, since: start) }
  }

  /// All agents, the busy ones first.
  package func agents(since start: Instant) -> [Agent] {
    agents.order.slice(0..<agents.count).map { agent(at: $0.record, since: start) }
  }

  /// The calls that match, live ones first (the longest first), then ended ones (newest first).
  /// Without an agent or a number it costs what it returns, otherwise what it looks through.
  package func calls(_ query: CallQuery) -> CallResult {
    let all =
      switch query.which {
      case .live: 0..<live.count
      case .ended: live.count..<(live.count + ended.count)
      case .all: 0..<(live.count + ended.count)
      }
    let offset = max(query.offset, 0)
    guard query.agent != nil || query.number != nil else {
      let start = min(all.lowerBound + offset, all.upperBound)
      let rows = slots(start..<min(start + query.limit, all.upperBound)).compactMap { row($0) }
      return CallResult(rows: rows, total: all.count)
    }
    let matching = slots(all).filter { entries[$0].map { query.matches($0.call) } ?? false }
    let rows = matching.dropFirst(offset).prefix(query.limit).compactMap { row($0) }
    return CallResult(rows: Array(rows), total: matching.count)
  }

  /// All calls: those that have ended, the first ended first, then the live ones.
  package func allCalls() -> [CallRow] {
    let endedSlots = ended.slice(0..<ended.count).reversed().map(\.slot)
    return (endedSlots + live.slice(0..<live.count).map(\.slot)).compactMap { row($0) }
  }

  /// Slots by position: live calls, then ended ones.
  private func slots(_ range: Range<Int>) -> [Int] {
    let fromLive = live.slice(range.clamped(to: 0..<live.count)).map(\.slot)
    let start = max(range.lowerBound - live.count, 0)
    let end = max(range.upperBound - live.count, start)
    return fromLive + ended.slice(start..<end).map(\.slot)
  }

  private func position(of sid: String, recent: Int) -> Int? {
    guard let slot = slot(of: sid), let call = entries[slot]?.call else { return nil }
    if call.isLive { return live.position(of: LivePlace(call, slot)) }
    let place = ended.position(of: EndedPlace(clock: call.clock, slot: slot))
    return place < recent ? live.count + place : nil
  }

  func row(_ slot: Int) -> CallRow? {
    guard let entry = entries[slot] else { return nil }
    return CallRow(
      call: entry.call, lineLabel: entry.call.virtualNumber.flatMap { roster.label($0) },
      legNames: entry.call.legs.map { name(of: $0) }, changedAt: entry.changedAt)
  }

  private func name(of leg: Leg) -> String? {
    guard leg.party == .agent, let number = leg.number else { return leg.name }
    return roster.agent(number)?.name ?? leg.name
      ?? agents.place(number.key).flatMap {
        agents.records[$0].name
      }
  }

  private func agent(at place: Int, since start: Instant) -> Agent {
    let record = agents.records[place]
    let calls = record.open.compactMap { entries[$0.slot]?.call }
    let first = calls.first
    let customer = first?.legs.first { $0.party == .customer }
    var agent = Agent(
      number: record.number, name: record.name, team: record.team, activity: record.activity)
    agent.since = record.since
    agent.calls = calls.map(\.sid)
    agent.with = customer?.number
    agent.line = first?.virtualNumber
    agent.figures = record.figures.sum(since: start)
    agent.missesInARow = record.missesInARow
    agent.changedAt = record.changedAt
    return agent
  }
}

/// Which calls are asked for.
package struct CallQuery: Hashable, Sendable {
  package enum Which: String, Hashable, Sendable, CaseIterable { case live, ended, all }

  package var which = Which.live
  /// Calls with a leg of this agent.
  package var agent: PhoneNumber?
  /// Calls in which this number has any part.
  package var number: PhoneNumber?
  /// At most so many.
  package var limit = 100
  /// So many of the matching ones are left out first.
  package var offset = 0

  package init() {}

  func matches(_ call: Call) -> Bool {
    if let agent, !call.legs.contains(where: { $0.party == .agent && $0.number?.key == agent.key })
    {
      return false
    }
    guard let number else { return true }
    let numbers = [call.from, call.to, call.virtualNumber] + call.legs.map(\.number)
    return numbers.contains { $0?.key == number.key }
  }
}

/// The calls that match a query, and how many match in all.
package struct CallResult: Sendable {
  package var rows: [CallRow]
  package var total: Int
}
