import CallModel
import Testing

@testable import Monitoring

@Suite struct RateMeterTests {
  @Test func `it counts the last ten seconds and forgets`() {
    var meter = RateMeter()
    for second in 0..<40 { meter.count(at: Instant(seconds: 1_000 + Int64(second / 2))) }
    #expect(meter.perSecond(at: Instant(seconds: 1_019)) == 2)
    #expect(meter.perSecond(at: Instant(seconds: 1_024)) == 1)
    #expect(meter.perSecond(at: Instant(seconds: 1_029)) == 0)
    #expect(meter.perSecond(at: Instant(seconds: 9_999)) == 0)
  }

  @Test func `a clock that goes back does no harm`() {
    var meter = RateMeter()
    meter.count(at: Instant(seconds: 1_000))
    meter.count(at: Instant(seconds: 990))
    #expect(meter.perSecond(at: Instant(seconds: 1_000)) == 0.2)
  }
}
