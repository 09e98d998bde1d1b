import CallModel

/// The number of requests that are allowed in a minute (https://developer.exotel.com/api/rate-limits).
struct RequestRate: Sendable {
  static let limit = 200
  static let minute = Duration.seconds(60)

  /// When those of the last minute came, the oldest first.
  private var taken: [Instant] = []

  /// Nil where one more is taken, else how long to wait.
  mutating func take(at now: Instant) -> Duration? {
    taken.removeFirst(taken.prefix { $0 + Self.minute <= now }.count)
    guard taken.count >= Self.limit, let oldest = taken.first else {
      taken.append(now)
      return nil
    }
    return oldest + Self.minute - now
  }
}
