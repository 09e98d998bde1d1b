/// How long something takes, in whole seconds: events of Exotel have no finer time.
package enum TimeSpread: Hashable, Sendable {
  case exactly(Int)
  /// Any time within bounds, each as likely.
  case between(ClosedRange<Int>)
  /// Mostly shorter than the mean, at times much longer, within bounds.
  case around(mean: Int, ClosedRange<Int>)

  func draw(_ random: inout SeededGenerator, _ pace: Pace) -> Duration {
    switch self {
    case .exactly(let seconds): pace.time(seconds)
    case .between(let range): pace.time(Int.random(in: range, using: &random))
    case .around(let mean, let range): pace.time(random.wholeSeconds(mean: Double(mean), in: range))
    }
  }
}

/// How much quicker than people everything goes.
package struct Pace: Hashable, Sendable {
  /// 1 is real time.
  package let speed: Double

  package init(speed: Double = 1) { self.speed = speed }

  /// Whole seconds, and no less than one of what takes any: otherwise what happens one after the other
  /// would carry one and the same time.
  func time(_ seconds: Int) -> Duration {
    guard seconds > 0 else { return .zero }
    return .seconds(max(Int((Double(seconds) / speed).rounded()), 1))
  }

  /// The same of whole seconds.
  func time(_ time: Duration) -> Duration { self.time(Int(time.components.seconds)) }

  /// A time that is not told by Exotel's whole seconds.
  package func exactly(_ time: Duration) -> Duration { time / speed }
}
