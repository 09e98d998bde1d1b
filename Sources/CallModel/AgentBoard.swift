/// All agents: who is busy with what, and their figures.
struct AgentBoard: Sendable {
  /// One of an agent's legs that is open.
  struct OpenLeg: Sendable, Equatable {
    var slot: Int
    var index: Int
    var state: Leg.State
    var clock: Instant
  }

  /// One of an agent's legs that has ended.
  struct Offer: Comparable, Sendable {
    var ended: Instant
    var slot: Int
    var index: Int
    var isMiss: Bool
    var isAnswer: Bool

    static func < (left: Offer, right: Offer) -> Bool {
      (left.ended, left.slot, left.index) < (right.ended, right.slot, right.index)
    }
  }

  struct Record: Sendable {
    var number: PhoneNumber
    var name: String?
    var team: String?
    /// The most advanced one first.
    var open: [OpenLeg] = []
    var figures = TimeBuckets<AgentFigures>.quarterHours
    var offers = OrderedIndex<Offer>()
    var changedAt: Instant?
    /// How many times a leg of his has begun to ring.
    var rings: UInt64 = 0

    var activity: Agent.Activity { open.first?.state.activity ?? .idle }

    /// The calls in which he had a leg.
    var slots: [Int] { open.map(\.slot) + offers.slice(0..<offers.count).map(\.slot) }

    /// When the activity began.
    var since: Instant? { open.first?.clock ?? offers.last?.ended }
  }

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

  private(set) var records: [Record] = []
  private var places: [String: Int] = [:]
  private(set) var order = OrderedIndex<Place>()
  private(set) var busy = 0

  var count: Int { records.count }

  init(roster: Roster) {
    for entry in roster.agents { _ = record(entry.number, name: entry.name, team: entry.team) }
  }

  func place(_ key: String) -> Int? { places[key] }

  func position(of place: Int) -> Int { order.position(of: Place(records[place], at: place)) }

  /// Takes a call's legs from how they were to how they are. Returns the slots of other calls in
  /// which an agent now has a name that he did not have.
  mutating func update(_ slot: Int, from old: Call?, to new: Call, now: Instant) -> [Int] {
    var named: [Int] = []
    var touched = old.map(agentPlaces) ?? []
    for leg in new.legs where leg.party == .agent {
      guard let number = leg.number else { continue }
      let place = record(number, name: nil, team: nil)
      if records[place].name == nil, leg.name != nil {
        records[place].name = leg.name
        named += records[place].slots
      }
      if !touched.contains(place) { touched.append(place) }
    }
    for place in touched {
      change(place, now: now) { record in
        if let old { record.remove(old, slot) }
        record.add(new, slot)
      }
    }
    return named
  }

  /// Where the agents of a call stand, each once.
  private func agentPlaces(_ call: Call) -> [Int] {
    var found: [Int] = []
    for leg in call.legs where leg.party == .agent {
      guard let key = leg.number?.key, let place = places[key], !found.contains(place) else {
        continue
      }
      found.append(place)
    }
    return found
  }

  /// Forgets the legs of a call that leaves the board, but not what they added to the figures.
  mutating func forget(_ slot: Int, _ call: Call) {
    for leg in call.legs {
      guard let key = leg.number?.key, let place = places[key] else { continue }
      order.remove(Place(records[place], at: place))
      if let offer = Offer(leg, slot) { records[place].offers.remove(offer) }
      order.insert(Place(records[place], at: place))
    }
  }

  private mutating func change(_ place: Int, now: Instant, _ body: (inout Record) -> Void) {
    let before = records[place].open
    order.remove(Place(records[place], at: place))
    body(&records[place])
    order.insert(Place(records[place], at: place))
    let after = records[place].open
    busy += (after.isEmpty ? 0 : 1) - (before.isEmpty ? 0 : 1)
    if before.map(\.state) != after.map(\.state) { records[place].changedAt = now }
    let begun = after.filter { $0.state == .ringing && !before.isRinging($0) }
    records[place].rings += UInt64(begun.count)
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

extension [AgentBoard.OpenLeg] {
  fileprivate func isRinging(_ leg: AgentBoard.OpenLeg) -> Bool {
    contains { $0.slot == leg.slot && $0.index == leg.index && $0.state == .ringing }
  }
}

extension AgentBoard.Offer {
  /// Nil for a leg that is no agent's, was never dialed, or has not ended.
  fileprivate init?(_ leg: Leg, _ slot: Int) {
    guard leg.isOffer, let outcome = leg.outcome else { return nil }
    self.init(
      ended: leg.clock, slot: slot, index: leg.index, isMiss: outcome.isMiss,
      isAnswer: outcome == .completed)
  }
}

extension AgentBoard.Record {
  fileprivate mutating func remove(_ call: Call, _ slot: Int) {
    open.removeAll { $0.slot == slot }
    for leg in call.legs where leg.isOffer && leg.number?.key == number.key {
      figures.take(call.figures(of: leg), at: call.believedStart)
      if let offer = AgentBoard.Offer(leg, slot) { offers.remove(offer) }
    }
  }

  fileprivate mutating func add(_ call: Call, _ slot: Int) {
    for leg in call.legs where leg.isOffer && leg.number?.key == number.key {
      figures.add(call.figures(of: leg), at: call.believedStart)
      if let offer = AgentBoard.Offer(leg, slot) { offers.insert(offer) }
      if leg.state.isOpen {
        open.append(
          AgentBoard.OpenLeg(slot: slot, index: leg.index, state: leg.state, clock: leg.clock))
      }
    }
    open.sort { ($1.state, $0.clock, $0.slot) < ($0.state, $1.clock, $1.slot) }
  }

  /// Misses since the last answer. Legs that were neither (`elsewhere`, `unknown`) do not count.
  var missesInARow: Int {
    guard open.first?.state != .answered else { return 0 }
    var misses = 0
    offers.forEachBackwards { offer in
      if offer.isMiss { misses += 1 }
      return !offer.isAnswer
    }
    return misses
  }
}
