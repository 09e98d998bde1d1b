import CallModel
import Foundation
import Testing

@Suite struct CivilTimeTests {
  @Test func `it agrees with Foundation's calendar`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 19_800))
    var random = Seeded(1)
    for _ in 0..<5_000 {
      let seconds = Int64.random(in: -5_000_000_000...250_000_000_000, using: &random)
      let time = CivilTime(Instant(seconds: seconds), secondsEastOfUTC: 19_800)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second],
        from: Date(timeIntervalSince1970: Double(seconds)))
      #expect(time.year == parts.year)
      #expect(time.month == parts.month)
      #expect(time.day == parts.day)
      #expect(time.hour == parts.hour)
      #expect(time.minute == parts.minute)
      #expect(time.second == parts.second)
    }
  }

  @Test func `it is written with leading zeros`() {
    let time = CivilTime(Instant(milliseconds: 1_649_222_080_007))
    #expect(time.date == "2022-04-06")
    #expect(time.time == "05:14:40")
    #expect(time.millisecond == 7)
  }
}
