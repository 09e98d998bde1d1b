/// All that the board knows of one agent.
struct AgentRecord: Sendable {
  /// One of their legs that is open; the most advanced one comes first.
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

  /// One time that they were called, which has ended.
  struct Offer: Comparable, Sendable {
    var began: Instant
    var ended: Instant
    var slot: Int
    var place: Int
    var isMiss: Bool
    var isAnswer: Bool

    static func < (left: Offer, right: Offer) -> Bool {
      (left.began, left.slot, left.place) < (right.began, right.slot, right.place)
    }
  }

  /// What the person is known by: see ``People``.
  let person: String
  var number: PhoneNumber
  /// By their keys, in the spelling that came first.
  var addresses: [String: Spelling] = [:]
  var name: String?
  var team: String?
  /// True where the roster names them: they stay.
  let isListed: Bool
  private(set) var open = OrderedIndex<OpenLeg>()
  private(set) var offers = OrderedIndex<Offer>()
  var figures = TimeBuckets<AgentFigures>.quarterHours
  var changedAt: Instant?
  /// How many times a leg of theirs has begun to ring.
  var rings: UInt64 = 0
  /// Their addresses have become those of another person.
  var isMoved = false
  /// When they were last heard of.
  var heardAt: Instant

  /// How an address was spelled, and when first.
  struct Spelling: Sendable {
    var number: PhoneNumber
    var at: Instant
  }

  init(_ number: PhoneNumber, person: String, isListed: Bool, at now: Instant) {
    self.person = person
    self.number = number
    self.isListed = isListed
    heardAt = now
  }

  var activity: Agent.Activity { open.first?.activity ?? .idle }

  /// When the activity began.
  var since: Instant? { open.first?.clock ?? offers.last?.ended }

  /// Whether they have no part in any call.
  var isIdle: Bool { open.count == 0 && offers.count == 0 }

  /// The number of the earliest callback, a phone number before any other address.
  mutating func chooseNumber() {
    guard !isListed else { return }
    let spellings = addresses.values.sorted { ($0.at, $0.number.text) < ($1.at, $1.number.text) }
    let best = spellings.first { $0.number.isPhone } ?? spellings.first
    if let best { number = best.number }
  }

  mutating func note(_ address: PhoneNumber, at moment: Instant) {
    if let known = addresses[address.key],
      (known.at, known.number.text) <= (moment, address.text)
    {
      return
    }
    addresses[address.key] = Spelling(number: address, at: moment)
    chooseNumber()
  }

  /// Adds, or takes back, what a call is to them.
  mutating func change(_ part: AgentPart, _ slot: Int, at start: Instant, isThere: Bool) {
    if isThere { figures.add(part.figures, at: start) } else { figures.take(part.figures, at: start) }
    changeLegs(part, slot, isThere: isThere)
  }

  /// The same without the figures, which stay when a call has left the board.
  mutating func changeLegs(_ part: AgentPart, _ slot: Int, isThere: Bool) {
    for leg in part.open {
      let leg = OpenLeg(activity: leg.activity, clock: leg.clock, slot: slot, index: leg.index)
      if isThere { open.insert(leg) } else { open.remove(leg) }
    }
    for (place, offer) in part.offers.enumerated() {
      let offer = Offer(
        began: offer.began, ended: offer.ended, slot: slot, place: place, isMiss: offer.isMiss,
        isAnswer: offer.isAnswer)
      if isThere { offers.insert(offer) } else { offers.remove(offer) }
    }
  }

  /// Misses since the last answer. Offers that were neither do not count.
  var missesInARow: Int {
    guard activity != .talking else { return 0 }
    var misses = 0
    offers.forEachBackwards { offer in
      if offer.isMiss { misses += 1 }
      return !offer.isAnswer
    }
    return misses
  }
}

extension PhoneNumber {
  /// True for what can be dialed by its digits.
  var isPhone: Bool { key.utf8.first == UInt8(ascii: "+") || key.utf8.allSatisfy(\.isDigit) }
}
