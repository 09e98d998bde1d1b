/// A callback with the circumstances of its first arrival.
///
/// A class only so that histories are sorted and filtered without copying what is in it.
final class Delivery: Sendable {
  let callback: Callback
  let arrivedAt: Instant
  /// The event time by which the callbacks of a call are ordered; where there is none, its arrival,
  /// but nothing before what had been told by then.
  let time: Instant
  /// What live clocks count from: the event time where it is believable, else the arrival.
  let clock: Instant
  /// Its place among the different callbacks of the call as they arrived.
  let arrival: Int

  init(callback: Callback, arrivedAt: Instant, time: Instant, arrival: Int) {
    self.callback = callback
    self.arrivedAt = arrivedAt
    self.time = time
    self.arrival = arrival
    clock = Self.isBelievable(time, arrivedAt) ? time : arrivedAt
  }

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
  var stamp: Stamp { Stamp(time: time, clock: clock) }

  /// The order of `board.md` § 1: event time, progress, content; what has no time of its own stands
  /// behind what has, in the order of arrival.
  func precedes(_ other: Delivery) -> Bool {
    if time != other.time { return time < other.time }
    switch (isUntimed, other.isUntimed) {
    case (true, true): return arrival < other.arrival
    case (false, true): return true
    case (true, false): return false
    case (false, false): break
    }
    let (mine, others) = (callback.event.progress, other.callback.event.progress)
    if mine != others { return mine < others }
    return ContentOrder.precedes(callback, other.callback)
  }
}

/// A moment of a call: when it was, and what live clocks count from.
struct Stamp: Hashable, Sendable {
  var time: Instant
  var clock: Instant
}

extension Callback.Event {
  /// Position within one second.
  var progress: Int {
    switch self {
    case .flow, .stream: 0
    case .dial, .begin: 1
    case .ringing: 2
    case .answered: 3
    case .terminal, .over: 4
    case .disposition("incomplete"): 5
    case .disposition("client-hangup"): 6
    case .disposition("voicemail"): 7
    case .disposition: 8
    case .note: 9
    case .other: 10
    }
  }
}
