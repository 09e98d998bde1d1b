import CallModel
import Foundation
import Testing

@testable import CallboardCommands

@Suite struct AccountZoneTests {
  /// 2026-03-08T06:30:00Z: half an hour before summer time begins in New York.
  private static let springNight = Instant(seconds: 1_772_951_400)

  @Test func `Kolkata has one offset and its letters`() throws {
    let zone = try #require(AccountZone(name: "Asia/Kolkata"))
    #expect(zone.secondsEastOfUTC(at: Self.springNight) == 19_800)
    #expect(zone.names == [19_800: "IST"])
    #expect(zone.civil == .kolkata)
  }

  @Test func `a day begins at the zone's midnight`() throws {
    let zone = try #require(AccountZone(name: "Asia/Kolkata"))
    let start = zone.startOfDay(Self.springNight)
    #expect(CivilTime(start, secondsEastOfUTC: 19_800).time == "00:00:00")
    #expect(Self.springNight - start < .seconds(86_400))
  }

  /// Both changes of 2026, with the offsets before and after.
  private static let changes: [(String, Int64, Int, Int)] = [
    ("America/New_York", 1_772_953_200, -18_000, -14_400),
    ("America/New_York", 1_793_512_800, -14_400, -18_000),
    ("Europe/London", 1_774_746_000, 0, 3_600), ("Europe/London", 1_792_890_000, 3_600, 0),
  ]

  @Test(arguments: changes)
  func `the offset is that of the moment, on both sides of a change`(
    _ name: String, _ change: Int64, _ before: Int, _ after: Int
  ) throws {
    let zone = try #require(AccountZone(name: name))
    let moment = Instant(seconds: change)
    #expect(zone.secondsEastOfUTC(at: moment - .milliseconds(1)) == before)
    #expect(zone.secondsEastOfUTC(at: moment) == after)
    let local = change + Int64(max(before, after))
    #expect(zone.civil.secondsEastOfUTC(atLocal: local + 3_600) == after)
    #expect(zone.civil.secondsEastOfUTC(atLocal: local - 7_200) == before)
    #expect(Set(zone.names.keys).isSuperset(of: [before, after]))
    #expect(zone.names[before] != zone.names[after])
  }

  @Test(arguments: changes)
  func `transitions are told with the offset that counts when they happen`(
    _ name: String, _ change: Int64, _ before: Int, _ after: Int
  ) throws {
    let text = TransitionText(zone: try #require(AccountZone(name: name)))
    for (seconds, offset) in [(-1, before), (1, after)] {
      let moment = Instant(seconds: change + Int64(seconds))
      let call = Call(
        sid: "c1", families: [.flow], state: .waiting, startedAt: moment, clock: moment)
      let row = CallRow(call: call, lineLabel: nil, legNames: [])
      let time = CivilTime(moment, secondsEastOfUTC: offset).time
      #expect(text.line(row).hasPrefix(time + "  c1"))
    }
  }

  @Test func `a zone that has given up its summer time had it once`() throws {
    let zone = try #require(AccountZone(name: "America/Sao_Paulo"))
    // 2018-12-21T12:00:00Z and 2026-12-21T12:00:00Z.
    #expect(zone.secondsEastOfUTC(at: Instant(seconds: 1_545_393_600)) == -7_200)
    #expect(zone.secondsEastOfUTC(at: Instant(seconds: 1_797_854_400)) == -10_800)
    #expect(zone.civil.secondsEastOfUTC(atLocal: 1_545_393_600) == -7_200)
  }

  @Test(arguments: [
    "America/New_York", "Europe/London", "Africa/Casablanca", "Australia/Lord_Howe",
  ])
  func `the system's zone and its table agree`(_ name: String) throws {
    let zone = try #require(AccountZone(name: name))
    let system = try #require(TimeZone(identifier: name))
    for hours in stride(from: Int64(0), to: 1_000_000, by: 7) {
      let moment = Instant(seconds: hours * 3_600)
      #expect(zone.secondsEastOfUTC(at: moment) == system.secondsFromGMT(for: moment.date))
    }
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
