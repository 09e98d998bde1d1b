/// All agents: who is busy with what, and their figures. A change costs what it touches, however many
/// legs a call and however many calls an agent has.
struct AgentBoard: Sendable {
  /// The place of an agent in the list: ringing, dialing, calling, talking, idle; the longest first.
  struct Place: Comparable, Sendable {
    let rank: Int
    let since: Instant
    let record: Int

    init(_ activity: Agent.Activity, since: Instant?, at place: Int) {
      rank =
        switch activity {
        case .ringing: 0
        case .dialing: 1
        case .calling: 2
        case .talking: 3
        case .idle: 4
        }
      self.since = since ?? .max
      record = place
    }

    init(_ record: AgentRecord, at place: Int) {
      self.init(record.activity, since: record.since, at: place)
    }

    static func < (left: Place, right: Place) -> Bool {
      (left.rank, left.since, left.record) < (right.rank, right.since, right.record)
    }
  }

  /// By their places; some are free.
  private(set) var records = ChunkedArray<AgentRecord>()
  private var places = ShardedDictionary<String, Int>()
  private var free: [Int] = []
  private(set) var order = OrderedIndex<Place>()
  private(set) var activities: [Agent.Activity: Int] = [:]
  /// How many legs and offers were put in and taken out: what calls have cost so far.
  private(set) var steps = 0
  /// The place of the next one who is looked at for having gone.
  private var sweep = 0
  /// Which records have changed, by their places.
  private(set) var changes = ChangeLog()

  var count: Int { order.count }

  var busy: Int { count - activities[.idle, default: 0] }

  init(roster: Roster) {
    for entry in roster.agents where places[entry.number.key] == nil {
      let place = open(entry.number, person: entry.number.key, isListed: true, at: .distantPast)
      records[place].name = entry.name
      records[place].team = entry.team
      for address in [entry.number] + entry.addresses {
        records[place].addresses[address.key] = .init(number: address, at: .distantPast)
      }
    }
  }

  /// Where the agent stands whom a person's address names.
  func place(_ person: String) -> Int? { places[person] }

  func position(of place: Int) -> Int? {
    records[place].isThere ? order.position(of: Place(records[place], at: place)) : nil
  }

  /// The calls in which an agent has a part.
  func slots(of place: Int) -> [Int] { records[place].slots }

  /// Takes a call's agents from how they were to how they are: only those who differ are touched. Gives
  /// the places of those who now have a name that they did not have.
  mutating func update(
    _ slot: Int, from old: FoldedCall?, to new: FoldedCall, people: People, now: Instant
  ) -> [Int] {
    var named: [Int] = []
    let (oldParts, newParts) = (old?.parts ?? [], new.parts)
    let (oldStart, newStart) = (old?.share.start ?? new.share.start, new.share.start)
    func take(_ was: AgentPart?, _ will: AgentPart?) {
      guard oldStart != newStart || was != will else { return }
      let place = will.map { record(of: $0, people, at: now) } ?? was.flatMap { places[$0.person] }
      guard let place else { return }
      change(place, now: now) { record in
        if let was { record.figures.subtract(was.figures, at: oldStart) }
        if let will { record.take(will, at: newStart, now: now) }
        return record.change(slot, from: was, to: will)
      }
      if records[place].name == nil, let name = will?.name {
        records[place].name = name
        changes.append(place)
        named.append(place)
      }
      if let will { noteRings(place, from: was, to: will) }
      if will == nil { closeIfEmpty(place) }
    }
    // Mostly they are the same people in the same order, and perhaps one more.
    var same = 0
    while same < oldParts.count, same < newParts.count,
      oldParts[same].person == newParts[same].person
    {
      take(oldParts[same], newParts[same])
      same += 1
    }
    var left: [String: AgentPart] = [:]
    for part in oldParts[same...] { left[part.person] = part }
    for part in newParts[same...] { take(left.removeValue(forKey: part.person), part) }
    for part in oldParts[same...] where left[part.person] != nil { take(part, nil) }
    return named
  }

  /// Notes an address that callbacks tell of a person who has a record.
  mutating func note(_ address: AddressSpelling, of person: String) {
    guard let place = places[person] else { return }
    records[place].note(address)
    changes.append(place)
  }

  private mutating func noteRings(_ place: Int, from old: AgentPart?, to new: AgentPart) {
    let begun = new.open.count { leg in
      leg.activity == .ringing
        && !(old?.open.contains { $0.index == leg.index && $0.activity == .ringing } ?? false)
    }
    records[place].rings += UInt64(begun)
  }

  /// Changes an agent's record, and puts it where it belongs.
  private mutating func change(_ place: Int, now: Instant, _ body: (inout AgentRecord) -> Int) {
    // Not by a copy of the record, which costs a retain for each of its parts.
    let activity = records[place].activity
    let before = Place(activity, since: records[place].since, at: place)
    let counts = records[place].openCounts
    steps += body(&records[place])
    let new = records[place].activity
    let after = Place(new, since: records[place].since, at: place)
    changes.append(place)
    if records[place].openCounts != counts { records[place].changedAt = now }
    if activity != new {
      activities[activity, default: 0] -= 1
      activities[new, default: 0] += 1
    }
    guard before != after else { return }
    order.remove(before)
    order.insert(after)
  }
}

extension AgentBoard {
  /// Takes the place of another one: whoever has looked at that one sees that all has changed.
  mutating func replace(_ other: borrowing AgentBoard) {
    changes = ChangeLog(after: max(changes.count, other.changes.count))
  }
}

// MARK: - Coming and going

extension AgentBoard {
  /// Forgets the legs of a call that leaves the board, but not what they added to the figures.
  mutating func forget(_ slot: Int, _ parts: [AgentPart], now: Instant) {
    for part in parts {
      guard let place = places[part.person] else { continue }
      let changedAt = records[place].changedAt
      change(place, now: now) { $0.change(slot, from: part, to: nil) }
      records[place].changedAt = changedAt
    }
  }

  /// How many agents ``forget(before:)`` looks at each time, going through all of them in turn.
  private static let sweptAtOnce = 16

  /// Forgets figures of before that moment, and lets those go who are in no roster, have no part in
  /// any call, and were not heard of since then. Looks at a few each time, so that nobody waits for it.
  mutating func forget(before moment: Instant) {
    for _ in 0..<min(Self.sweptAtOnce, records.count) {
      let place = sweep < records.count ? sweep : 0
      sweep = place + 1
      guard records[place].isThere else { continue }
      records[place].figures.forget(before: moment)
      guard !records[place].isListed, records[place].isIdle, records[place].heardAt < moment else {
        continue
      }
      close(place)
    }
  }

  private mutating func record(of part: AgentPart, _ people: People, at now: Instant) -> Int {
    if let place = places[part.person] { return place }
    let number = part.numbers.first ?? PhoneNumber(part.person, country: .india)
    let place = open(number, person: part.person, isListed: false, at: now)
    for address in people.addresses(with: part.person) { records[place].note(address) }
    return place
  }

  private mutating func open(
    _ number: PhoneNumber, person: String, isListed: Bool, at now: Instant
  ) -> Int {
    let record = AgentRecord(number, person: person, isListed: isListed, at: now)
    let place = free.popLast() ?? records.count
    if place == records.count { records.append(record) } else { records[place] = record }
    places[person] = place
    changes.append(place)
    order.insert(Place(record, at: place))
    activities[.idle, default: 0] += 1
    return place
  }

  /// Those who have been joined to another person have no part in any call any more, and neither have
  /// those who were taken for an agent by what was not known yet.
  private mutating func closeIfEmpty(_ place: Int) {
    let record = records[place]
    guard record.isThere, !record.isListed, record.isIdle,
      record.movedTo != nil || record.figures.isZero
    else { return }
    close(place)
    if let other = record.movedTo { add(record, to: other) }
  }

  private mutating func close(_ place: Int) {
    let record = records[place]
    guard record.isThere else { return }
    order.remove(Place(record, at: place))
    activities[record.activity, default: 0] -= 1
    places[record.person] = nil
    records[place] = .free
    changes.append(place)
    free.append(place)
  }

  /// From now on the addresses of a person are another one's: the record goes once it has no part in any
  /// call, and what calls that are not on the board any more have added to it is the other one's, too.
  mutating func move(_ person: String, to other: String) {
    guard let place = places[person] else { return }
    records[place].movedTo = other
    closeIfEmpty(place)
  }

  private mutating func add(_ old: AgentRecord, to person: String) {
    let place =
      places[person] ?? open(old.number, person: person, isListed: false, at: old.heardAt)
    records[place].figures.add(old.figures)
    records[place].name = records[place].name ?? old.name
    records[place].rings += old.rings
    records[place].heardAt = max(records[place].heardAt, old.heardAt)
    changes.append(place)
  }
}

extension AgentRecord {
  /// Takes what a call adds to the figures, and what it tells of the person.
  fileprivate mutating func take(_ part: AgentPart, at start: Instant, now: Instant) {
    figures.add(part.figures, at: start)
    heardAt = now
    for number in part.numbers { note(AddressSpelling(number: number, at: start)) }
  }
}

extension Instant {
  /// Before everything.
  static let distantPast = Instant(milliseconds: .min / 2)
}
