/// What the callbacks of a call tell of who takes part in it, gathered in one pass in their order.
struct PartySigns: Sendable {
  private(set) var families = FamilySet()
  /// The first of each that is told.
  private(set) var from: PhoneNumber?
  private(set) var to: PhoneNumber?
  /// Of the best kind the first.
  private(set) var line: Callback.LineName?

  private(set) var goesOut = false
  private(set) var comesIn = false
  /// The first that a callback tells.
  private(set) var way: Callback.Way?

  /// Of softphones, and of the contact centre.
  private(set) var phoneWay: Callback.Way?
  private(set) var centreWay: Callback.Way?
  private(set) var phoneDials = false
  private(set) var phoneAgent: PhoneNumber?
  private(set) var phoneCustomer: PhoneNumber?

  /// Of StatusCallbacks.
  private(set) var statusFrom: PhoneNumber?
  private(set) var statusTo: PhoneNumber?
  private(set) var isStatusInbound = false

  /// Of legs and campaigns.
  private(set) var legNumber: PhoneNumber?

  init(_ deliveries: [Delivery]) {
    for delivery in deliveries { take(delivery) }
  }

  private mutating func take(_ delivery: Delivery) {
    if from == nil { from = delivery.callback.from }
    if to == nil { to = delivery.callback.to }
    if let name = delivery.callback.line, line.map({ name.kind < $0.kind }) ?? true { line = name }
    let way = delivery.callback.way
    self.way = self.way ?? way
    if way == .outgoing { goesOut = true }
    if way == .incoming { comesIn = true }
    guard let family = delivery.callback.family else { return }
    families.insert(family)
    switch family {
    case .connect: comesIn = true
    case .campaign:
      goesOut = true
      legNumber = legNumber ?? delivery.callback.customer
    case .leg:
      if way != .incoming { goesOut = true }
      legNumber = legNumber ?? delivery.callback.customer
    case .statusCallback:
      statusFrom = statusFrom ?? delivery.callback.from
      statusTo = statusTo ?? delivery.callback.to
      if way == .incoming { isStatusInbound = true }
    case .softphone:
      phoneWay = phoneWay ?? way
      if delivery.callback.agent != nil { phoneDials = true }
      phoneAgent = phoneAgent ?? delivery.callback.from
      phoneCustomer = phoneCustomer ?? delivery.callback.to
    case .contactCentre:
      centreWay = centreWay ?? way
      phoneAgent = phoneAgent ?? delivery.callback.agent
      phoneCustomer = phoneCustomer ?? delivery.callback.customer
    case .flow, .bridge, .stream: break
    }
  }
}
