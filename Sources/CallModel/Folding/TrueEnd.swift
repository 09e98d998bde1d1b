extension Instant {
  /// A told end as far as it can be one: nil where it lies before what is known to have come first. Within
  /// one second that is the end, for an arrival is known more exactly than an event.
  func asEnd(after known: Instant?) -> Instant? {
    guard let known, self < known else { return self }
    return wholeSeconds == known.wholeSeconds ? known : nil
  }
}

extension CallFold {
  /// A reported end where it is a true one (`board.md` § 0), and before nothing that is known of the call;
  /// else the end as it was `told`, by the time of its event.
  func trueEnd(_ reported: Stamp?, told: Stamp) -> Stamp {
    let known = max(startedAt, lastKnown(endedAt: told.time) ?? startedAt)
    guard let reported, let time = reported.time.asEnd(after: known) else { return told }
    return Stamp(time: time, clock: reported.clock)
  }

  /// The latest dial, ringing or answer in a call that is told to have ended at that time; what began later
  /// counts only where it was answered.
  func lastKnown(endedAt time: Instant) -> Instant? {
    guard usesAttempts else { return sides.sides.lazy.compactMap(\.lastKnown).max() }
    return attempts.attempts.lazy.compactMap { attempt in
      attempt.toldBegin.map { $0 > time } ?? false ? attempt.answered?.time : attempt.lastKnown
    }.max()
  }
}
