import CallModel
import Testing

@testable import CallboardCommands

@Suite struct WorkdayTests {
  /// 2026-11-24T00:00:00 in Kolkata.
  private static let midnight = Instant(seconds: 1_795_458_600)

  private func workday(_ time: String, _ zone: String = "Asia/Kolkata") throws -> Workday {
    Workday(
      zone: try #require(AccountZone(name: zone)),
      start: try #require(TimeOfDay(argument: time)).duration)
  }

  private func clock(_ moment: Instant, _ workday: Workday) -> String {
    let time = CivilTime(moment, in: workday.zone.civil)
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
    for zone in ["Asia/Kolkata", "America/New_York", "Europe/Berlin", "Europe/London"] {
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

  /// The days of the changes in New York and London, and how many hours they have.
  private static let changes: [(zone: String, moment: Int64, hours: Int)] = [
    ("America/New_York", 1_772_953_200, 23), ("America/New_York", 1_793_512_800, 25),
    ("Europe/London", 1_774_746_000, 23), ("Europe/London", 1_792_890_000, 25),
  ]

  @Test(arguments: changes, ["00:00", "00:30", "23:30"])
  func `the day of a date is its own, with 23 or with 25 hours`(
    _ change: (zone: String, moment: Int64, hours: Int), _ start: String
  ) throws {
    let day = try workday(start, change.zone)
    let moment = Instant(seconds: change.moment)
    let beginning = day.beginning(ofDayOf: day.zone.startOfDay(moment))
    let date = CivilTime(moment, in: day.zone.civil).date
    #expect(clock(beginning, day) == "\(date) \(start):00")
    // Half an hour before midnight it begins when the clocks have been changed.
    let hours = start == "23:30" ? 24 : change.hours
    #expect(day.next(after: beginning) - beginning == .seconds(hours * 3_600))
    let before = day.beginning(before: beginning - .milliseconds(1))
    #expect(beginning - before == .seconds((24 + change.hours - hours) * 3_600))
  }

  @Test func `a day that begins at a time that clocks leave out begins after the change`() throws {
    let day = try workday("02:30", "America/New_York")
    let moment = Instant(seconds: 1_772_953_200)
    #expect(clock(day.beginning(ofDayOf: moment), day) == "2026-03-08 03:30:00")
    #expect(clock(day.next(after: moment + .seconds(1_800)), day) == "2026-03-09 02:30:00")
  }

  @Test func `a day that begins at a time that comes twice begins at the first`() throws {
    let day = try workday("01:30", "America/New_York")
    let moment = Instant(seconds: 1_793_512_800)
    #expect(day.beginning(before: moment + .seconds(1_800)) == moment - .seconds(1_800))
    #expect(day.next(after: moment - .seconds(1_801)) == moment - .seconds(1_800))
    #expect(clock(day.next(after: moment - .seconds(1_800)), day) == "2026-11-02 01:30:00")
  }

  @Test func `figures are of today, and of no calls that have left the board`() throws {
    var rules = CallRules()
    let day = try workday("06:00")
    let now = Self.midnight + .seconds(50_000)
    #expect(day.figures(rules)(now) == Self.midnight + .seconds(21_600))
    rules.keepEnded = .seconds(3_600)
    // By its first whole minute.
    #expect(day.figures(rules)(now) == now - .seconds(3_560))
    rules.keepEnded = .seconds(10)
    #expect(day.figures(rules)(now) == now - .seconds(20))
    let odd = try workday("05:27")
    #expect(odd.figures(CallRules())(now) == Self.midnight + .seconds(19_620))
  }

  @Test(arguments: ["", "6", "24:00", "06:60", "6:0", "06:00:00", "-1:00", "ab:cd"])
  func `anything but hours and minutes is no time of day`(_ text: String) {
    #expect(TimeOfDay(argument: text) == nil)
  }

  @Test func `a time of day reads as it is written`() {
    #expect(TimeOfDay(argument: "6:05")?.description == "06:05")
  }
}
