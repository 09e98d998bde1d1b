extension Instant {
  /// The latest of those that are known.
  static func latest(_ first: Instant?, _ second: Instant?, _ third: Instant?) -> Instant? {
    later(later(first, second), third)
  }

  private static func later(_ first: Instant?, _ second: Instant?) -> Instant? {
    guard let first, let second else { return first ?? second }
    return first < second ? second : first
  }

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
  func trueEnd(_ reported: EventMoment?, told: EventMoment) -> EventMoment {
    let known = max(startedAt, lastKnown(before: reported ?? told) ?? startedAt)
    guard let reported, let time = reported.time.asEnd(after: known) else { return told }
    return EventMoment(time: time, clock: reported.clock)
  }

  /// The latest dial, ringing or answer in a call that is told to have ended then; what began later
  /// counts only where it was answered. An arrival is compared only with an end that our clock makes
  /// believable: a call may be told long after it was.
  func lastKnown(before end: EventMoment) -> Instant? {
    let isBelievable = end.clock == end.time
    guard usesAttempts else {
      return sides.sides.lazy.compactMap { isBelievable ? $0.lastKnown : $0.lastTold }.max()
    }
    return attempts.attempts.lazy.compactMap { attempt in
      guard attempt.toldBegin.map({ $0 > end.time }) ?? false else {
        return isBelievable ? attempt.lastKnown : attempt.lastTold
      }
      return isBelievable ? attempt.answered?.time : attempt.answered?.toldTime
    }.max()
  }
}
