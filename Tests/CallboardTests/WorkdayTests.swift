import CallModel
import Testing

@testable import callboard

@Suite struct WorkdayTests {
  /// 2026-11-24T00:00:00 in Kolkata.
  private static let midnight = Instant(seconds: 1_795_458_600)

  private func workday(_ time: String, _ zone: String = "Asia/Kolkata") throws -> Workday {
    Workday(
      zone: try #require(AccountZone(name: zone)),
      start: try #require(TimeOfDay(argument: time)).duration)
  }

  private func clock(_ moment: Instant, _ workday: Workday) -> String {
    let offset = workday.zone.secondsEastOfUTC(at: moment)
    let time = CivilTime(moment, secondsEastOfUTC: offset)
    return time.date + " " + time.time
  }

  @Test(arguments: [
    (0, "2026-11-23 06:00:00"), (21_599, "2026-11-23 06:00:00"), (21_600, "2026-11-24 06:00:00"),
    (86_399, "2026-11-24 06:00:00"),
  ])
  func `a day begins at its time, until the next one does`(_ second: Int, _ text: String) throws {
    let day = try workday("06:00")
    #expect(clock(day.beginning(before: Self.midnight + .seconds(second)), day) == text)
  }

  @Test func `the next day begins behind a day of 23 or of 25 hours too`() throws {
    for zone in ["Asia/Kolkata", "America/New_York", "Europe/Berlin"] {
      let day = try workday("04:30", zone)
      var moment = day.beginning(before: Self.midnight)
      for _ in 0..<365 {
        let next = day.next(after: moment)
        #expect(clock(next, day).hasSuffix(" 04:30:00"))
        #expect(day.beginning(before: next - .milliseconds(1)) == moment)
        #expect(day.beginning(before: next) == next)
        moment = next
      }
    }
  }

  @Test func `figures are of today, and of no calls that have left the board`() throws {
    var rules = CallRules()
    let day = try workday("06:00")
    let now = Self.midnight + .seconds(50_000)
    #expect(day.figures(rules)(now) == Self.midnight + .seconds(21_600))
    rules.keepEnded = .seconds(3_600)
    #expect(day.figures(rules)(now) == now - .seconds(3_600))
  }

  @Test(arguments: ["", "6", "24:00", "06:60", "6:0", "06:00:00", "-1:00", "ab:cd"])
  func `anything but hours and minutes is no time of day`(_ text: String) {
    #expect(TimeOfDay(argument: text) == nil)
  }

  @Test func `a time of day reads as it is written`() {
    #expect(TimeOfDay(argument: "6:05")?.description == "06:05")
  }
}
