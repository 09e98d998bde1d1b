/// A callback with the circumstances of its first arrival.
///
/// A class only so that histories are sorted and filtered without copying what is in it.
final class Delivery: Sendable {
  let shared: SharedCallback
  let arrivedAt: Instant
  /// The event time; where there is none, its arrival, but nothing before what had been told by then.
  let time: Instant
  /// What live clocks count from: the event time where it is believable, else the arrival.
  let clock: Instant
  /// Its place among the different callbacks of the call as they arrived.
  let arrival: Int
  /// By which the callbacks of a call are ordered.
  let place: DeliveryPlace
  /// Of a callback without a time: the latest event time that had been told when it arrived.
  private let told: Instant

  /// `told` is the latest event time of the callbacks that arrived before.
  init(_ shared: SharedCallback, arrivedAt: Instant, told: Instant?, arrival: Int) {
    self.shared = shared
    self.arrivedAt = arrivedAt
    self.arrival = arrival
    self.told = told ?? .distantPast
    time = shared.callback.eventTime ?? max(arrivedAt, self.told)
    clock = Self.isBelievable(time, arrivedAt) ? time : arrivedAt
    place =
      shared.callback.eventTime.map { DeliveryPlace(shared.callback.event, at: $0) }
      ?? DeliveryPlace(untimed: shared.callback.event, at: max(arrivedAt.roundedDown, self.told))
  }

  private init(_ other: Delivery, at place: DeliveryPlace) {
    (shared, arrivedAt, arrival) = (other.shared, other.arrivedAt, other.arrival)
    (time, clock, told) = (other.time, other.clock, other.told)
    self.place = place
  }

  /// A copy costs: what reads several fields goes through ``shared``.
  var callback: Callback { shared.callback }

  /// The same at another place.
  func moved(to place: DeliveryPlace) -> Delivery { Delivery(self, at: place) }

  /// True where the callback tells no time of its own.
  var isUntimed: Bool { callback.eventTime == nil }

  /// True when `moment` lies between 30 minutes before and 5 seconds after the arrival.
  func isBelievable(_ moment: Instant) -> Bool { Self.isBelievable(moment, arrivedAt) }

  private static func isBelievable(_ moment: Instant, _ arrival: Instant) -> Bool {
    moment >= arrival - .seconds(1800) && moment <= arrival + .seconds(5)
  }

  /// It came more than 60 s after its own time, where that is believable.
  var isLate: Bool {
    guard let time = callback.eventTime else { return false }
    return isBelievable(time) && arrivedAt > time + .seconds(60)
  }

  func believe(_ moment: Instant) -> Instant { isBelievable(moment) ? moment : arrivedAt }

  /// The moment of this callback as a leg keeps it.
  var eventMoment: EventMoment { EventMoment(time: time, clock: clock, isTold: !isUntimed) }

  /// The order of `board.md` § 1: by their places; what has no time of its own in the order of
  /// arrival, what has by content.
  func precedes(_ other: Delivery) -> Bool {
    if place != other.place { return place < other.place }
    return isUntimed
      ? arrival < other.arrival : ContentOrder.precedes(callback, other.callback)
  }

  /// True where this one, which tells no time, stands before an end that arrived after it, though that
  /// is dated before its arrival: some seconds, for clocks differ, or so long that it cannot be believed.
  func isBefore(end: Delivery) -> Bool {
    guard isUntimed, let time = end.callback.eventTime, told <= time else { return false }
    let own = max(arrivedAt.roundedDown, told)
    return own <= time + DeliveryPlace.skew || !end.isBelievable(time) && time < end.arrivedAt
  }
}
