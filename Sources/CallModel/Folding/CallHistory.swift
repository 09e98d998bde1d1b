/// All different callbacks of one call, in the order of `board.md` § 1, and what only their arrival
/// tells.
struct CallHistory: Sendable {
  /// In order, each delivery once.
  private(set) var deliveries: [Delivery] = []
  private(set) var duplicates = 0
  /// `duplicate`, `out-of-order`, `late`: what depends on how callbacks arrived.
  private(set) var arrivalAnomalies = AnomalySet()
  private var known: Set<Int> = []
  private var latestEventTime: Instant?

  /// More different callbacks than any real call has: 4 hours of ten agents dialed in parallel
  /// make fewer. Bounds what one sid can cost.
  static let capacity = 1000

  enum Reception: Sendable { case inserted, repeated, refused }

  /// Takes a callback, unless it is a repeated delivery or the call is full.
  mutating func insert(_ callback: Callback, arrivedAt: Instant) -> Reception {
    let hash = callback.hashValue
    if known.contains(hash), isRepeated(callback) {
      duplicates += 1
      arrivalAnomalies.insert(.duplicate)
      return .repeated
    }
    guard deliveries.count < Self.capacity else {
      arrivalAnomalies.insert(.contradiction)
      return .refused
    }
    known.insert(hash)
    let delivery = Delivery(
      callback: callback, arrivedAt: arrivedAt,
      time: callback.eventTime ?? max(arrivedAt, latestEventTime ?? arrivedAt),
      arrival: deliveries.count)
    note(delivery)
    let place = deliveries.lastIndex { $0.precedes(delivery) }.map { $0 + 1 } ?? 0
    deliveries.insert(delivery, at: place)
    if let time = callback.eventTime { latestEventTime = max(latestEventTime ?? time, time) }
    return .inserted
  }

  /// True for what came before. A callback without a time is another one where the opposite word of
  /// the same agent came in between (`families.md` § 1).
  private func isRepeated(_ callback: Callback) -> Bool {
    let same = deliveries.filter { $0.callback == callback }
    guard let last = same.max(by: { $0.arrival < $1.arrival }) else { return false }
    guard callback.eventTime == nil, let opposite = callback.event.opposite else { return true }
    return !deliveries.contains {
      $0.arrival > last.arrival && $0.isUntimed && $0.callback.event == opposite
        && $0.callback.agent?.key == callback.agent?.key
    }
  }

  private mutating func note(_ delivery: Delivery) {
    guard let eventTime = delivery.callback.eventTime else { return }
    if delivery.isBelievable(eventTime), delivery.arrivedAt > eventTime + .seconds(60) {
      arrivalAnomalies.insert(.late)
    }
    if let latest = latestEventTime, latest >= eventTime,
      deliveries.contains(where: { delivery.isOvertaken(by: $0) })
    {
      arrivalAnomalies.insert(.outOfOrder)
    }
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
