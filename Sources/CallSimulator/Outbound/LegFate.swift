/// What is to become of one leg, before the limits of the call cut it.
struct LegFate: Hashable, Sendable {
  /// From the dialing to the first ring.
  var setup: Duration
  var fate: Flow.LegFate
  /// From the first ring to the answer, or to the end of the attempt.
  var lasts: Duration
  /// False where the operator does not tell of the ringing (`callbacks.md` § 2).
  var tellsRinging = true
}

/// What becomes of one leg, with all its times.
struct LegTimeline: Hashable, Sendable {
  let fate: Flow.LegFate
  /// Nil where it does not ring, or nobody is told of it.
  let ringsAt: Duration?
  /// Nil where nobody answers.
  let answeredAt: Duration?
  /// The end of the attempt, or of the ringing where it was answered.
  let settledAt: Duration

  /// It rings for `timeOut` and no longer.
  init(_ leg: LegFate, dialedAt: Duration, timeOut: Duration?) {
    let firstRing = dialedAt + leg.setup
    let isCut = timeOut.map { leg.lasts >= $0 } ?? false
    let fate: Flow.LegFate = isCut ? .noAnswer : leg.fate
    self.fate = fate
    settledAt = firstRing + min(leg.lasts, timeOut ?? leg.lasts)
    ringsAt = leg.tellsRinging && fate != .fails ? firstRing : nil
    answeredAt = fate == .answers ? settledAt : nil
  }

  /// Zero where nobody was told of the ringing, as Exotel has it.
  var ringing: Duration { ringsAt.map { settledAt - $0 } ?? .zero }
}
