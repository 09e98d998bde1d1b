/// A moment in time, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// The model knows no clock: every "now" is an argument of this type. Reckoning with it never
/// traps: what lies beyond the first or the last moment is that moment.
package struct Instant: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z; may be negative.
  package var milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Whole seconds since 1970-01-01T00:00:00Z.
  package init(seconds: Int64) {
    milliseconds = Int64(saturating: seconds.multipliedReportingOverflow(by: 1000), seconds)
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// Where its minute of UTC begins, which is one of every zone.
  package var startOfMinute: Instant {
    let (start, overflow) = minute.multipliedReportingOverflow(by: 60_000)
    return overflow ? self : Instant(milliseconds: start)
  }

  /// How many whole minutes it is after 1970-01-01T00:00:00Z; below zero before.
  var minute: Int64 {
    let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: 60_000)
    return remainder < 0 ? quotient - 1 : quotient
  }

  package static func + (left: Instant, right: Duration) -> Instant {
    let step = right.wholeMilliseconds
    return Instant(
      milliseconds: Int64(saturating: left.milliseconds.addingReportingOverflow(step), step))
  }

  package static func - (left: Instant, right: Duration) -> Instant {
    let step = right.wholeMilliseconds
    return Instant(
      milliseconds: Int64(
        saturating: left.milliseconds.subtractingReportingOverflow(step), left.milliseconds))
  }

  /// The time from `right` to `left`; negative when `left` is earlier.
  package static func - (left: Instant, right: Instant) -> Duration {
    .milliseconds(
      Int64(
        saturating: left.milliseconds.subtractingReportingOverflow(right.milliseconds),
        left.milliseconds))
  }
}

extension Duration {
  /// The duration in milliseconds, rounded towards zero.
  package var wholeMilliseconds: Int64 {
    let (seconds, attoseconds) = components
    let whole = Int64(saturating: seconds.multipliedReportingOverflow(by: 1000), seconds)
    return Int64(
      saturating: whole.addingReportingOverflow(attoseconds / 1_000_000_000_000_000), seconds)
  }

  /// The duration in seconds, with its fraction.
  package var inSeconds: Double {
    Double(wholeMilliseconds) / 1000
  }
}

extension Int64 {
  /// A result, or the limit on the side of `sign` where it went beyond.
  fileprivate init(saturating result: (partialValue: Int64, overflow: Bool), _ sign: Int64) {
    self = !result.overflow ? result.partialValue : sign < 0 ? .min : .max
  }
}
