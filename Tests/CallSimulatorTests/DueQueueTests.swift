import CallbackWire
import Testing

@testable import CallSimulator

@Suite struct DueQueueTests {
  private func callback(_ due: Int, _ sid: String) -> SimulatedCallback {
    SimulatedCallback(due: .seconds(due), sid: sid, fields: CallbackFields(), encoding: .query)
  }

  @Test func `what is due first comes first, and of what is due at once the first put in`() {
    var random = SeededGenerator(seed: 3)
    var queue = DueQueue()
    var expected: [(due: Int, number: Int)] = []
    for number in 0..<500 {
      let due = Int.random(in: 0..<40, using: &random)
      queue.insert(callback(due, "\(number)"))
      expected.append((due, number))
      guard number.isMultiple(of: 3) else { continue }
      expected.sort { ($0.due, $0.number) < ($1.due, $1.number) }
      #expect(queue.first?.sid == "\(expected[0].number)")
      #expect(queue.removeFirst()?.sid == "\(expected.removeFirst().number)")
    }
    expected.sort { ($0.due, $0.number) < ($1.due, $1.number) }
    for entry in expected { #expect(queue.removeFirst()?.sid == "\(entry.number)") }
    #expect(queue.removeFirst() == nil)
    #expect(queue.first == nil)
  }
}
