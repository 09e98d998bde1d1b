import Testing

@testable import CallModel

@Suite struct TimeBucketsTests {
  private func begun(_ count: Int) -> MinuteFigures {
    var figures = MinuteFigures()
    figures.begun = count
    return figures
  }

  @Test func `the last minutes are told with the empty ones between them`() {
    var minutes = TimeBuckets<MinuteFigures>()
    let now = Instant(seconds: 6_030)
    minutes.add(begun(2), at: now)
    minutes.add(begun(1), at: now - .seconds(125))
    minutes.add(begun(7), at: now - .seconds(3_600))
    minutes.add(begun(9), at: now + .seconds(90))
    #expect(minutes.last(4, until: now).map(\.begun) == [0, 1, 0, 2])
    minutes.subtract(begun(1), at: now - .seconds(125))
    #expect(minutes.last(3, until: now).map(\.begun) == [0, 0, 2])
  }

  @Test func `what began in the minute of the start is counted, and nothing before`() {
    var minutes = TimeBuckets<MinuteFigures>()
    for second in stride(from: -3_601, to: 3_600, by: 7) {
      minutes.add(begun(1), at: Instant(seconds: Int64(second)))
    }
    for start in stride(from: -3_660, through: 3_660, by: 60) {
      let seconds = stride(from: -3_601, to: 3_600, by: 7).filter { $0 >= start }
      #expect(minutes.sum(since: Instant(seconds: Int64(start))).begun == seconds.count)
    }
  }

  @Test func `figures of minutes long ago cost an entry each, however often they change`() {
    var minutes = TimeBuckets<MinuteFigures>()
    for turn in 0..<1_000 {
      minutes.add(begun(turn), at: Instant(seconds: Int64(turn % 10 * 60)))
      if turn > 10 { minutes.subtract(begun(1), at: Instant(seconds: Int64(turn % 7 * 60))) }
    }
    #expect(minutes.count == 10)
  }

  @Test func `what was forgotten is not counted`() {
    var minutes = TimeBuckets<MinuteFigures>()
    minutes.add(begun(1), at: Instant(seconds: 0))
    minutes.add(begun(1), at: Instant(seconds: 600))
    minutes.forget(before: Instant(seconds: 300))
    #expect(minutes.count == 1)
    #expect(minutes.sum(since: Instant(seconds: 0)).begun == 1)
  }
}
