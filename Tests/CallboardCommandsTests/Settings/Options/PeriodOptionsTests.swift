import ArgumentParser
import CallModel
import Testing

@testable import CallboardCommands

@Suite struct PeriodOptionsTests {
  /// 2026-11-23 10:30 in India.
  private let now = Instant(seconds: 1_795_410_000)

  private func instant(_ text: String) throws -> String {
    let zone = try #require(AccountZone(name: "Asia/Kolkata"))
    let moment = try PeriodOptions.instant(text, "--since", zone, now)
    let civil = CivilTime(moment, secondsEastOfUTC: 19_800)
    return civil.date + " " + civil.time
  }

  @Test(arguments: [
    ("2h", "2026-11-23 08:30:00"), ("1d", "2026-11-22 10:30:00"), ("today", "2026-11-23 00:00:00"),
    ("yesterday", "2026-11-22 00:00:00"), ("2026-11-20", "2026-11-20 00:00:00"),
    ("2026-11-20 14:30", "2026-11-20 14:30:00"), ("2026-11-20T14:30:05", "2026-11-20 14:30:05"),
    ("2026-11-20T00:00:00Z", "2026-11-20 05:30:00"),
  ])
  func `times are read in the account's zone`(_ text: String, _ expected: String) throws {
    #expect(try instant(text) == expected)
  }

  @Test(arguments: [
    ("today", "2026-11-01 00:00:00"), ("yesterday", "2026-10-31 00:00:00"),
    ("2026-11-02", "2026-11-02 00:00:00"), ("2026-11-01 01:30", "2026-11-01 01:30:00"),
    ("2026-11-01 23:30", "2026-11-01 23:30:00"), ("2026-03-08", "2026-03-08 00:00:00"),
    ("2026-03-08 02:30", "2026-03-08 03:30:00"), ("2026-03-09 00:30", "2026-03-09 00:30:00"),
  ])
  func `days and times are the clocks' own where these are changed`(
    _ text: String, _ expected: String
  ) throws {
    let zone = try #require(AccountZone(name: "America/New_York"))
    // 2026-11-01 23:30, behind a night of one hour more.
    let now = Instant(seconds: 1_793_593_800)
    let moment = try PeriodOptions.instant(text, "--since", zone, now)
    let civil = CivilTime(moment, in: zone.civil)
    #expect(civil.date + " " + civil.time == expected)
  }

  @Test(arguments: ["", "soon", "2026-13-01", "2026-11-31", "20", "2026-11-20 25:00"])
  func `anything else is refused with what it should be`(_ text: String) {
    #expect(throws: ValidationError.self) { try instant(text) }
  }
}
