/// A moment in time, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// The model knows no clock: every "now" is an argument of this type.
package struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z; may be negative.
  package var milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Whole seconds since 1970-01-01T00:00:00Z.
  package init(seconds: Int64) {
    self.milliseconds = seconds * 1000
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  package static func + (left: Instant, right: Duration) -> Instant {
    Instant(milliseconds: left.milliseconds + right.wholeMilliseconds)
  }

  package static func - (left: Instant, right: Duration) -> Instant {
    Instant(milliseconds: left.milliseconds - right.wholeMilliseconds)
  }

  /// The time from `right` to `left`; negative when `left` is earlier.
  package static func - (left: Instant, right: Instant) -> Duration {
    .milliseconds(left.milliseconds - right.milliseconds)
  }
}

extension Duration {
  /// The duration in milliseconds, rounded towards zero.
  package var wholeMilliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }

  /// The duration in seconds, with its fraction.
  package var inSeconds: Double {
    Double(wholeMilliseconds) / 1000
  }
}
