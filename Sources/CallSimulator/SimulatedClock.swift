import CallModel
import CallbackWire

/// Turns simulated time into the wall time that callbacks carry.
package struct SimulatedClock: Sendable {
  private let start: Instant
  let zone: CivilZone

  /// `start` is when the simulation begins, `zone` the account's.
  package init(start: Instant, zone: CivilZone) {
    self.start = start
    self.zone = zone
  }

  /// The wall time, to the millisecond.
  func moment(_ time: Duration) -> Instant { start + time }

  /// `yyyy-MM-dd HH:mm:ss` in the account's zone.
  package func text(_ time: Duration) -> String {
    let civil = CivilTime(start + time, in: zone)
    return civil.date + " " + civil.time
  }

  /// One of ``text(_:)``'s that is sent at `due`, the way other accounts write it: with the zone behind
  /// it.
  func oddText(of text: String, due: Duration, _ random: inout SeededGenerator) -> String {
    let parts = text.split(separator: " ")
    guard parts.count == 2, random.chance(50),
      let moment = ProviderTime.read(Array(text.utf8).span, zone: zone, arrival: start + due)
    else { return text }
    return "\(parts[0])T\(parts[1])" + zone.offset(at: moment)
  }
}
