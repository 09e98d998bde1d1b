/// All different callbacks of one call, in the order of board.md § 1, and what only their arrival
/// tells.
struct CallHistory: Sendable {
  /// In order, each delivery once.
  private(set) var deliveries: [Delivery] = []
  private(set) var duplicates = 0
  /// `duplicate`, `out-of-order`, `late`: what depends on how callbacks arrived.
  private(set) var arrivalAnomalies = AnomalySet()
  private var latestEventTime: Instant?

  /// More different callbacks than any real call has: 4 hours of ten agents dialed in parallel
  /// make fewer. Bounds what one sid can cost.
  static let capacity = 1000

  enum Reception: Sendable { case inserted, repeated, refused }

  /// A callback was not taken, as the call is full.
  mutating func noteRefusal() { arrivalAnomalies.insert(.contradiction) }

  /// Takes a callback, unless it is a repeated delivery or the call is full.
  mutating func insert(_ callback: Callback, arrivedAt: Instant) -> Reception {
    let delivery = Delivery(
      callback: callback, arrivedAt: arrivedAt,
      time: callback.eventTime ?? latestEventTime ?? arrivedAt)
    guard !deliveries.contains(where: delivery.repeats) else {
      duplicates += 1
      arrivalAnomalies.insert(.duplicate)
      return .repeated
    }
    guard deliveries.count < Self.capacity else {
      noteRefusal()
      return .refused
    }
    let place = place(for: delivery)
    note(delivery, place)
    deliveries.insert(delivery, at: place)
    return .inserted
  }

  /// Behind all that precede it.
  private func place(for delivery: Delivery) -> Int {
    var (low, high) = (0, deliveries.count)
    while low < high {
      let middle = (low + high) / 2
      if deliveries[middle].precedes(delivery) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func note(_ delivery: Delivery, _ place: Int) {
    guard let eventTime = delivery.callback.eventTime else { return }
    if delivery.isBelievable(eventTime), delivery.arrivedAt > eventTime + .seconds(60) {
      arrivalAnomalies.insert(.late)
    }
    let latest = max(latestEventTime ?? eventTime, eventTime)
    if latest > eventTime { arrivalAnomalies.insert(.outOfOrder) }
    latestEventTime = latest
    // What is later within the second stands behind it.
    guard !arrivalAnomalies.contains(.outOfOrder) else { return }
    let sameSecond = deliveries[place...].prefix { $0.time == delivery.time }
    if sameSecond.contains(where: { delivery.isOvertaken(by: $0) }) {
      arrivalAnomalies.insert(.outOfOrder)
    }
  }
}

extension Delivery {
  /// True when both say the same. Those that differ mostly do so in time, event or agent.
  fileprivate func repeats(_ other: Delivery) -> Bool {
    callback.eventTime == other.callback.eventTime && callback.event == other.callback.event
      && callback.agent == other.callback.agent && callback == other.callback
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
