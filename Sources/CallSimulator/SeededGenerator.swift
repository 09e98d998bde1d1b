/// Repeatable randomness: the same seed gives the same calls (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True with this probability, in per cent.
  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  /// As Exotel's: 32 hexadecimal digits.
  package mutating func sid() -> String { Self.hexadecimal(next()) + Self.hexadecimal(next()) }

  /// 16 digits.
  static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Whole seconds in a range; events of Exotel have no finer time.
  mutating func seconds(_ range: ClosedRange<Int>) -> Duration {
    .seconds(Int.random(in: range, using: &self))
  }

  /// Whole seconds around `mean`, mostly shorter, at times much longer (exponential), within
  /// `range`.
  mutating func wholeSeconds(mean: Double, in range: ClosedRange<Int>) -> Int {
    min(max(Int(mean * exponential()), range.lowerBound), range.upperBound)
  }

  /// The time to the next of `perMinute` Poisson arrivals a minute.
  mutating func gap(perMinute: Double) -> Duration {
    .microseconds(Int64(60_000_000 / perMinute * exponential()))
  }

  /// Exponentially distributed with mean 1, at most 20.
  private mutating func exponential() -> Double {
    let uniform = Double.random(in: 0..<1, using: &self)
    return min(Self.minusLogarithm(1 - uniform), 20)
  }

  /// −ln x for 0 < x ≤ 1, by the series of 2·artanh after taking out powers of two.
  private static func minusLogarithm(_ x: Double) -> Double {
    let exponent = Double(x.exponent)
    let z = (x.significand - 1) / (x.significand + 1)
    var term = z
    var sum = 0.0
    for odd in stride(from: 1.0, through: 41, by: 2) {
      sum += term / odd
      term *= z * z
    }
    return -(2 * sum + exponent * 0.693_147_180_559_945_3)
  }
}
