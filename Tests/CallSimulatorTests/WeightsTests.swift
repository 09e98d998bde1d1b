import Testing

@testable import CallSimulator

@Suite struct WeightsTests {
  @Test func `each is drawn as often as its weight says`() throws {
    var random = SeededGenerator(seed: 1)
    let weights = try #require(Weights([.init("a", 70), .init("b", 30)]))
    let drawn = (0..<10_000).map { _ in weights.draw(&random) }
    #expect((6_800...7_200).contains(drawn.filter { $0 == "a" }.count))
    #expect(Weights("c").draw(&random) == "c")
  }

  @Test func `there are no weights of nothing`() {
    #expect(Weights<String>([]) == nil)
    #expect(Weights([.init("a", 0)]) == nil)
  }
}
