import Testing

@testable import CallboardCommands

@Suite struct QuantitiesTests {
  @Test(arguments: [
    ("45s", 45), ("90m", 5_400), ("24h", 86_400), ("7d", 604_800), ("2w", 1_209_600),
    ("1D", 86_400),
  ])
  func `times are a number and a unit`(_ text: String, _ seconds: Int) {
    #expect(TimeSpan(argument: text)?.duration == .seconds(seconds))
  }

  @Test(arguments: [
    "", "5", "h", "-1h", "0d", "1.5h", "5 d", "99999999999999999999d", "100w0", "+",
  ])
  func `anything else is no time`(_ text: String) {
    #expect(TimeSpan(argument: text) == nil)
  }

  @Test(arguments: [
    ("5GB", 5_000_000_000), ("5g", 5_000_000_000), ("500MB", 500_000_000), ("12kb", 12_000),
    ("99B", 99), ("1T", 1_000_000_000_000), ("64KiB", 65_536), ("2mib", 2_097_152),
  ])
  func `sizes are a number and a unit`(_ text: String, _ bytes: Int) {
    #expect(ByteCount(argument: text)?.bytes == bytes)
  }

  @Test(arguments: [
    "", "GB", "0", "5", "99", "5000000000", "-1GB", "5XB", "99999999999999GB", "1.5GB", "5iB",
    "5XiB",
  ])
  func `anything else is no size`(_ text: String) {
    #expect(ByteCount(argument: text) == nil)
  }

  @Test(arguments: ["5GB", "999B", "1500KB", "64KiB", "1MiB", "1025B"])
  func `a size is written as it was read`(_ text: String) {
    #expect(ByteCount(argument: text)?.argument == text)
  }

  @Test func `sizes are told in the unit that fits`() {
    #expect(ByteCount(999).description == "999 B")
    #expect(ByteCount(17_355).description == "17.3 kB")
    #expect(ByteCount(5_000_000_000).description == "5.0 GB")
    #expect(ByteCount(7_250_000_000_000).description == "7.2 TB")
  }

  @Test func `times are told as they are written`() {
    #expect(TimeSpan(.seconds(86_400)).description == "24h")
    #expect(TimeSpan(.seconds(5_400)).description == "90m")
    #expect(TimeSpan(.seconds(61)).description == "61s")
  }
}
