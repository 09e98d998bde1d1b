import CallModel
import Foundation

/// The zone of the Exotel account: its times are in it, its days begin in it.
struct AccountZone: Sendable {
  /// As `Asia/Kolkata`.
  let name: String
  /// From 1970 to 2099; the last offset counts for what is later.
  let civil: CivilZone
  private let zone: TimeZone

  /// Nil for a name that the system's zone database does not have.
  init?(name: String) {
    guard let zone = TimeZone(identifier: name) else { return nil }
    self.zone = zone
    self.name = zone.identifier
    civil = CivilZone(zone)
  }

  /// What people call the zone, by its offset from UTC in seconds: `IST`, or `GMT+5:30` where it has no
  /// letters of its own.
  var names: [Int: String] {
    let known = ["Asia/Kolkata": "IST", "Asia/Calcutta": "IST"]
    return civil.latest.mapValues { moment in
      known[name] ?? zone.abbreviation(for: moment.date) ?? name
    }
  }

  func secondsEastOfUTC(at moment: Instant) -> Int { civil.secondsEastOfUTC(at: moment) }

  /// The calendar day, as `2026-11-23`.
  func day(_ moment: Instant) -> String { CivilTime(moment, in: civil).date }

  /// The beginning of the day.
  func startOfDay(_ moment: Instant) -> Instant { civil.startOfDay(moment) }
}

extension CivilZone {
  private static let begin = Date(timeIntervalSince1970: 0)
  /// 2100-01-01T00:00:00Z.
  private static let end = Date(timeIntervalSince1970: 4_102_444_800)

  fileprivate init(_ zone: TimeZone) {
    var changes: [Change] = []
    var date = Self.begin
    // However the data of the system are, this comes to an end.
    while let next = zone.nextDaylightSavingTimeTransition(after: date), next > date,
      next < Self.end
    {
      date = next
      let moment = Instant(seconds: Int64(next.timeIntervalSince1970.rounded()))
      changes.append(Change(moment, secondsEastOfUTC: zone.secondsFromGMT(for: next)))
    }
    self.init(secondsEastOfUTC: zone.secondsFromGMT(for: Self.begin), changes: changes)
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
