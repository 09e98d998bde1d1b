import Testing

@testable import CallModel

/// Both changes of 2026 in New York and London.
@Suite struct CivilZoneTests {
  static let newYork = CivilZone(
    secondsEastOfUTC: -18_000,
    changes: [
      .init(Instant(seconds: 1_772_953_200), secondsEastOfUTC: -14_400),
      .init(Instant(seconds: 1_793_512_800), secondsEastOfUTC: -18_000),
    ])
  static let london = CivilZone(
    secondsEastOfUTC: 0,
    changes: [
      .init(Instant(seconds: 1_774_746_000), secondsEastOfUTC: 3_600),
      .init(Instant(seconds: 1_792_890_000), secondsEastOfUTC: 0),
    ])

  private static let changes: [(CivilZone, Int64, String, String)] = [
    (newYork, 1_772_953_200, "2026-03-08 01:59:59", "2026-03-08 03:00:00"),
    (newYork, 1_793_512_800, "2026-11-01 01:59:59", "2026-11-01 01:00:00"),
    (london, 1_774_746_000, "2026-03-29 00:59:59", "2026-03-29 02:00:00"),
    (london, 1_792_890_000, "2026-10-25 01:59:59", "2026-10-25 01:00:00"),
  ]

  private static func text(_ moment: Instant, _ zone: CivilZone) -> String {
    let civil = CivilTime(moment, in: zone)
    return civil.date + " " + civil.time
  }

  @Test(arguments: changes)
  func `each moment has the offset that counts then`(
    zone: CivilZone, change: Int64, before: String, after: String
  ) {
    let moment = Instant(seconds: change)
    #expect(Self.text(moment - .milliseconds(1), zone) == before)
    #expect(Self.text(moment, zone) == after)
  }

  @Test(arguments: changes)
  func `a wall time that is not changed has the moment that shows it`(
    zone: CivilZone, change: Int64, before: String, after: String
  ) {
    for hours in [-30, -5, -2, 2, 5, 30] {
      let moment = Instant(seconds: change) + .seconds(hours * 3_600)
      let local = moment.milliseconds / 1000 + Int64(zone.secondsEastOfUTC(at: moment))
      #expect(zone.moment(atLocal: local) == moment)
    }
  }

  /// 01:30 of the night in which clocks are put back, and the moment of the change.
  private static let twice: [(CivilZone, Int64, Int64)] = [
    (newYork, 1_793_496_600, 1_793_512_800), (london, 1_792_891_800, 1_792_890_000),
  ]

  @Test(arguments: twice)
  func `a wall time that comes twice is the first, where nothing tells more`(
    zone: CivilZone, local: Int64, change: Int64
  ) {
    #expect(zone.moment(atLocal: local) == Instant(seconds: change) - .seconds(1_800))
  }

  @Test(arguments: twice)
  func `a wall time that comes twice is the last before its arrival`(
    zone: CivilZone, local: Int64, change: Int64
  ) {
    let (first, second) = (change - 1_800, change + 1_800)
    // So long after the first, and what it is then.
    for (later, moment) in [
      (-10, first), (5, first), (3_000, first), (3_595, second), (9_000, second),
    ] {
      let arrival = Instant(seconds: first) + .seconds(later)
      let offset = zone.secondsEastOfUTC(atLocal: local, before: arrival)
      #expect(local - Int64(offset) == moment, "\(later)")
    }
  }

  @Test func `a wall time that never comes lies as long after the change as it claims`() {
    // 02:30 and 01:30.
    for (zone, local, change) in [
      (Self.newYork, Int64(1_772_937_000), Int64(1_772_953_200)),
      (Self.london, 1_774_747_800, 1_774_746_000),
    ] {
      #expect(zone.moment(atLocal: local) == Instant(seconds: change) + .seconds(1_800))
    }
  }

  @Test(arguments: changes)
  func `the day of a change has 23 or 25 hours, and begins and ends at midnight`(
    zone: CivilZone, change: Int64, before: String, after: String
  ) {
    let moment = Instant(seconds: change)
    let start = zone.startOfDay(moment)
    let end = zone.startOfDay(start + .seconds(108_000))
    #expect(Self.text(start, zone) == String(before.prefix(10)) + " 00:00:00")
    #expect(CivilTime(end, in: zone).time == "00:00:00")
    #expect(end - start == .seconds(after > before ? 82_800 : 90_000))
    #expect(zone.startOfDay(end - .milliseconds(1)) == start)
    #expect(Self.text(zone.moment(.seconds(34_200), onDayOf: moment), zone).hasSuffix(" 09:30:00"))
  }

  @Test func `a day whose midnight is left out begins with the change`() {
    // 00:00 becomes 01:00.
    let change = Instant(seconds: 1_772_953_200)
    let zone = CivilZone(
      secondsEastOfUTC: -25_200, changes: [.init(change, secondsEastOfUTC: -21_600)])
    #expect(CivilTime(change, in: zone).time == "01:00:00")
    #expect(zone.startOfDay(change + .seconds(40_000)) == change)
  }

  @Test func `each offset has a moment at which it counts last`() {
    let latest = Self.newYork.latest
    #expect(latest.keys.sorted() == [-18_000, -14_400])
    for (offset, moment) in latest { #expect(Self.newYork.secondsEastOfUTC(at: moment) == offset) }
    #expect(CivilZone.kolkata.latest.keys.sorted() == [19_800])
  }

  @Test func `an offset is written behind times as hours and minutes`() {
    #expect(CivilZone.kolkata.offset(at: Floor.start) == "+05:30")
    #expect(Self.newYork.offset(at: Instant(seconds: 1_772_953_199)) == "-05:00")
    #expect(Self.newYork.offset(at: Instant(seconds: 1_772_953_200)) == "-04:00")
  }

  @Test(arguments: [Int64.min, .max])
  func `the first and the last moment have a wall time too`(_ milliseconds: Int64) {
    let moment = Instant(milliseconds: milliseconds)
    for zone in [Self.newYork, .kolkata, CivilZone(secondsEastOfUTC: -43_200)] {
      #expect(CivilTime(moment, in: zone).hour < 24)
      _ = zone.startOfDay(moment)
      _ = zone.moment(atLocal: milliseconds)
    }
  }
}
