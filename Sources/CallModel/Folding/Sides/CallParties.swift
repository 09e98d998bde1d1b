/// Who is who in a call, which way it goes, and on which line, as its callbacks tell together.
struct CallParties: Sendable {
  /// Who the two told legs are.
  enum Sides: Hashable, Sendable {
    case agentFirst(agent: PhoneNumber?, customer: PhoneNumber?)
    case customerFirst(customer: PhoneNumber?, agent: PhoneNumber?)
    /// Only one leg: of a flow, a bot, a campaign, of ExoML.
    case one(Leg.Party, PhoneNumber?)
  }

  let families: FamilySet
  private(set) var from: PhoneNumber?
  private(set) var to: PhoneNumber?
  private(set) var line: PhoneNumber?
  let way: Callback.Way?
  private(set) var sides = Sides.one(.customer, nil)
  /// The way of softphone calls, and of the contact centre's; nil where none is told.
  private let phoneWay: Callback.Way?
  private let centreWay: Callback.Way?

  init(_ deliveries: [Delivery], roster: Roster) {
    let signs = PartySigns(deliveries)
    families = signs.families
    phoneWay = families.contains(.softphone) ? Self.phoneWay(signs) : nil
    centreWay = signs.centreWay
    way = Self.way(signs, phoneWay ?? centreWay)
    (from, to) = (signs.from, signs.to)
    if from == nil || to == nil { setEnds(deliveries) }
    line = signs.line?.number
    if let name = signs.line, name.kind == .phoneNumberSid {
      line = roster.line(sid: name.number.text)?.number ?? line
    }
    sides = sides(signs, deliveries, roster)
  }

  /// The customer of a call that tells no legs: `from`, but of a call that goes out from its line
  /// whom it goes to.
  var customer: PhoneNumber? {
    guard way == .outgoing, let to, let line, from?.key == line.key, to.key != line.key else {
      return from
    }
    return to
  }

  /// Whose the first leg is.
  var party: Leg.Party {
    switch sides {
    case .agentFirst: .agent
    case .customerFirst: .customer
    case .one(let party, _): party
    }
  }

  /// What tells of attempts to reach agents, and what tells of legs by their places.
  func tracks(_ deliveries: [Delivery]) -> (attempts: [Delivery], sides: [Delivery]) {
    if families.isWithin(.connect, .flow, .bridge) { return (deliveries, []) }
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

  /// Where softphones tell none, that of the call; but whom a flow dials was called, whichever way the call
  /// goes.
  private static func phoneWay(_ signs: PartySigns) -> Callback.Way {
    if let way = signs.phoneWay { return way }
    let isDialed = signs.phoneDials && signs.families.hasAny(.connect, .flow, .bridge)
    if !isDialed, let way = signs.way { return way }
    return Callback.Way(
      ofSoftphone: signs.comesIn ? .incoming : nil, dials: signs.phoneDials)
  }

  /// The first rule of `board.md` § 5 that applies; none where nothing was understood.
  private static func way(_ signs: PartySigns, _ phone: Callback.Way?) -> Callback.Way? {
    if signs.families.isEmpty { return nil }
    if signs.goesOut { return .outgoing }
    if signs.comesIn { return .incoming }
    if signs.families.contains(.statusCallback) { return .outgoing }
    if let phone { return phone }
    return signs.families.isWithin(.contactCentre) ? nil : .incoming
  }

  private mutating func setEnds(_ deliveries: [Delivery]) {
    for delivery in deliveries {
      from = from ?? Self.end(delivery, isFrom: true, way)
      to = to ?? Self.end(delivery, isFrom: false, way)
    }
  }

  /// Where a family tells agent and customer instead of `from` and `to`.
  private static func end(
    _ delivery: Delivery, isFrom: Bool, _ way: Callback.Way?
  ) -> PhoneNumber? {
    guard delivery.callback.from == nil, delivery.callback.to == nil, let way else { return nil }
    let isOfCentre = delivery.callback.family == .contactCentre
    switch (way, isFrom) {
    case (.outgoing, true): return isOfCentre ? delivery.callback.agent : nil
    case (.outgoing, false), (.incoming, true): return delivery.callback.customer
    case (.incoming, false): return delivery.callback.line?.number
    }
  }

  private func sides(_ signs: PartySigns, _ deliveries: [Delivery], _ roster: Roster) -> Sides {
    if phoneWay == .outgoing || centreWay == .outgoing {
      return .agentFirst(agent: signs.phoneAgent, customer: signs.phoneCustomer)
    }
    if let leg = signs.legNumber {
      let isAgent = families.contains(.leg) && roster.agent(leg) != nil
      return .one(isAgent ? .agent : .customer, leg)
    }
    if families.isWithin(.connect, .flow, .bridge) { return .one(.customer, from) }
    return statusSides(signs, deliveries, roster)
  }

  /// Who is who in a StatusCallback (`families.md` § 3.3).
  private func statusSides(
    _ signs: PartySigns, _ deliveries: [Delivery], _ roster: Roster
  ) -> Sides {
    let (from, to) = (signs.statusFrom, signs.statusTo)
    if signs.isStatusInbound { return .customerFirst(customer: from, agent: nil) }
    guard let to, !Self.isLine(to, deliveries, roster) else {
      return .one(.customer, from ?? customer)
    }
    let knowsFrom = from.flatMap(roster.agent) != nil
    return roster.agent(to) != nil && !knowsFrom
      ? .customerFirst(customer: from, agent: to) : .agentFirst(agent: from, customer: to)
  }

  private static func isLine(
    _ number: PhoneNumber, _ deliveries: [Delivery], _ roster: Roster
  ) -> Bool {
    if roster.line(number) != nil { return true }
    return deliveries.contains { delivery in
      guard let line = delivery.callback.line else { return false }
      return line.number.key == number.key && line.kind != .to
    }
  }
}
