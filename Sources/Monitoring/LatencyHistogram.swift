/// How often something took how long, in few classes.
package struct LatencyHistogram: Hashable, Sendable {
  /// Up to which each class goes; there is one more for what took longer.
  package static let bounds: [Duration] =
    [
      10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000,
      1_000_000,
    ]
    .map { .microseconds($0) }

  /// Of each class, without those below it.
  package private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
  package private(set) var sum = Duration.zero

  package var total: Int { counts.reduce(0, +) }

  mutating func count(_ duration: Duration) {
    counts[Self.bounds.firstIndex { duration <= $0 } ?? Self.bounds.count] += 1
    sum += duration
  }
}
