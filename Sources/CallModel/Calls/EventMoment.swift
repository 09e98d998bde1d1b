/// A moment of a call: when it was, and what live clocks count from.
struct EventMoment: Hashable, Sendable {
  var time: Instant
  var clock: Instant
  /// False where the time is that of an arrival.
  var isTold = true

  /// The time, where it was told.
  var toldTime: Instant? { isTold ? time : nil }
}
