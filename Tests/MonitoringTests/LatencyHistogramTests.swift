import Testing

@testable import Monitoring

@Suite struct LatencyHistogramTests {
  @Test func `each duration is in the class that it is not above`() {
    var histogram = LatencyHistogram()
    for duration: Duration in [.zero, .microseconds(10), .microseconds(11), .seconds(9)] {
      histogram.count(duration)
    }
    #expect(histogram.counts.first == 2 && histogram.counts[1] == 1)
    #expect(histogram.counts.last == 1 && histogram.total == 4)
    #expect(histogram.sum == .seconds(9) + .microseconds(21))
    #expect(LatencyHistogram.bounds == LatencyHistogram.bounds.sorted())
  }
}
