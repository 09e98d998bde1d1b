import CallModel
import CallbackWire
import Foundation
import Testing

struct ProviderTimeTests {
  private func read(_ text: String, zone: CivilZone = .kolkata) -> Int64? {
    ProviderTime.read(Array(text.utf8).span, zone: zone)?.milliseconds
  }

  @Test(arguments: [
    ("2022-04-06 10:44:40", 1_649_222_080_000), ("2022-04-06T10:44:40", 1_649_222_080_000),
    (" 2022-04-06 10:44:40 ", 1_649_222_080_000), ("2022-04-06 10:44:40.5", 1_649_222_080_500),
    ("2022-04-06T10:44:40.123456", 1_649_222_080_123),
    ("Tue, 16 Feb 2016 15:56:26", 1_455_618_386_000),
    ("Wed, 2 Mar 2016 15:56:26", 1_456_914_386_000),
    ("Tue, 16 Feb 2016 10:26:26 GMT", 1_455_618_386_000),
    ("Tue, 16 Feb 2016 10:26:26 UTC", 1_455_618_386_000),
    ("Tue, 16 Feb 2016 15:56:26 +0530", 1_455_618_386_000),
    ("2024-01-15T10:30:00+05:30", 1_705_294_800_000),
    ("2024-01-15T10:30:00+0530", 1_705_294_800_000),
    ("2024-01-15T10:30:00.250+05:30", 1_705_294_800_250),
    ("2024-01-15T15:19:23Z", 1_705_331_963_000), ("2024-01-15T15:19:23.9z", 1_705_331_963_900),
    ("2024-01-15T10:19:23-05:00", 1_705_331_963_000),
    ("2000-02-29 00:00:00", 951_762_600_000), ("2024-02-29 00:00:00", 1_709_145_000_000),
    ("9998-12-31T23:59:59Z", 253_370_764_799_000),
    ("1971-01-01T00:00:00Z", 31_536_000_000),
  ])
  func `every documented form is read`(text: String, milliseconds: Int64) {
    #expect(read(text) == milliseconds)
  }

  @Test(arguments: ["+24:00", "+50:30", "-14:01"])
  func `an offset that there is not is none`(_ offset: String) {
    #expect(read("2022-04-06T10:44:40" + offset) == read("2022-04-06T10:44:40"))
  }

  @Test func `a plus that a query turned into a blank is still a zone`() {
    #expect(read("2024-01-15T10:30:00 05:30") == 1_705_294_800_000)
    #expect(read("Tue, 16 Feb 2016 15:56:26  0530") == 1_455_618_386_000)
  }

  @Test(arguments: [
    "0000-00-00 00:00:00", "1970-01-01 05:30:00", "0001-01-01T00:00:00Z",
    "1970-12-31T23:59:59Z", "9999-01-01T00:00:00Z", "2022-13-01 00:00:00",
    "2022-00-01 00:00:00", "2022-02-30 00:00:00", "2023-02-29 00:00:00", "2100-02-29 00:00:00",
    "2022-04-31 00:00:00", "2022-04-00 00:00:00", "2022-04-06 24:00:00", "2022-04-06 25:00:00",
    "2022-04-06 10:60:00", "2022-04-06 10:44:60", "2022-04-06", "2022-04-06 10:44",
    "2022-04-06 10:44:40x", "2022-04-06x10:44:40", "2022-4-6 10:44:40", "10:44:40",
    "2022-04-06 10:44:40.", "2022-04-06T10:44:40+5",
    "2022-04-06T10:44:40+05:60", "2022-04-06T10:44:40ZZ", "Tue, 16 Foo 2016 15:56:26",
    "Tue 16 Feb 2016 15:56:26", "Tue, 31 Feb 2016 15:56:26", "Tue, 16 Feb 2016 15:56:26 IST",
    "Tue,", "T", "", "-", "+", "1649222080", "99999999999999999999-01-01 00:00:00",
  ])
  func `what is no believable time is not known`(text: String) {
    #expect(read(text) == nil)
  }

  @Test func `a zone with summer time is asked for the local time`() throws {
    let zone = CivilZone(
      secondsEastOfUTC: 3600,
      changes: [.init(Instant(seconds: 1_711_846_800), secondsEastOfUTC: 7200)])
    #expect(read("2024-03-31 01:59:59", zone: zone) == 1_711_846_799_000)
    #expect(read("2024-03-31 03:00:00", zone: zone) == 1_711_846_800_000)
    #expect(read("2024-03-31T03:00:00Z", zone: zone) == 1_711_854_000_000)
  }

  @Test func `the calendar agrees with Foundation's`() throws {
    var random = SeededRandom(3)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "Asia/Kolkata"))
    for _ in 0..<2000 {
      let seconds = Int64.random(in: 31_536_000..<7_000_000_000, using: &random)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second],
        from: Date(timeIntervalSince1970: Double(seconds)))
      func two(_ number: Int?) -> String { number.map { ($0 < 10 ? "0" : "") + "\($0)" } ?? "" }
      let text =
        "\(parts.year ?? 0)-\(two(parts.month))-\(two(parts.day)) "
        + "\(two(parts.hour)):\(two(parts.minute)):\(two(parts.second))"
      #expect(read(text) == seconds * 1000, "\(text)")
    }
  }
}
