/// All different callbacks of one call, in the order of board.md § 1, and what only their arrival
/// tells.
struct CallHistory: Sendable {
  /// In order, each delivery once.
  private(set) var deliveries: [Delivery] = []
  private(set) var duplicates = 0
  /// `duplicate`, `out-of-order`, `late`: what depends on how callbacks arrived.
  private(set) var arrivalAnomalies = AnomalySet()

  /// More different callbacks than any real call has: 4 hours of ten agents dialed in parallel
  /// make fewer. Bounds what one sid can cost.
  static let capacity = 1000

  enum Reception: Sendable { case inserted, repeated, refused }

  /// Takes a callback, unless it is a repeated delivery or the call is full.
  mutating func insert(_ callback: Callback, arrivedAt: Instant) -> Reception {
    guard !deliveries.contains(where: { $0.callback == callback }) else {
      duplicates += 1
      arrivalAnomalies.insert(.duplicate)
      return .repeated
    }
    guard deliveries.count < Self.capacity else {
      arrivalAnomalies.insert(.contradiction)
      return .refused
    }
    let delivery = Delivery(
      callback: callback, arrivedAt: arrivedAt,
      time: callback.eventTime ?? latestEventTime ?? arrivedAt)
    note(delivery)
    let place = deliveries.lastIndex { $0.precedes(delivery) }.map { $0 + 1 } ?? 0
    deliveries.insert(delivery, at: place)
    return .inserted
  }

  private var latestEventTime: Instant? {
    deliveries.lazy.filter { $0.callback.eventTime != nil }.map(\.time).max()
  }

  private mutating func note(_ delivery: Delivery) {
    guard let eventTime = delivery.callback.eventTime else { return }
    if delivery.isBelievable(eventTime), delivery.arrivedAt > eventTime + .seconds(60) {
      arrivalAnomalies.insert(.late)
    }
    if deliveries.contains(where: { delivery.isOvertaken(by: $0) }) {
      arrivalAnomalies.insert(.outOfOrder)
    }
  }
}

extension Delivery {
  /// True when `earlier`, which arrived before, is certainly later in the call. Within one second
  /// that shows only for two events of one attempt.
  fileprivate func isOvertaken(by earlier: Delivery) -> Bool {
    guard earlier.callback.eventTime != nil else { return false }
    if earlier.time != time { return earlier.time > time }
    return earlier.callback.agent?.key == callback.agent?.key && callback.agent != nil
      && earlier.callback.event.progress > callback.event.progress
      && earlier.callback.event != .terminal
  }
}
