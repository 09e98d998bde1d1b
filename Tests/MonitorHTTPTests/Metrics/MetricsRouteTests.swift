import CallJournal
import CallModel
import CallbackWire
import ListenerTesting
import Monitoring
import Testing

@testable import MonitorHTTP

struct MetricsRouteTests {
  private let monitor = TestFloor.monitor()

  /// The samples by what stands before their value.
  private func samples() -> [String: Double] {
    let text = String(decoding: MetricsRoute(monitor: monitor).response().body, as: UTF8.self)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let pairs = lines.map { line -> (String, Double) in
      let words = line.split(separator: " ")
      return (String(words[0]), words.count == 2 ? Double(words[1]) ?? .nan : .nan)
    }
    #expect(Set(pairs.map(\.0)).count == pairs.count, "a sample is there twice")
    return Dictionary(pairs) { first, _ in first }
  }

  private func send(_ target: String) {
    monitor.receive(
      CallbackRequest(
        raw: RawCallback(method: "GET", target: target), peer: "", arrivedAt: TestFloor.now),
      answer: { _ in })
  }

  @Test func `calls, agents and callbacks are counted`() {
    send(TestFloor.dial("a1"))
    send(TestFloor.dial("a1"))
    send("/exotel?a=b")
    let samples = samples()
    #expect(samples["callboard_live_calls{direction=\"in\",state=\"dialing\"}"] == 1)
    #expect(samples["callboard_live_calls{direction=\"out\",state=\"dialing\"}"] == 0)
    #expect(samples["callboard_agent_activities{activity=\"dialing\"}"] == 1)
    #expect(samples["callboard_calls_today{direction=\"in\",outcome=\"pending\"}"] == 1)
    #expect(samples["callboard_uncertain_calls"] == 0)
    #expect(samples["callboard_agents{status=\"busy\"}"] == 1)
    #expect(samples["callboard_callbacks_total{verdict=\"applied\"}"] == 1)
    #expect(samples["callboard_callbacks_total{verdict=\"duplicate\"}"] == 1)
    #expect(samples["callboard_rejected_requests_total{reason=\"content\"}"] == 1)
    #expect(samples["callboard_answer_duration_seconds_count"] == 3)
    #expect(samples["callboard_answer_duration_seconds_bucket{le=\"+Inf\"}"] == 3)
    #expect(samples["callboard_fold_duration_seconds_count"] == 2)
    #expect(samples.values.allSatisfy { $0.isFinite })
    #expect(samples["callboard_journal_writable"] == nil)
  }

  @Test func `what was restored is not counted again`() {
    monitor.restore(
      JournalEntry(
        sequence: 1, arrivedAt: TestFloor.now, peer: "",
        raw: RawCallback(method: "GET", target: TestFloor.dial("a1")), rejection: nil))
    let samples = samples()
    #expect(samples["callboard_live_calls{direction=\"in\",state=\"dialing\"}"] == 1)
    #expect(samples["callboard_callbacks_total{verdict=\"applied\"}"] == 0)
  }

  @Test func `every status that a callback is rejected with has its reason`() {
    let statuses = MetricsRoute.reasons.flatMap(\.statuses)
    #expect(Set(statuses).count == statuses.count)
    #expect(Set(statuses) == [400, 401, 405, 413, 415, 417, 431, 503])
  }
}
