import CallModel

/// When calls arrive.
package struct Arrivals: Hashable, Sendable {
  /// From a time of the simulation on the rate is multiplied by that.
  package struct Point: Hashable, Sendable {
    package var time: Duration
    package var factor: Double

    package init(_ time: Duration, _ factor: Double) {
      self.time = time
      self.factor = factor
    }
  }

  /// Calls a minute, as a Poisson process.
  package var perMinute = 6.0
  /// In the order of their times; between two of them it goes straight. Empty for an even rate.
  package var curve: [Point] = []

  package init(perMinute: Double = 6) { self.perMinute = perMinute }

  /// The next arrival after `time`; nil where the curve has ended at nothing.
  func next(after time: Duration, _ random: inout SeededGenerator) -> Duration? {
    guard let peak = curve.map(\.factor).max() else {
      return time + random.gap(perMinute: perMinute)
    }
    guard peak > 0 else { return nil }
    // Arrivals at the highest rate, thinned out to the rate of their time.
    var time = time
    while true {
      time += random.gap(perMinute: perMinute * peak)
      if let last = curve.last, time >= last.time, last.factor <= 0 { return nil }
      if Double.random(in: 0..<peak, using: &random) < factor(at: time) { return time }
    }
  }

  private func factor(at time: Duration) -> Double {
    guard let after = curve.firstIndex(where: { $0.time > time }) else {
      return curve.last?.factor ?? 1
    }
    guard after > 0 else { return curve[after].factor }
    let (from, to) = (curve[after - 1], curve[after])
    let share = (time - from.time).inSeconds / (to.time - from.time).inSeconds
    return from.factor + share * (to.factor - from.factor)
  }
}
