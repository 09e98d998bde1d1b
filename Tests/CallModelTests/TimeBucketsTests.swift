import Testing

@testable import CallModel

@Suite struct TimeBucketsTests {
  private func begun(_ count: Int) -> MinuteFigures {
    var figures = MinuteFigures()
    figures.begun = count
    return figures
  }

  @Test func `the last minutes are told with the empty ones between them`() {
    var minutes = TimeBuckets<MinuteFigures>.minutes
    let now = Instant(seconds: 6_030)
    minutes.add(begun(2), at: now)
    minutes.add(begun(1), at: now - .seconds(125))
    minutes.add(begun(7), at: now - .seconds(3_600))
    minutes.add(begun(9), at: now + .seconds(90))
    #expect(minutes.last(4, until: now).map(\.begun) == [0, 1, 0, 2])
    minutes.take(begun(1), at: now - .seconds(125))
    #expect(minutes.last(3, until: now).map(\.begun) == [0, 0, 2])
  }

  @Test func `what was forgotten is not counted`() {
    var minutes = TimeBuckets<MinuteFigures>.minutes
    minutes.add(begun(1), at: Instant(seconds: 0))
    minutes.add(begun(1), at: Instant(seconds: 600))
    minutes.forget(before: Instant(seconds: 300))
    #expect(minutes.count == 1)
    #expect(minutes.sum(since: Instant(seconds: 0)).begun == 1)
  }
}
