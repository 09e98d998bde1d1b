import CallModel
import CallbackWire
import Testing

@testable import Monitoring

@Suite struct RefusalBudgetTests {
  private static func request(_ bytes: Int, after seconds: Int = 0) -> CallbackRequest {
    CallbackRequest(
      raw: RawCallback(
        method: "POST", target: "/exotel", body: Array(repeating: 65, count: bytes)),
      peer: "", arrivedAt: Instant(seconds: 1_767_261_600) + .seconds(seconds))
  }

  /// Which of these, by size and second, are kept.
  private static func kept(
    _ spans: [(bytes: Int, length: Duration)], _ requests: [(bytes: Int, second: Int)]
  ) -> [Bool] {
    var budget = RefusalBudget(spans, "x")
    return requests.map { budget.takes(request($0.bytes, after: $0.second)) }
  }

  @Test func `each span of time has its own bound`() {
    let kept = Self.kept(
      [(10_000, .seconds(60)), (15_000, .seconds(3_600))],
      [(8_000, 0), (8_000, 1), (500, 2), (5_000, 61), (5_000, 122), (8_000, 3_700)])
    #expect(kept == [true, false, true, true, false, true])
  }

  @Test func `a clock that is turned back begins anew`() {
    #expect(Self.kept([(1_000, .seconds(60))], [(600, 9_999), (600, 0)]) == [true, true])
  }
}
