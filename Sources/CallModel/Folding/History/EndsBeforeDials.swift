/// Finds the end of an attempt that stands behind a new dial of the same agent in one second.
///
/// Within a second the dials come first, so that of the ends of one agent the first that is left is
/// the one that is looked for.
struct EndsBeforeDials {
  private struct Moment: Hashable {
    var time: Instant
    var agent: String
  }

  /// Those that have been taken, by their place.
  private(set) var taken: [Bool]
  private let deliveries: [Delivery]
  /// The ends that are left, the first one at the end; made when one is asked for.
  private var left: [Moment: [Int]]?

  init(_ deliveries: [Delivery]) {
    self.deliveries = deliveries
    taken = [Bool](repeating: false, count: deliveries.count)
  }

  mutating func take(of agent: PhoneNumber, at time: Instant) -> Delivery? {
    if left == nil { left = ends() }
    guard let place = left?[Moment(time: time, agent: agent.key)]?.popLast() else { return nil }
    taken[place] = true
    return deliveries[place]
  }

  private func ends() -> [Moment: [Int]] {
    var ends: [Moment: [Int]] = [:]
    for place in deliveries.indices.reversed() {
      let delivery = deliveries[place]
      guard delivery.callback.event == .terminal, let agent = delivery.callback.agent else {
        continue
      }
      ends[Moment(time: delivery.time, agent: agent.key), default: []].append(place)
    }
    return ends
  }
}
