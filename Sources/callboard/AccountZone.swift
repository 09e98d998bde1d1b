import CallModel
import CallbackWire
import Foundation

/// The zone of the Exotel account: its times are in it, its days begin in it.
struct AccountZone: Sendable {
  let zone: TimeZone

  /// Nil for a name that the system's zone database does not have.
  init?(name: String) {
    guard let zone = TimeZone(identifier: name) else { return nil }
    self.zone = zone
  }

  /// `IST`, or `GMT+5:30` where the zone has no letters of its own.
  func abbreviation(at moment: Instant) -> String {
    let known = ["Asia/Kolkata": "IST", "Asia/Calcutta": "IST"]
    return known[zone.identifier] ?? zone.abbreviation(for: moment.date) ?? zone.identifier
  }

  func secondsEastOfUTC(at moment: Instant) -> Int { zone.secondsFromGMT(for: moment.date) }

  /// How the decoder reads times without a zone.
  var provider: ProviderZone {
    guard zone.nextDaylightSavingTimeTransition != nil else {
      return .fixed(secondsEastOfUTC: zone.secondsFromGMT())
    }
    return .rules { [zone] local in
      let guess = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local)))
      let date = Date(timeIntervalSince1970: Double(local - Int64(guess)))
      return zone.secondsFromGMT(for: date)
    }
  }

  /// The calendar day, as `2026-11-23`.
  func day(_ moment: Instant) -> String {
    CivilTime(moment, secondsEastOfUTC: secondsEastOfUTC(at: moment)).date
  }

  /// The last midnight.
  func startOfDay(_ moment: Instant) -> Instant {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let midnight = calendar.startOfDay(for: moment.date)
    return Instant(seconds: Int64(midnight.timeIntervalSince1970))
  }
}

extension Instant {
  var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

  static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
