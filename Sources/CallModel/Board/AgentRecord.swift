/// All that the board knows of one agent. Taking a leg in or out costs the same however many others
/// there are, and so does asking.
struct AgentRecord: Sendable {
  /// One of their legs that is open; the most advanced one comes first, then the longest.
  struct OpenLeg: Comparable, Sendable {
    var activity: Agent.Activity
    var clock: Instant
    var slot: Int
    var index: Int

    static func < (left: OpenLeg, right: OpenLeg) -> Bool {
      (right.activity.rank, left.clock, left.slot, left.index)
        < (left.activity.rank, right.clock, right.slot, right.index)
    }
  }

  /// One time that they were called, which has ended, by a moment of it. `place` is the one among their
  /// offers in the call.
  struct Offer: Comparable, Sendable {
    var moment: Instant
    var place: Int
    var slot: Int

    static func < (left: Offer, right: Offer) -> Bool {
      (left.moment, left.place, left.slot) < (right.moment, right.place, right.slot)
    }
  }

  /// How many of the open legs are in each activity.
  struct OpenCounts: Equatable, Sendable {
    private var dialing = 0
    private var ringing = 0
    private var calling = 0
    private var talking = 0

    mutating func count(_ activity: Agent.Activity, by step: Int) {
      switch activity {
      case .dialing: dialing += step
      case .ringing: ringing += step
      case .calling: calling += step
      case .talking: talking += step
      case .idle: break
      }
    }
  }

  /// What the person is known by: see ``People``.
  let person: String
  private(set) var number: PhoneNumber
  /// By their keys, in the spelling that came first.
  var addresses: [String: AddressSpelling] = [:]
  var name: String?
  var team: String?
  /// True where the roster names them: they stay.
  let isListed: Bool
  private(set) var open = OrderedIndex<OpenLeg>()
  private(set) var openCounts = OpenCounts()
  /// By their ends.
  private var ends = OrderedIndex<Offer>()
  /// By their beginnings; those that were neither are in none.
  private var answers = OrderedIndex<Offer>()
  private var misses = OrderedIndex<Offer>()
  var figures = TimeBuckets<AgentFigures>()
  var changedAt: Instant?
  /// How many times a leg of theirs has begun to ring.
  var rings: UInt64 = 0
  /// The person to whom their addresses belong now; nil while they are their own.
  var movedTo: String?
  /// When they were last heard of.
  var heardAt: Instant
  /// False for a place that is free.
  var isThere = true

  static let free: AgentRecord = {
    let nobody = PhoneNumber("", country: .india)
    var record = AgentRecord(nobody, person: "", isListed: false, at: .distantPast)
    record.isThere = false
    return record
  }()

  init(_ number: PhoneNumber, person: String, isListed: Bool, at now: Instant) {
    self.person = person
    self.number = number
    self.isListed = isListed
    heardAt = now
  }

  var activity: Agent.Activity { open.first?.activity ?? .idle }

  /// When the activity began.
  var since: Instant? { open.first?.clock ?? ends.last?.moment }

  /// Whether they have no part in any call.
  var isIdle: Bool { open.count == 0 && ends.count == 0 }

  /// The calls in which they have a part. Costs what it returns.
  var slots: [Int] {
    open.slice(0..<open.count).map(\.slot) + ends.slice(0..<ends.count).map(\.slot)
  }

  /// Misses since the last answer, in the order in which the offers began. Those that were neither do
  /// not count. Of offers in several calls that began at once the answered ones are the last, so that the
  /// order in which the calls became known is of no account.
  var missesInARow: Int {
    guard activity != .talking else { return 0 }
    guard let last = answers.last else { return misses.count }
    let answered = Offer(moment: last.moment, place: last.place, slot: .max)
    return misses.count - misses.position(of: answered)
  }

  /// Notes an address; the number is the one of the earliest callback, a phone number before any
  /// other.
  mutating func note(_ address: AddressSpelling) {
    if let known = addresses[address.number.key], known <= address { return }
    addresses[address.number.key] = address
    guard !isListed else { return }
    let spellings = addresses.values.sorted()
    let best = spellings.first { $0.number.isPhone } ?? spellings.first
    if let best { number = best.number }
  }

  // MARK: - The parts that they have in calls

  /// Takes a call from what it was to what it is to them. Gives how many legs and offers differ.
  mutating func change(_ slot: Int, from old: AgentPart?, to new: AgentPart?) -> Int {
    let (was, will) = (old?.open ?? [], new?.open ?? [])
    var steps = 0
    for place in 0..<max(was.count, will.count) {
      let (was, will) = (was.at(place), will.at(place))
      guard was != will else { continue }
      if let was { put(was, slot, isThere: false) }
      if let will { put(will, slot, isThere: true) }
      steps += (was == nil ? 0 : 1) + (will == nil ? 0 : 1)
    }
    let (before, after) = (old?.offers ?? [], new?.offers ?? [])
    for place in 0..<max(before.count, after.count) {
      let (was, will) = (before.at(place), after.at(place))
      guard was != will else { continue }
      if let was { put(was, place, slot, isThere: false) }
      if let will { put(will, place, slot, isThere: true) }
      steps += (was == nil ? 0 : 1) + (will == nil ? 0 : 1)
    }
    return steps
  }

  private mutating func put(_ leg: AgentPart.OpenLeg, _ slot: Int, isThere: Bool) {
    let open = OpenLeg(activity: leg.activity, clock: leg.clock, slot: slot, index: leg.index)
    openCounts.count(leg.activity, by: isThere ? 1 : -1)
    if isThere { self.open.insert(open) } else { self.open.remove(open) }
  }

  private mutating func put(_ offer: AgentPart.Offer, _ place: Int, _ slot: Int, isThere: Bool) {
    let end = Offer(moment: offer.ended, place: place, slot: slot)
    let begin = Offer(moment: offer.began, place: place, slot: slot)
    if isThere { ends.insert(end) } else { ends.remove(end) }
    if offer.isAnswer {
      if isThere { answers.insert(begin) } else { answers.remove(begin) }
    } else if offer.isMiss {
      if isThere { misses.insert(begin) } else { misses.remove(begin) }
    }
  }
}

extension Array {
  fileprivate func at(_ place: Int) -> Element? { place < count ? self[place] : nil }
}

extension PhoneNumber {
  /// True for what can be dialed by its digits.
  var isPhone: Bool { key.utf8.first == UInt8(ascii: "+") || key.utf8.allSatisfy(\.isDigit) }
}
