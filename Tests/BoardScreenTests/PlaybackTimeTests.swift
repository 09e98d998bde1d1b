import CallModel
import Testing

@testable import BoardScreen

@Suite struct PlaybackTimeTests {
  /// New York on 2026-03-08 and 2026-11-01.
  static let newYork = ClockFace(
    zone: CivilZone(
      secondsEastOfUTC: -18_000,
      changes: [
        .init(spring, secondsEastOfUTC: -14_400), .init(autumn, secondsEastOfUTC: -18_000),
      ]),
    names: [-18_000: "EST", -14_400: "EDT"])
  static let spring = Instant(seconds: 1_772_953_200)
  static let autumn = Instant(seconds: 1_793_512_800)

  private static func moment(_ text: String, daysAround change: Instant) throws -> Instant {
    let span = (change - .seconds(200_000))...(change + .seconds(200_000))
    return try PlaybackTime(in: span, now: change, clock: newYork).read(text)
  }

  @Test(arguments: [
    ("2026-03-08 09:00", "2026-03-08 09:00:00"), ("2026-03-09 00:30", "2026-03-09 00:30:00"),
    ("2026-03-07 23:30", "2026-03-07 23:30:00"), ("2026-03-08 02:30", "2026-03-08 03:30:00"),
    ("09:00", "2026-03-08 09:00:00"), ("+1h", "2026-03-08 04:00:00"),
  ])
  func `times are the clocks' own where these are put forward`(
    _ text: String, _ shown: String
  ) throws {
    let moment = try Self.moment(text, daysAround: Self.spring)
    #expect(Self.newYork.moment(moment, now: Instant(seconds: 0)) == shown)
  }

  @Test(arguments: [
    ("2026-11-01 09:00", "2026-11-01 09:00:00"), ("2026-11-01 23:30", "2026-11-01 23:30:00"),
    ("2026-11-02 00:30", "2026-11-02 00:30:00"), ("09:00", "2026-11-01 09:00:00"),
  ])
  func `times are the clocks' own where these are put back`(
    _ text: String, _ shown: String
  ) throws {
    let moment = try Self.moment(text, daysAround: Self.autumn)
    #expect(Self.newYork.moment(moment, now: Instant(seconds: 0)) == shown)
  }

  @Test func `a time that comes twice is the first`() throws {
    #expect(
      try Self.moment("2026-11-01 01:30", daysAround: Self.autumn)
        == Self.autumn - .seconds(1_800))
  }

  @Test func `the last day of a recording has its times, however short it is`() throws {
    let span = Self.spring...(Self.spring + .seconds(80_000))
    let time = PlaybackTime(in: span, now: span.lowerBound, clock: Self.newYork)
    #expect(try time.read("2026-03-09 01:00") == Self.spring + .seconds(79_200))
    #expect(throws: PlaybackTimeError.self) { try time.read("2026-03-09 02:00") }
  }
}
