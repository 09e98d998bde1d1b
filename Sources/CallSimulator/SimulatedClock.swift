import CallModel

/// Turns simulated time into the wall time that callbacks carry.
package struct SimulatedClock: Sendable {
  private let start: Instant
  private let secondsEastOfUTC: Int

  /// `start` is when the simulation begins, `secondsEastOfUTC` the offset of the account's zone.
  package init(start: Instant, secondsEastOfUTC: Int) {
    self.start = start
    self.secondsEastOfUTC = secondsEastOfUTC
  }

  /// `yyyy-MM-dd HH:mm:ss` in the account's zone.
  func text(_ time: Duration) -> String {
    let civil = CivilTime(start + time, secondsEastOfUTC: secondsEastOfUTC)
    return civil.date + " " + civil.time
  }
}
