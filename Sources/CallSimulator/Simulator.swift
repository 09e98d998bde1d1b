import CallModel
import CallbackWire

/// An endless day of a call center: callbacks in the order in which they are due.
///
/// Calls arrive as a Poisson process; the same seed and clock give the same callbacks. A value: it
/// sends nothing and waits for nothing.
package struct Simulator: Sendable {
  private var random: SeededGenerator
  private var planner: CallPlanner
  private let perMinute: Double
  private var nextArrival: Duration
  /// Due callbacks, the latest first.
  private var pending: [SimulatedCallback] = []

  /// - Parameters:
  ///   - perMinute: calls a minute.
  ///   - opening: calls that arrive within the first ten seconds, so that there is something to see.
  package init(
    center: CallCenter, perMinute: Double, opening: Int = 0, seed: UInt64, clock: SimulatedClock
  ) {
    random = SeededGenerator(seed: seed)
    self.perMinute = perMinute
    planner = CallPlanner(center: center, clock: clock)
    nextArrival = .zero
    for _ in 0..<opening { plan(at: random.seconds(0...9)) }
    nextArrival = random.gap(perMinute: perMinute)
  }

  /// The next callback.
  package mutating func next() -> SimulatedCallback {
    while true {
      if let first = pending.last, first.due <= nextArrival {
        pending.removeLast()
        return first
      }
      plan(at: nextArrival)
      nextArrival += random.gap(perMinute: perMinute)
    }
  }

  private mutating func plan(at time: Duration) {
    for callback in planner.plan(at: time, random: &random) {
      let place = pending.lastIndex { $0.due > callback.due }.map { $0 + 1 } ?? 0
      pending.insert(callback, at: place)
    }
  }
}
