import CallModel
import Testing

@testable import callboard

@Suite struct AccountZoneTests {
  /// 2026-03-08T06:30:00Z: half an hour before summer time begins in New York.
  private static let springNight = Instant(seconds: 1_772_951_400)

  @Test func `Kolkata has one offset and its letters`() throws {
    let zone = try #require(AccountZone(name: "Asia/Kolkata"))
    #expect(zone.secondsEastOfUTC(at: Self.springNight) == 19_800)
    #expect(zone.abbreviation(at: Self.springNight) == "IST")
    guard case .fixed(19_800) = zone.provider else {
      Issue.record("\(zone.provider)")
      return
    }
  }

  @Test func `a day begins at the zone's midnight`() throws {
    let zone = try #require(AccountZone(name: "Asia/Kolkata"))
    let start = zone.startOfDay(Self.springNight)
    #expect(CivilTime(start, secondsEastOfUTC: 19_800).time == "00:00:00")
    #expect(Self.springNight - start < .seconds(86_400))
  }

  @Test func `summer time is heeded on both sides of its beginning`() throws {
    let zone = try #require(AccountZone(name: "America/New_York"))
    guard case .rules(let offset) = zone.provider else {
      Issue.record("\(zone.provider)")
      return
    }
    // 2026-03-08 01:30 and 03:30 on New York's clocks.
    #expect(offset(1_772_933_400) == -18_000)
    #expect(offset(1_772_940_600) == -14_400)
  }

  @Test func `a moment is told with the offset that its zone has then`() throws {
    let zone = try #require(AccountZone(name: "America/New_York"))
    #expect(zone.secondsEastOfUTC(at: Self.springNight) == -18_000)
    #expect(zone.secondsEastOfUTC(at: Self.springNight + .seconds(3_600)) == -14_400)
  }

  @Test func `a name that is no zone is refused`() {
    #expect(AccountZone(name: "Mars/Base") == nil)
  }
}
