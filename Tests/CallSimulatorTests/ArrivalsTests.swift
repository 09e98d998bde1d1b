import CallModel
import Testing

@testable import CallSimulator

@Suite struct ArrivalsTests {
  private func times(_ arrivals: Arrivals, _ count: Int) -> [Duration] {
    var random = SeededGenerator(seed: 9)
    var times: [Duration] = []
    while times.count < count, let time = arrivals.next(after: times.last ?? .zero, &random) {
      times.append(time)
    }
    return times
  }

  @Test func `arrivals are a Poisson process of the rate asked for`() {
    let all = times(Arrivals(perMinute: 6), 20_000)
    let gaps = zip(all, all.dropFirst()).map { ($1 - $0).inSeconds }
    let mean = gaps.reduce(0, +) / Double(gaps.count)
    let longerThanMean = Double(gaps.filter { $0 > 10 }.count) / Double(gaps.count)
    #expect(abs(mean - 10) < 0.3)
    #expect(abs(longerThanMean - 0.368) < 0.02)
  }

  @Test func `the curve changes the rate, straight from point to point, and ends the day`() {
    var arrivals = Arrivals(perMinute: 60)
    arrivals.curve = [
      .init(.zero, 1), .init(.seconds(3_600), 1), .init(.seconds(7_200), 3),
      .init(.seconds(10_800), 0),
    ]
    let all = times(arrivals, 100_000)
    func count(_ hour: Int64) -> Int {
      all.filter { $0.components.seconds / 3_600 == hour }.count
    }
    #expect((3_400...3_800).contains(count(0)))
    #expect((6_900...7_500).contains(count(1)))
    #expect((5_100...5_700).contains(count(2)))
    #expect(count(3) == 0)
  }

  @Test func `nothing arrives where the rate is nothing for ever`() {
    var arrivals = Arrivals()
    arrivals.curve = [.init(.zero, 0)]
    #expect(times(arrivals, 5).isEmpty)
  }
}
