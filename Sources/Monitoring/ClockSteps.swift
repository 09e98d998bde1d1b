import CallModel

/// Sees that a clock was set back, as after a start with a wrong one.
struct ClockSteps: Sendable {
  /// What overtakes another on its way is less late than that.
  static let tolerance = Duration.seconds(5)

  private var last: Instant?
  /// The latest time that it has shown.
  private var latest: Instant?

  /// By how much it is behind the latest time that it has shown; nil where that is not worth a word.
  var behind: Duration? {
    guard let last, let latest, last < latest - Self.tolerance else { return nil }
    return latest - last
  }

  /// True where it was set back since it was looked at last.
  mutating func pass(_ now: Instant) -> Bool {
    defer {
      last = now
      latest = max(latest ?? now, now)
    }
    return last.map { now < $0 - Self.tolerance } ?? false
  }
}
