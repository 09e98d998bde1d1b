/// All agents: who is busy with what, and their figures.
struct AgentBoard: Sendable {
  /// The place of an agent in the list: ringing, dialing, talking, idle; the longest first.
  struct Place: Comparable, Sendable {
    let rank: Int
    let since: Instant
    let record: Int

    init(_ record: Record, at place: Int) {
      rank =
        switch record.activity {
        case .ringing: 0
        case .dialing: 1
        case .talking: 2
        case .idle: 3
        }
      since = record.since ?? .max
      self.record = place
    }

    static func < (left: Place, right: Place) -> Bool {
      (left.rank, left.since, left.record) < (right.rank, right.since, right.record)
    }
  }

  /// How an agent stood before a call changed.
  private struct Standing {
    let place: Place
    let states: OpenStates
    let isBusy: Bool
  }

  private(set) var records: [Record] = []
  private var places: [String: Int] = [:]
  private(set) var order = OrderedIndex<Place>()
  private(set) var busy = 0
  /// How many legs were put in and taken out: what calls have cost so far.
  private(set) var steps = 0

  var count: Int { records.count }

  init(roster: Roster) {
    for entry in roster.agents { _ = record(entry.number, name: entry.name, team: entry.team) }
  }

  func place(_ key: String) -> Int? { places[key] }

  func position(of place: Int) -> Int { order.position(of: Place(records[place], at: place)) }

  /// Takes a call's legs from how they were to how they are; agents for whom nothing changes are
  /// left alone. Returns the slots of other calls in which an agent now has a name and had none.
  mutating func update(_ slot: Int, from old: Call?, to new: Call, now: Instant) -> [Int] {
    let named = meet(new)
    let before = old.map { shares(of: $0, slot) } ?? []
    let after = shares(of: new, slot)
    var touched: [Int: Standing] = [:]
    for place in 0..<max(before.count, after.count) {
      let was = place < before.count ? before[place] : nil
      let will = place < after.count ? after[place] : nil
      guard was != will else { continue }
      if let was { note(was.record, in: &touched) }
      if let will { note(will.record, in: &touched) }
      change(was, will)
    }
    for (record, standing) in touched { settle(record, standing, now: now) }
    return named
  }

  /// Forgets the legs of a call that leaves the board, but not what they added to the figures.
  mutating func forget(_ slot: Int, _ call: Call) {
    for case let share? in shares(of: call, slot) {
      let before = Place(records[share.record], at: share.record)
      steps += 1
      records[share.record].forget(share)
      reorder(share.record, before)
    }
  }

  /// Makes a record for each agent of a call, and learns their names.
  private mutating func meet(_ call: Call) -> [Int] {
    var named: [Int] = []
    for leg in call.legs where leg.party == .agent {
      guard let number = leg.number else { continue }
      let place = record(number, name: nil, team: nil)
      if records[place].name == nil, leg.name != nil {
        records[place].name = leg.name
        named += records[place].slots
      }
    }
    return named
  }

  /// What the legs of a call are to their agents, by place; nil for one that is no offer.
  private func shares(of call: Call, _ slot: Int) -> [LegShare?] {
    zip(call.legs, call.legFigures()).map { leg, figures in
      guard leg.isOffer, let key = leg.number?.key, let record = places[key] else { return nil }
      return LegShare(leg, of: call, slot: slot, record: record, figures: figures)
    }
  }

  private mutating func change(_ was: LegShare?, _ now: LegShare?) {
    if let was {
      steps += 1
      records[was.record].take(was)
    }
    if let now {
      steps += 1
      records[now.record].add(now)
      let wasRinging = was?.open?.state == .ringing && was?.record == now.record
      if now.open?.state == .ringing, !wasRinging { records[now.record].rings += 1 }
    }
  }

  /// How an agent stands before the first of their legs is changed.
  private func note(_ place: Int, in touched: inout [Int: Standing]) {
    guard touched[place] == nil else { return }
    // Not by a copy of the record, which costs a retain for each of its parts.
    touched[place] = Standing(
      place: Place(records[place], at: place), states: records[place].states,
      isBusy: records[place].open.count > 0)
  }

  private mutating func settle(_ place: Int, _ before: Standing, now: Instant) {
    busy += (records[place].open.count > 0 ? 1 : 0) - (before.isBusy ? 1 : 0)
    if records[place].states != before.states { records[place].changedAt = now }
    reorder(place, before.place)
  }

  private mutating func reorder(_ place: Int, _ before: Place) {
    let after = Place(records[place], at: place)
    guard after != before else { return }
    order.remove(before)
    order.insert(after)
  }

  /// The record of a number; made where there is none.
  private mutating func record(_ number: PhoneNumber, name: String?, team: String?) -> Int {
    if let place = places[number.key] { return place }
    let place = records.count
    records.append(Record(number: number, name: name, team: team))
    places[number.key] = place
    order.insert(Place(records[place], at: place))
    return place
  }
}
