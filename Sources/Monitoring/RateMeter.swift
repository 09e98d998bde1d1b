import CallModel

/// Counts events per second over the last 10 seconds.
struct RateMeter: Sendable {
  private static let span = 10
  private var counts = [Int](repeating: 0, count: span)
  private var second: Int64 = 0

  mutating func count(at now: Instant) {
    roll(to: Self.second(of: now))
    counts[Int(second % Int64(Self.span))] += 1
  }

  func perSecond(at now: Instant) -> Double {
    var rolled = self
    rolled.roll(to: Self.second(of: now))
    return Double(rolled.counts.reduce(0, +)) / Double(Self.span)
  }

  private static func second(of now: Instant) -> Int64 { max(now.milliseconds / 1000, 0) }

  private mutating func roll(to now: Int64) {
    guard now > second else { return }
    for passed in max(second + 1, now - Int64(Self.span) + 1)...now {
      counts[Int(passed % Int64(Self.span))] = 0
    }
    second = now
  }
}
