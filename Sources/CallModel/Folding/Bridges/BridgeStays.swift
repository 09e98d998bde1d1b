/// When a leg of ExoML was in which bridge, as its own callbacks tell in their order.
struct BridgeStays: Sendable {
  /// More than any real leg has; of more the last ones count.
  static let capacity = 32

  private(set) var all: [BridgeStay] = []

  init(_ deliveries: [Delivery]) {
    for delivery in deliveries where delivery.callback.family == .leg {
      guard let bridge = delivery.callback.bridge else { continue }
      switch delivery.callback.bridgeStep {
      case .joins?: join(bridge, delivery.eventMoment)
      case .leaves?: leave(bridge, delivery.eventMoment)
      case nil: note(bridge, delivery)
      }
    }
    if all.count > Self.capacity { all.removeFirst(all.count - Self.capacity) }
  }

  /// A leg is in one bridge at a time: who joins another has left the one before.
  private mutating func join(_ bridge: String, _ eventMoment: EventMoment) {
    if let last = all.last, last.to == nil {
      guard last.bridge != bridge else { return }
      all[all.count - 1].to = eventMoment
    }
    all.append(BridgeStay(bridge: bridge, from: eventMoment))
  }

  /// Who is answered and names a bridge is in it, unless more is told of it.
  private mutating func note(_ bridge: String, _ delivery: Delivery) {
    switch delivery.callback.event {
    case .note, .answered:
      if !all.contains(where: { $0.bridge == bridge }) { join(bridge, delivery.eventMoment) }
    case .dial, .begin, .ringing, .terminal, .over, .flow, .disposition, .stream, .other:
      leave(bridge, delivery.eventMoment)
    }
  }

  /// Of one whose joining was not told it is known that it was there, and no more.
  private mutating func leave(_ bridge: String, _ eventMoment: EventMoment) {
    if let last = all.last, last.to == nil, last.bridge == bridge {
      all[all.count - 1].to = eventMoment
    } else if !all.contains(where: { $0.bridge == bridge }) {
      all.append(BridgeStay(bridge: bridge, from: eventMoment, to: eventMoment))
      // The one that it is in stays the last.
      let place = all.count - 2
      if place >= 0, all[place].to == nil { all.swapAt(place, place + 1) }
    }
  }

  /// The same of a leg that has ended: it is in no bridge any more.
  func ended(_ eventMoment: EventMoment) -> [BridgeStay] {
    all.map { stay in
      var stay = stay
      stay.to = stay.to ?? eventMoment
      return stay
    }
  }
}
