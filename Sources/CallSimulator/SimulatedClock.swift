import CallModel

/// Turns simulated time into the wall time that callbacks carry.
package struct SimulatedClock: Sendable {
  private let start: Instant
  let secondsEastOfUTC: Int

  /// `start` is when the simulation begins, `secondsEastOfUTC` the offset of the account's zone.
  package init(start: Instant, secondsEastOfUTC: Int) {
    self.start = start
    self.secondsEastOfUTC = secondsEastOfUTC
  }

  /// The wall time, to the millisecond.
  func moment(_ time: Duration) -> Instant { start + time }

  /// `yyyy-MM-dd HH:mm:ss` in the account's zone.
  package func text(_ time: Duration) -> String {
    let civil = CivilTime(start + time, secondsEastOfUTC: secondsEastOfUTC)
    return civil.date + " " + civil.time
  }

  /// One of ``text(_:)``'s, the way other accounts write it: with the zone behind it.
  func oddText(of text: String, _ random: inout SeededGenerator) -> String {
    let parts = text.split(separator: " ")
    guard parts.count == 2, random.chance(50) else { return text }
    let minutes = abs(secondsEastOfUTC) / 60
    let zone = CivilTime.digits(minutes / 60) + ":" + CivilTime.digits(minutes % 60)
    return "\(parts[0])T\(parts[1])" + (secondsEastOfUTC < 0 ? "-" : "+") + zone
  }
}
