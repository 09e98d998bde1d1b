extension AgentBoard {
  /// One of an agent's legs that is open.
  struct OpenLeg: Comparable, Sendable {
    var state: Leg.State
    var clock: Instant
    var slot: Int
    var index: Int

    /// The most advanced one first, then the longest.
    static func < (left: OpenLeg, right: OpenLeg) -> Bool {
      (right.state, left.clock, left.slot, left.index)
        < (left.state, right.clock, right.slot, right.index)
    }
  }

  /// One of an agent's legs that has ended, in the order of their ends.
  struct Offer: Comparable, Sendable {
    var ended: Instant
    var slot: Int
    var index: Int

    static func < (left: Offer, right: Offer) -> Bool {
      (left.ended, left.slot, left.index) < (right.ended, right.slot, right.index)
    }
  }

  /// What became of an offer.
  enum OfferKind: Sendable {
    case answer, miss
    /// Neither (`elsewhere`, `canceled`, `unknown`).
    case other
  }

  /// How many of an agent's open legs are in each state.
  struct OpenStates: Equatable, Sendable {
    private var dialing = 0
    private var ringing = 0
    private var answered = 0

    mutating func count(_ state: Leg.State, by step: Int) {
      switch state {
      case .dialing: dialing += step
      case .ringing: ringing += step
      case .answered: answered += step
      case .waiting, .ended: break
      }
    }
  }

  /// What is kept of one agent. Putting a leg in or taking it out costs the same however many others
  /// there are, and so does asking.
  struct Record: Sendable {
    var number: PhoneNumber
    var name: String?
    var team: String?
    /// The most advanced one first.
    private(set) var open = OrderedIndex<OpenLeg>()
    private(set) var states = OpenStates()
    private(set) var figures = TimeBuckets<AgentFigures>.quarterHours
    var changedAt: Instant?
    /// How many times a leg of theirs has begun to ring.
    var rings: UInt64 = 0
    private var answers = OrderedIndex<Offer>()
    private var misses = OrderedIndex<Offer>()
    private var others = OrderedIndex<Offer>()

    init(number: PhoneNumber, name: String?, team: String?) {
      self.number = number
      self.name = name
      self.team = team
    }

    var activity: Agent.Activity { open.first?.state.activity ?? .idle }

    /// When the activity began.
    var since: Instant? {
      open.first?.clock ?? [answers.last, misses.last, others.last].compactMap { $0?.ended }.max()
    }

    /// Misses since the last answer. Legs that were neither do not count.
    var missesInARow: Int {
      guard open.first?.state != .answered else { return 0 }
      return misses.count - (answers.last.map { misses.position(of: $0) } ?? 0)
    }

    /// The calls in which they have or had a leg. Costs what it returns.
    var slots: [Int] {
      open.slice(0..<open.count).map(\.slot)
        + [answers, misses, others].flatMap { $0.slice(0..<$0.count).map(\.slot) }
    }

    mutating func add(_ share: LegShare) {
      figures.add(share.figures, at: share.start)
      if let leg = share.open {
        open.insert(leg)
        states.count(leg.state, by: 1)
      }
      if let (offer, kind) = share.offer { change(kind) { $0.insert(offer) } }
    }

    mutating func take(_ share: LegShare) {
      figures.take(share.figures, at: share.start)
      if let leg = share.open {
        open.remove(leg)
        states.count(leg.state, by: -1)
      }
      forget(share)
    }

    /// Takes out what has ended, but not what it added to the figures.
    mutating func forget(_ share: LegShare) {
      if let (offer, kind) = share.offer { change(kind) { $0.remove(offer) } }
    }

    private mutating func change(
      _ kind: OfferKind, _ body: (inout OrderedIndex<Offer>) -> Void
    ) {
      switch kind {
      case .answer: body(&answers)
      case .miss: body(&misses)
      case .other: body(&others)
      }
    }
  }
}
