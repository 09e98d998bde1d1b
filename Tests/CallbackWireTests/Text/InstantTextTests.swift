import CallModel
import Foundation
import Testing

@testable import CallbackWire

struct InstantTextTests {
  @Test(arguments: [
    (1_649_222_296_000, "2022-04-06T05:18:16Z"), (1_649_222_296_123, "2022-04-06T05:18:16.123Z"),
    (1_649_222_296_007, "2022-04-06T05:18:16.007Z"), (0, "1970-01-01T00:00:00Z"),
    (-1, "1969-12-31T23:59:59.999Z"), (951_782_400_000, "2000-02-29T00:00:00Z"),
    (4_107_542_399_000, "2100-02-28T23:59:59Z"), (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    (-62_167_219_200_000, "0000-01-01T00:00:00Z"),
  ])
  func `times are RFC 3339 in UTC`(_ milliseconds: Int64, _ expected: String) {
    #expect(Instant(milliseconds: milliseconds).rfc3339 == expected)
  }

  @Test(arguments: [253_402_300_800_000, -62_167_219_200_001, Int64.max, Int64.min])
  func `what RFC 3339 cannot write is unknown`(_ milliseconds: Int64) {
    #expect(Instant(milliseconds: milliseconds).rfc3339 == nil)
  }

  @Test func `every day of four centuries is the calendar's`() {
    for day in stride(from: -73_000 as Int64, to: 73_000, by: 1) {
      let date = Date(timeIntervalSince1970: Double(day) * 86_400)
      #expect(Instant(seconds: day * 86_400).rfc3339 == date.formatted(.iso8601))
    }
  }

  @Test(arguments: [
    (1_649_222_296_123, "Wed, 06 Apr 2022 05:18:16 GMT"), (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
    (784_111_777_000, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
  ])
  func `the form for HTTP names weekday and month`(_ milliseconds: Int64, _ expected: String) {
    #expect(Instant(milliseconds: milliseconds).httpDate == expected)
  }
}
