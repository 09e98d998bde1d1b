import Testing

@testable import Monitoring

@Suite struct LastElementsTests {
  @Test func `it keeps the newest elements, newest first`() {
    var last = LastElements<Int>(capacity: 3)
    #expect(last.slice(0..<3).isEmpty)
    for element in 1...5 { last.append(element) }
    #expect(last.slice(0..<9) == [5, 4, 3])
    #expect(last.slice(1..<2) == [4])
  }
}
