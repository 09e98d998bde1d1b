/// Which attempts a disposition closes (`board.md` § 1): those that began before its second; of those
/// that began in it the ones that it names, and all where there is none from before.
struct DispositionClosing {
  /// Places of the open attempts that it closes.
  private(set) var closed: [Int] = []
  /// Places of the attempts that come after it, though in the same second.
  private(set) var later: [Int] = []

  init(_ delivery: Delivery, _ attempts: [Attempt]) {
    let second = delivery.time.wholeSeconds
    let named = Set(
      ([delivery.callback.agent] + delivery.callback.legs.map(\.number)).compactMap { $0?.key })
    let hasEarlier = attempts.contains { $0.began.time.wholeSeconds < second }
    for (place, attempt) in attempts.enumerated() where !attempt.isOfDisposition {
      let isLater =
        hasEarlier && attempt.began.time.wholeSeconds >= second
        && !(attempt.agent.map { named.contains($0.key) } ?? false)
      if isLater { later.append(place) } else if attempt.isOpen { closed.append(place) }
    }
  }
}

extension Instant {
  /// Seconds since 1970, rounded down.
  var wholeSeconds: Int64 {
    let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
