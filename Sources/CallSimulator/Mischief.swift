import CallModel
import CallbackWire

/// What the net and Exotel do to callbacks on their way (`callbacks.md` §§ 3 and 4).
///
/// What tells no time of its own is neither late nor overtaken: nobody could tell that from another
/// history of the call (`board.md` § 1).
package struct Mischief: Sendable {
  /// What is to happen, and how often. At first nothing.
  package struct Plan: Hashable, Sendable {
    /// Per cent that come twice.
    package var duplicate = 0.0
    /// Per cent that get lost for good.
    package var drop = 0.0
    /// Callbacks overtake each other by some seconds.
    package var reorders = false
    /// One in twenty is as late as that at most; zero for none.
    package var late = Duration.zero
    /// Values are spelled as odd as they really come.
    package var hasOddValues = false

    package init() {}
  }

  private let plan: Plan
  private let pace: Pace
  private let clock: SimulatedClock
  private var random: SeededGenerator

  /// Its own dice: the same calls happen with and without it.
  init(_ plan: Plan, pace: Pace, seed: UInt64, clock: SimulatedClock) {
    self.plan = plan
    self.pace = pace
    self.clock = clock
    random = SeededGenerator(seed: seed &+ 0x6D69_7363_6869_6566)
  }

  /// What really is sent for a callback, and when; nothing where it gets lost.
  mutating func apply(_ callback: SimulatedCallback) -> [SimulatedCallback] {
    guard plan != Plan() else { return [callback] }
    if happens(plan.drop) { return [] }
    var callback = callback
    if plan.hasOddValues {
      callback.fields = OddSpelling.of(callback, clock: clock, &random)
    }
    var sent = [delayed(callback)]
    if happens(plan.duplicate) {
      // What comes again is the same payload.
      var again = delayed(callback)
      if !callback.isUntimed { again.due += delay(0...20_000) }
      sent.append(again)
    }
    return sent
  }

  private mutating func delayed(_ callback: SimulatedCallback) -> SimulatedCallback {
    guard !callback.isUntimed else { return callback }
    var callback = callback
    if plan.reorders { callback.due += delay(0...8_000) }
    if plan.late > .zero, happens(5) {
      let most = max(plan.late.wholeMilliseconds, 1)
      callback.due += delay((most / 2)...most)
    }
    return callback
  }

  private mutating func delay(_ milliseconds: ClosedRange<Int64>) -> Duration {
    pace.exactly(.milliseconds(Int64.random(in: milliseconds, using: &random)))
  }

  private mutating func happens(_ percent: Double) -> Bool {
    percent > 0 && Double.random(in: 0..<100, using: &random) < percent
  }
}
