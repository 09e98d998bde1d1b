import CallModel
import Testing

@testable import CallSimulator

@Suite struct TimeSpreadTests {
  private func seconds(_ spread: TimeSpread, speed: Double = 1) -> [Int] {
    var random = SeededGenerator(seed: 2)
    return (0..<2_000).map { _ in
      Int(spread.draw(&random, Pace(speed: speed)).components.seconds)
    }
  }

  @Test func `times lie within their bounds`() {
    #expect(Set(seconds(.exactly(7))) == [7])
    #expect(Set(seconds(.between(2...5))) == [2, 3, 4, 5])
    let around = seconds(.around(mean: 20, 4...100))
    #expect(around.min() == 4)
    #expect((around.max() ?? 0) > 60 && (around.max() ?? 0) <= 100)
    #expect((17...23).contains(around.reduce(0, +) / around.count))
  }

  @Test func `what takes any time takes a second at least, however quick all goes`() {
    #expect(Set(seconds(.between(1...9), speed: 100)) == [1])
    #expect(Set(seconds(.exactly(0), speed: 100)) == [0])
    #expect(Set(seconds(.exactly(30), speed: 10)) == [3])
    #expect(Set(seconds(.exactly(30), speed: 0.5)) == [60])
  }
}
