extension CallBoard {
  /// So long calls that have ended stay in the list of live ones.
  package static let afterglow = Duration.seconds(30)

  /// The call list at `now`: live calls, then those that ended within `afterglow`.
  package func callPage(
    _ cursor: ListCursor, height: Int, now: Instant, afterglow: Duration = Self.afterglow
  ) -> ListPage<CallRow> {
    let recent = recentlyEnded(within: afterglow, now)
    return ListPage(
      cursor, height: height, total: live.count + recent,
      position: { position(of: $0, recent: recent) },
      slice: { range in slots(range).compactMap { row($0) } })
  }

  private func recentlyEnded(within afterglow: Duration, _ now: Instant) -> Int {
    ended.position(of: EndedPlace(clock: now - afterglow, slot: .max))
  }

  /// How many calls a list has without a filter.
  func count(of list: CallArrangement.Query.List, now: Instant) -> Int {
    switch list {
    case .live(let afterglow): live.count + recentlyEnded(within: afterglow, now)
    case .ended: ended.count
    }
  }

  /// The ended calls that are on the board, the newest first.
  package func historyPage(_ cursor: ListCursor, height: Int) -> ListPage<CallRow> {
    ListPage(
      cursor, height: height, total: ended.count,
      position: { sid in
        guard let slot = slot(of: sid), let call = entries[slot].folded?.call, !call.isLive
        else { return nil }
        return ended.position(of: EndedPlace(clock: call.clock, slot: slot))
      },
      slice: { range in ended.slice(range).compactMap { row($0.slot) } })
  }

  /// The agent list: the busy ones first.
  package func agentPage(
    _ cursor: ListCursor, height: Int, since start: Instant
  ) -> ListPage<Agent> {
    ListPage(
      cursor, height: height, total: agents.count,
      position: { key in place(of: key).flatMap { agents.position(of: $0) } },
      slice: { range in agents.order.slice(range).compactMap { agent(at: $0.record, since: start) }
      })
  }

  package func call(_ sid: String) -> CallRow? { slot(of: sid).flatMap { row($0) } }

  /// An agent by any of their addresses; their figures count from `start` on.
  package func agent(_ number: PhoneNumber, since start: Instant) -> Agent? {
    agent(key: number.key, since: start)
  }

  /// An agent by the key of one of their addresses.
  package func agent(key: String, since start: Instant) -> Agent? {
    place(of: key).flatMap { agent(at: $0, since: start) }
  }

  private func place(of key: String) -> Int? { agents.place(facts.people.person(of: key)) }

  /// All agents, the busy ones first.
  package func agents(since start: Instant) -> [Agent] { agents(at: agentPlaces, since: start) }

  /// Where the agents stand, in the same order, to take them with ``agents(at:since:)`` bit by bit.
  package var agentPlaces: [Int] { agents.order.slice(0..<agents.count).map(\.record) }

  package func agents(at places: some Sequence<Int>, since start: Instant) -> [Agent] {
    places.compactMap { agent(at: $0, since: start) }
  }

  /// The calls of a query by their position alone: live ones first (the longest first), then ended
  /// ones (newest first). Costs what it returns.
  package func calls(_ query: CallQuery) -> CallResult {
    let (sids, total) = sids(query)
    return CallResult(rows: sids.compactMap { call($0) }, total: total)
  }

  /// The same, to take their rows bit by bit.
  package func sids(_ query: CallQuery) -> (sids: [String], total: Int) {
    let all = range(of: query.which)
    let slots = slots(all.dropFirst(max(query.offset, 0)).prefix(max(query.limit, 0)))
    return (slots.compactMap { entries[$0].folded?.call.sid }, all.count)
  }

  /// Where the calls stand, in the same order, to take their rows with ``rows(at:)`` bit by bit.
  package func places(of which: CallQuery.Which) -> [Int] { slots(range(of: which)) }

  /// The calls that stand there now; those that have left are left out.
  package func rows(at places: some Sequence<Int>) -> [CallRow] {
    places.compactMap { entries.indices.contains($0) ? row($0) : nil }
  }

  /// The names that a filter can be completed with.
  package var vocabulary: FilterVocabulary {
    var vocabulary = FilterVocabulary()
    let records = agents.records.filter(\.isThere)
    vocabulary.agents = Set(records.compactMap(\.name)).sorted()
    vocabulary.teams = Set(records.compactMap(\.team)).sorted()
    vocabulary.lines = roster.labels.sorted()
    return vocabulary
  }

  private func range(of which: CallQuery.Which) -> Range<Int> {
    switch which {
    case .live: 0..<live.count
    case .ended: live.count..<(live.count + ended.count)
    case .all: 0..<(live.count + ended.count)
    }
  }

  package func isLive(_ sid: String) -> Bool {
    slot(of: sid).flatMap { entries[$0].folded?.call.isLive } ?? false
  }

  /// Behind the last place at which a call may stand.
  package var placeCount: Int { entries.count }

  /// The live calls that stand at these places now, each with its place.
  package func liveRows(at places: Range<Int>) -> [(place: Int, row: CallRow)] {
    places.clamped(to: entries.indices).compactMap { place in
      guard entries[place].folded?.call.isLive == true else { return nil }
      return row(place).map { (place, $0) }
    }
  }

  /// Behind the last place at which an agent may stand.
  package var agentPlaceCount: Int { agents.records.count }

  /// The agents that stand at these places now, each with its place, which never changes.
  package func agents(known places: Range<Int>, since start: Instant) -> [(
    place: Int, agent: Agent
  )] {
    places.clamped(to: agents.records.indices).compactMap { place in
      agent(at: place, since: start).map { (place, $0) }
    }
  }

  /// How often an agent has changed.
  package var agentChangeCount: UInt64 { agents.changes.count }

  /// Where the agents stand that have changed since ``agentChangeCount`` was `earlier`; nil where that is
  /// too long ago.
  package func changedAgents(since earlier: UInt64) -> Set<Int>? { agents.changes.since(earlier) }

  /// The keys of all addresses of a person, by any of them.
  package func addresses(of number: PhoneNumber) -> Set<String> {
    let place = place(of: number.key)
    let known = place.map { Set(agents.records[$0].addresses.keys) } ?? []
    let joined = facts.people.addresses(with: number.key).map(\.number.key)
    return known.union(joined).union([number.key])
  }

  /// Where the agents of a part of the list stand, for ``agents(at:since:)``, and how many there are.
  package func agentPlaces(_ range: Range<Int>) -> (places: [Int], total: Int) {
    (agents.order.slice(range).map(\.record), agents.count)
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
    guard let slot = slot(of: sid), let call = entries[slot].folded?.call else { return nil }
    if call.isLive { return live.position(of: LivePlace(call, slot)) }
    let place = ended.position(of: EndedPlace(clock: call.clock, slot: slot))
    return place < recent ? live.count + place : nil
  }

  func row(_ slot: Int) -> CallRow? {
    guard let call = entries[slot].folded?.call else { return nil }
    return CallRow(
      call: call, lineLabel: call.virtualNumber.flatMap { roster.label($0) },
      legNames: call.legs.map { name(of: $0) },
      legTeams: call.legs.map { team(of: $0) }, changedAt: entries[slot].changedAt)
  }

  private func name(of leg: Leg) -> String? {
    guard leg.party == .agent, let number = leg.number else { return leg.name }
    return listed(number)?.name ?? leg.name
      ?? place(of: number.key).flatMap { agents.records[$0].name }
  }

  private func team(of leg: Leg) -> String? {
    guard leg.party == .agent, let number = leg.number else { return nil }
    return listed(number)?.team
  }

  /// Who of the roster has this address, by what callbacks have joined too.
  private func listed(_ number: PhoneNumber) -> Roster.Entry? {
    roster.agent(key: facts.people.person(of: number))
  }

  /// An agent's addresses, the earliest first; those that callbacks have joined by when they did so,
  /// for a call that is told only in part may show one earlier.
  private func addresses(
    of record: AgentRecord, _ joined: [AddressSpelling]
  ) -> [PhoneNumber] {
    var spellings: [String: AddressSpelling] = [:]
    // One that was joined to two listed people may have become the other one's.
    for (key, address) in record.addresses where facts.people.person(of: key) == record.person {
      spellings[key] = address
    }
    for address in joined where roster.entry(ofAddress: address.number.key) == nil {
      spellings[address.number.key] = address
    }
    return spellings.isEmpty ? [record.number] : spellings.values.sorted().map(\.number)
  }

  private func agent(at place: Int, since start: Instant) -> Agent? {
    guard agents.records.indices.contains(place), agents.records[place].isThere else { return nil }
    let record = agents.records[place]
    let open = record.open.slice(0..<Agent.toldCalls)
    let first: Call? = if let leg = open.first { entries[leg.slot].folded?.call } else { nil }
    let customer = first?.legs.first { $0.party == .customer }
    var agent = Agent(
      number: record.number, name: record.name, team: record.team, activity: record.activity)
    let joined = facts.people.addresses(with: record.person)
    agent.addresses = addresses(of: record, joined)
    for address in joined
    where address.number.key != record.number.key
      && roster.entry(ofAddress: address.number.key) == nil
    {
      agent.joinedByCallbacks.append(address.number)
    }
    agent.since = record.since
    for leg in open {
      if let call = entries[leg.slot].folded?.call { agent.calls.append(call.sid) }
    }
    let companion = first?.companions.first { $0.party == .customer && $0.isThere }
    agent.with = customer?.number ?? companion?.number
    agent.line = first?.virtualNumber
    agent.figures = record.figures.sum(since: start)
    agent.missesInARow = record.missesInARow
    agent.changedAt = record.changedAt
    agent.rings = record.rings
    return agent
  }
}
