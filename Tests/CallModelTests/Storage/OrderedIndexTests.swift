import Testing

@testable import CallModel

@Suite struct OrderedIndexTests {
  @Test func `it agrees with a sorted array over any history`() {
    var random = Seeded(3)
    var index = OrderedIndex<Int>()
    var sorted: [Int] = []
    for _ in 0..<6_000 {
      let value = Int.random(in: 0..<3_000, using: &random)
      if let place = sorted.firstIndex(of: value) {
        sorted.remove(at: place)
        index.remove(value)
      } else {
        sorted.insert(value, at: sorted.firstIndex { $0 > value } ?? sorted.count)
        index.insert(value)
      }
      let probe = Int.random(in: 0..<3_000, using: &random)
      #expect(index.position(of: probe) == sorted.filter { $0 < probe }.count)
    }
    #expect(index.count == sorted.count)
    #expect(index.slice(0..<index.count) == sorted)
    #expect(index.slice(700..<720) == Array(sorted[700..<720]))
    #expect(index.first == sorted.first)
    #expect(index.last == sorted.last)
  }

  @Test func `removing what is not there changes nothing`() {
    var index = OrderedIndex<Int>()
    index.remove(1)
    index.insert(2)
    index.remove(1)
    index.remove(3)
    #expect(index.slice(0..<9) == [2])
  }
}
