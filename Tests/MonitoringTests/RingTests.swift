import Testing

@testable import Monitoring

@Suite struct RingTests {
  @Test func `it keeps the newest elements, newest first`() {
    var ring = Ring<Int>(capacity: 3)
    #expect(ring.slice(0..<3).isEmpty)
    for element in 1...5 { ring.append(element) }
    #expect(ring.slice(0..<9) == [5, 4, 3])
    #expect(ring.slice(1..<2) == [4])
  }
}
