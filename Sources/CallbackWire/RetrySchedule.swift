/// When what was not taken is sent again, as Exotel does (`callbacks.md` § 4).
package enum RetrySchedule {
  private static let pauses: [Duration] = [.seconds(5 * 60), .seconds(15 * 60)]

  /// How long to wait after the attempt of that number, from 1; nil after the last.
  package static func pause(afterAttempt number: Int) -> Duration? {
    pauses.indices.contains(number - 1) ? pauses[number - 1] : nil
  }
}
