/// All different callbacks of one call, in the order of `board.md` § 1, and what only their arrival
/// tells.
struct CallHistory: Sendable {
  /// In order, each delivery once.
  private(set) var deliveries: [Delivery] = []
  private(set) var duplicates = 0
  /// `duplicate`, `out-of-order`, `late`: what depends on how callbacks arrived.
  private(set) var arrivalAnomalies = AnomalySet()
  /// The latest time of all, whether told or of an arrival.
  private(set) var latestTime: Instant?
  private var latestEventTime: Instant?
  private var hasUntimed = false

  /// More different callbacks than any real call has: 4 hours of ten agents dialed in parallel
  /// make fewer. Bounds what one sid can cost.
  static let capacity = 1000

  enum Reception: Hashable, Sendable {
    /// With what is odd about how it arrived.
    case inserted(AnomalySet)
    case repeated
    case refused
  }

  /// A callback was not taken, as the call is full.
  mutating func noteRefusal() { arrivalAnomalies.insert(.contradiction) }

  /// Takes a callback, unless it is a repeated delivery or the call is full.
  mutating func insert(_ shared: SharedCallback, arrivedAt: Instant) -> Reception {
    if isRepeated(shared.callback) {
      duplicates += 1
      arrivalAnomalies.insert(.duplicate)
      return .repeated
    }
    guard deliveries.count < Self.capacity else {
      noteRefusal()
      return .refused
    }
    let delivery = Delivery(
      shared, arrivedAt: arrivedAt, told: latestEventTime, arrival: deliveries.count)
    if hasUntimed, shared.callback.event.isEnd { moveUntimed(before: delivery) }
    let oddities = oddities(of: delivery, index { $0.place <= delivery.place })
    arrivalAnomalies.formUnion(oddities)
    add(delivery)
    latestTime = max(latestTime ?? delivery.time, delivery.time)
    if let time = shared.callback.eventTime { latestEventTime = max(latestEventTime ?? time, time) }
    return .inserted(oddities)
  }

  /// Puts it to its place. What tells no time stands behind all such of its moment.
  private mutating func add(_ delivery: Delivery) {
    var delivery = delivery
    if delivery.isUntimed {
      hasUntimed = true
      let moment = delivery.place.moment
      let last = deliveries[..<index { $0.place.moment <= moment }].last { $0.isUntimed }
      if let last, last.place.moment == moment {
        delivery = delivery.moved(to: max(last.place, delivery.place))
      }
    }
    deliveries.insert(delivery, at: index { $0.precedes(delivery) })
  }

  /// What tells no time, and arrived before an end, does not stand behind it for a difference of clocks.
  private mutating func moveUntimed(before end: Delivery) {
    let moment = end.place.moment
    let first = index { $0.place.moment <= moment }
    let moved = deliveries[first...].filter { $0.isBefore(end: end) }
    guard !moved.isEmpty else { return }
    deliveries.replaceSubrange(
      first..., with: deliveries[first...].filter { !$0.isBefore(end: end) })
    for delivery in moved {
      add(delivery.moved(to: DeliveryPlace(untimed: delivery.callback.event, at: moment)))
    }
  }

  /// How many of them stand before a place.
  private func index(_ isBefore: (Delivery) -> Bool) -> Int {
    var (low, high) = (0, deliveries.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(deliveries[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// True for what came before. A callback without a time is another one where the opposite word of
  /// the same agent came in between (`families.md` § 1).
  private func isRepeated(_ callback: Callback) -> Bool {
    var same: Delivery?
    for delivery in deliveries where delivery.repeats(callback) {
      if same.map({ $0.arrival < delivery.arrival }) ?? true { same = delivery }
    }
    guard let last = same else { return false }
    guard callback.eventTime == nil, let opposite = callback.event.opposite else { return true }
    return !deliveries.contains {
      $0.arrival > last.arrival && $0.isUntimed && $0.callback.event == opposite
        && $0.callback.agent?.key == callback.agent?.key
    }
  }

  /// What is odd about how a delivery arrived that is to stand there.
  private func oddities(of delivery: Delivery, _ place: Int) -> AnomalySet {
    var oddities = AnomalySet()
    guard let eventTime = delivery.callback.eventTime else { return oddities }
    if delivery.isLate { oddities.insert(.late) }
    // What is later within the second stands behind it.
    let sameSecond = deliveries[place...].prefix { $0.place.moment == eventTime }
    if latestEventTime.map({ $0 > eventTime }) ?? false
      || sameSecond.contains(where: { delivery.isOvertaken(by: $0) })
    {
      oddities.insert(.outOfOrder)
    }
    return oddities
  }
}

extension Callback.Event {
  /// What undoes it, of those that come without a time.
  fileprivate var opposite: Callback.Event? {
    switch self {
    case .begin: .over
    case .over: .begin
    case .dial: .terminal
    case .terminal: .dial
    case .ringing, .answered, .flow, .disposition, .stream, .note, .other: nil
    }
  }
}

extension Delivery {
  /// True when it says the same. Those that differ mostly do so in their sums.
  fileprivate func repeats(_ other: Callback) -> Bool {
    callback.fingerprint == other.fingerprint && callback == other
  }

  /// True when `earlier`, which arrived before and is of the same second, is certainly later in the
  /// call: that shows only for two events of one attempt.
  fileprivate func isOvertaken(by earlier: Delivery) -> Bool {
    earlier.callback.eventTime != nil
      && callback.agent != nil && earlier.callback.agent?.key == callback.agent?.key
      && earlier.callback.event.progress > callback.event.progress
      && earlier.callback.event != .terminal
  }
}
