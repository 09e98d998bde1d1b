/// All agents: who is busy with what, and their figures. A change costs what it touches, however many
/// legs a call and however many calls an agent has.
struct AgentBoard: Sendable {
  /// The place of an agent in the list: ringing, dialing, calling, talking, idle; the longest first.
  struct Place: Comparable, Sendable {
    let rank: Int
    let since: Instant
    let record: Int

    init(_ record: AgentRecord, at place: Int) {
      rank =
        switch record.activity {
        case .ringing: 0
        case .dialing: 1
        case .calling: 2
        case .talking: 3
        case .idle: 4
        }
      since = record.since ?? .max
      self.record = place
    }

    static func < (left: Place, right: Place) -> Bool {
      (left.rank, left.since, left.record) < (right.rank, right.since, right.record)
    }
  }

  private(set) var records: [AgentRecord?] = []
  private var places: [String: Int] = [:]
  private var free: [Int] = []
  private(set) var order = OrderedIndex<Place>()
  private(set) var activities: [Agent.Activity: Int] = [:]

  var count: Int { order.count }

  var busy: Int { count - activities[.idle, default: 0] }

  init(roster: Roster) {
    for entry in roster.agents where places[entry.number.key] == nil {
      let place = open(entry.number, person: entry.number.key, isListed: true, at: .distantPast)
      records[place]?.name = entry.name
      records[place]?.team = entry.team
      for address in [entry.number] + entry.addresses {
        records[place]?.addresses[address.key] = .init(number: address, at: .distantPast)
      }
    }
  }

  /// Where the agent stands whom a person's address names.
  func place(_ person: String) -> Int? { places[person] }

  func position(of place: Int) -> Int? {
    records[place].map { order.position(of: Place($0, at: place)) }
  }

  /// Takes a call's agents from how they were to how they are: only those who differ are touched. Gives
  /// the places of those who now have a name that they did not have.
  mutating func update(
    _ slot: Int, from old: [AgentPart], at oldStart: Instant, to new: [AgentPart],
    at newStart: Instant, now: Instant
  ) -> [Int] {
    var named: [Int] = []
    let isSameStart = oldStart == newStart
    for part in old where !(isSameStart && new.contains(part)) {
      guard let place = places[part.person] else { continue }
      change(place, now: now) { $0.change(part, slot, at: oldStart, isThere: false) }
    }
    for part in new where !(isSameStart && old.contains(part)) {
      let place = record(of: part, at: now)
      change(place, now: now) { record in
        record.change(part, slot, at: newStart, isThere: true)
        record.heardAt = now
        for number in part.numbers { record.note(number, at: newStart) }
      }
      if records[place]?.name == nil, let name = part.name {
        records[place]?.name = name
        named.append(place)
      }
      noteRings(place, from: old.first { $0.person == part.person }, to: part, now: now)
    }
    closeEmpty(old)
    return named
  }

  /// Notes addresses that callbacks tell of a person who has a record.
  mutating func note(_ address: PhoneNumber, of person: String, at moment: Instant) {
    guard let place = places[person] else { return }
    records[place]?.note(address, at: moment)
  }

  /// Forgets the legs of a call that leaves the board, but not what they added to the figures.
  mutating func forget(_ slot: Int, _ parts: [AgentPart], now: Instant) {
    for part in parts {
      guard let place = places[part.person] else { continue }
      change(place, now: now) { $0.changeLegs(part, slot, isThere: false) }
    }
  }

  /// Lets those go who are in no roster, have no part in any call, and were not heard of since then.
  mutating func forget(before moment: Instant) {
    for (place, record) in records.enumerated() {
      guard let record, !record.isListed, record.isIdle, record.heardAt < moment else { continue }
      close(place)
    }
  }

  /// The calls in which an agent has a part.
  func slots(of place: Int) -> [Int] {
    guard let record = records[place] else { return [] }
    return record.open.slice(0..<record.open.count).map(\.slot)
      + record.offers.slice(0..<record.offers.count).map(\.slot)
  }

  private mutating func noteRings(
    _ place: Int, from old: AgentPart?, to new: AgentPart, now: Instant
  ) {
    let begun = new.open.count { leg in
      leg.activity == .ringing
        && !(old?.open.contains { $0.index == leg.index && $0.activity == .ringing } ?? false)
    }
    records[place]?.rings += UInt64(begun)
    if old?.open.map(\.activity) != new.open.map(\.activity) { records[place]?.changedAt = now }
  }

  private mutating func change(
    _ place: Int, now: Instant, _ body: (inout AgentRecord) -> Void
  ) {
    guard var record = records[place] else { return }
    records[place] = nil
    order.remove(Place(record, at: place))
    activities[record.activity, default: 0] -= 1
    body(&record)
    order.insert(Place(record, at: place))
    activities[record.activity, default: 0] += 1
    records[place] = record
  }

  private mutating func record(of part: AgentPart, at now: Instant) -> Int {
    if let place = places[part.person] { return place }
    let number = part.numbers.first ?? PhoneNumber(part.person, country: .india)
    return open(number, person: part.person, isListed: false, at: now)
  }

  private mutating func open(
    _ number: PhoneNumber, person: String, isListed: Bool, at now: Instant
  ) -> Int {
    let record = AgentRecord(number, person: person, isListed: isListed, at: now)
    let place: Int
    if let last = free.popLast() {
      place = last
      records[place] = record
    } else {
      place = records.count
      records.append(record)
    }
    places[person] = place
    order.insert(Place(record, at: place))
    activities[.idle, default: 0] += 1
    return place
  }

  /// Those who have been joined to another person have no part in any call any more.
  private mutating func closeEmpty(_ parts: [AgentPart]) {
    for part in parts {
      guard let place = places[part.person], let record = records[place], !record.isListed,
        record.isIdle, record.isMoved
      else { continue }
      close(place)
    }
  }

  private mutating func close(_ place: Int) {
    guard let record = records[place] else { return }
    order.remove(Place(record, at: place))
    activities[record.activity, default: 0] -= 1
    places[record.person] = nil
    records[place] = nil
    free.append(place)
  }

  /// From now on the person of these addresses is another one: the record goes once it has no part in
  /// any call.
  mutating func move(_ person: String) {
    guard let place = places[person] else { return }
    records[place]?.isMoved = true
  }
}

extension Instant {
  /// Before everything.
  static let distantPast = Instant(milliseconds: .min / 2)
}
