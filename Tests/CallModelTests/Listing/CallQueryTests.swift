import Testing

@testable import CallModel

@Suite struct CallQueryTests {
  @Test(arguments: [
    (0, Int.max, 3), (1, .max, 2), (3, .max, 0), (.max, .max, 0), (.max, 1, 0), (.min, 2, 2),
    (-1, .max, 3), (0, .min, 0), (0, -1, 0), (2, 5, 1),
  ])
  func `any part of the list can be asked for`(_ offset: Int, _ limit: Int, _ count: Int) {
    var board = CallBoard()
    for sid in ["c1", "c2", "c3"] {
      let callback = Callback(sid: sid, family: .flow, event: .begin)
      _ = board.apply(callback, arrivedAt: Floor.start)
    }
    var query = CallQuery()
    (query.offset, query.limit) = (offset, limit)
    let result = board.calls(query)
    #expect(result.rows.count == count && result.total == 3)
  }
}
