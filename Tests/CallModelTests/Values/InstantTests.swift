import Testing

@testable import CallModel

@Suite struct InstantTests {
  private static let first = Instant(milliseconds: .min)
  private static let last = Instant(milliseconds: .max)

  @Test func `what lies beyond the last moment is the last moment`() {
    #expect(Self.last + .seconds(1) == Self.last)
    #expect(Self.last - .seconds(-1) == Self.last)
    #expect(Self.first - .seconds(1) == Self.first)
    #expect(Self.first + .seconds(-1) == Self.first)
    #expect(Instant(seconds: .max) == Self.last)
    #expect(Instant(seconds: .min) == Self.first)
  }

  @Test func `the time between far moments is the longest there is`() {
    #expect((Self.last - Self.first).wholeMilliseconds == .max)
    #expect((Self.first - Self.last).wholeMilliseconds == .min)
    #expect(Duration.seconds(Int64.max / 2).wholeMilliseconds == .max)
    #expect(Duration.seconds(Int64.min / 2).wholeMilliseconds == .min)
  }

  @Test func `usual moments are reckoned to the millisecond`() {
    #expect(Floor.start + .milliseconds(-1_500) - Floor.start == .milliseconds(-1_500))
    #expect(Duration.milliseconds(-1_500).wholeMilliseconds == -1_500)
  }
}
