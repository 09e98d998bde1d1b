/// Who is who in a call, which way it goes, and on which line, as its callbacks tell together.
struct CallParties: Sendable {
  /// Who the two told legs are.
  enum Sides: Hashable, Sendable {
    case agentFirst(agent: PhoneNumber?, customer: PhoneNumber?)
    case customerFirst(customer: PhoneNumber?, agent: PhoneNumber?)
    /// Only one leg: of a flow, a bot, a campaign, of ExoML.
    case one(Leg.Party, PhoneNumber?)
  }

  let families: [Callback.Family]
  private(set) var from: PhoneNumber?
  private(set) var to: PhoneNumber?
  private(set) var line: PhoneNumber?
  private(set) var way: Callback.Way?
  private(set) var sides = Sides.one(.customer, nil)
  /// The way of softphone calls, and of the contact centre's; nil where none is told.
  private var phoneWay: Callback.Way?
  private var centreWay: Callback.Way?
  private let roster: Roster

  init(_ deliveries: [Delivery], roster: Roster) {
    self.roster = roster
    let known = Set(deliveries.compactMap(\.callback.family))
    families = Callback.Family.allCases.filter(known.contains)
    setPhoneWays(deliveries)
    way = Self.way(deliveries, phone: phoneWay, centre: centreWay)
    setLine(deliveries)
    setEnds(deliveries)
    setSides(deliveries)
  }

  /// What tells of attempts to reach agents, and what tells of legs by their places.
  func tracks(_ deliveries: [Delivery]) -> (attempts: [Delivery], sides: [Delivery]) {
    var (attempts, sides): ([Delivery], [Delivery]) = ([], [])
    for delivery in deliveries {
      switch delivery.callback.family {
      case .connect, .flow, .bridge: attempts.append(delivery)
      case .statusCallback, .leg, .campaign: sides.append(delivery)
      case .softphone: add(delivery, phoneWay)
      case .contactCentre: add(delivery, centreWay)
      case .stream, nil: break
      }
    }
    func add(_ delivery: Delivery, _ way: Callback.Way?) {
      switch way {
      case .incoming: attempts.append(delivery)
      case .outgoing: sides.append(delivery)
      case nil: break
      }
    }
    return (attempts, sides)
  }

  private mutating func setPhoneWays(_ deliveries: [Delivery]) {
    let phones = deliveries.lazy.map(\.callback).filter { $0.family == .softphone }
    if !phones.isEmpty {
      let isDialed = phones.contains { $0.agent != nil }
      phoneWay = phones.compactMap(\.way).first ?? (isDialed ? .incoming : .outgoing)
    }
    centreWay =
      deliveries.lazy.map(\.callback).filter { $0.family == .contactCentre }.compactMap(\.way).first
  }

  /// The first rule of `board.md` § 5 that applies.
  private static func way(
    _ deliveries: [Delivery], phone: Callback.Way?, centre: Callback.Way?
  ) -> Callback.Way? {
    let callbacks = deliveries.lazy.map(\.callback)
    if callbacks.contains(where: {
      $0.family == .campaign || $0.way == .outgoing || $0.family == .leg && $0.way != .incoming
    }) {
      return .outgoing
    }
    if callbacks.contains(where: { $0.way == .incoming || $0.family == .connect }) {
      return .incoming
    }
    if callbacks.contains(where: { $0.family == .statusCallback }) { return .outgoing }
    if let way = phone ?? centre { return way }
    let isTold = callbacks.contains { $0.family != nil && $0.family != .contactCentre }
    return isTold ? .incoming : nil
  }

  /// Of the best kind the first that is known.
  private mutating func setLine(_ deliveries: [Delivery]) {
    let names = deliveries.lazy.compactMap(\.callback.line)
    guard let best = names.min(by: { $0.kind < $1.kind }) else { return }
    line = best.number
    if best.kind == .phoneNumberSid, let listed = roster.line(sid: best.number.text) {
      line = listed.number
    }
  }

  private mutating func setEnds(_ deliveries: [Delivery]) {
    for callback in deliveries.lazy.map(\.callback) {
      from = from ?? callback.from ?? Self.end(callback, isFrom: true, way)
      to = to ?? callback.to ?? Self.end(callback, isFrom: false, way)
    }
  }

  /// Where a family tells agent and customer instead of `from` and `to`.
  private static func end(
    _ callback: Callback, isFrom: Bool, _ way: Callback.Way?
  ) -> PhoneNumber? {
    guard callback.from == nil, callback.to == nil, let way else { return nil }
    switch (way, isFrom) {
    case (.outgoing, true): return callback.family == .contactCentre ? callback.agent : nil
    case (.outgoing, false), (.incoming, true): return callback.customer
    case (.incoming, false): return callback.line?.number
    }
  }

  private mutating func setSides(_ deliveries: [Delivery]) {
    let callbacks = deliveries.lazy.map(\.callback)
    if phoneWay == .outgoing || centreWay == .outgoing {
      let phones = callbacks.filter { $0.family == .softphone || $0.family == .contactCentre }
      sides = .agentFirst(
        agent: phones.compactMap { $0.family == .softphone ? $0.from : $0.agent }.first,
        customer: phones.compactMap { $0.family == .softphone ? $0.to : $0.customer }.first)
      return
    }
    if let leg = callbacks.filter({ $0.family == .leg || $0.family == .campaign })
      .compactMap(\.customer).first
    {
      let isAgent = families.contains(.leg) && roster.agent(leg) != nil
      sides = .one(isAgent ? .agent : .customer, leg)
      return
    }
    setStatusSides(Array(callbacks))
  }

  /// Who is who in a StatusCallback (`families.md` § 3.3).
  private mutating func setStatusSides(_ callbacks: [Callback]) {
    let reports = callbacks.filter { $0.family == .statusCallback }
    let from = reports.lazy.compactMap(\.from).first
    let to = reports.lazy.compactMap(\.to).first
    let isInbound = reports.contains { $0.way == .incoming }
    if isInbound {
      sides = .customerFirst(customer: from, agent: nil)
    } else if to.map({ isLine($0, callbacks) }) ?? true {
      sides = .one(.customer, from ?? self.from)
    } else {
      let knowsFrom = from.flatMap(roster.agent) != nil
      let knowsTo = to.flatMap(roster.agent) != nil
      sides =
        knowsTo && !knowsFrom
        ? .customerFirst(customer: from, agent: to) : .agentFirst(agent: from, customer: to)
    }
  }

  private func isLine(_ number: PhoneNumber, _ callbacks: [Callback]) -> Bool {
    if roster.line(number) != nil { return true }
    return callbacks.contains { callback in
      guard let line = callback.line, line.number.key == number.key else { return false }
      return line.kind != .to
    }
  }
}
