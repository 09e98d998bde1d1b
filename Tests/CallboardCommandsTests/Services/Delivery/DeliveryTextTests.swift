import CallModel
import Testing

@testable import CallbackDelivery
@testable import CallboardCommands

@Suite struct DeliveryTextTests {
  private struct Refusal: Error {}

  private var counts: DeliveryCounts {
    var counts = DeliveryCounts()
    for number in 1...200 {
      counts.begin("a", attempt: 1)
      let status = number == 9 ? 503 : 200
      let answer = CallbackSender.Answer(status: status, latency: .microseconds(1_000 * number))
      counts.end("a", .success(answer), isTriedAgain: number == 9)
    }
    counts.begin("a", attempt: 2)
    counts.end("a", .failure(Refusal()), isTriedAgain: false)
    return counts
  }

  @Test func `the summary has each kind of answer, and how long they took`() {
    let text = DeliveryText(counts: counts, elapsed: .seconds(3_725)).summary(of: "x", calls: 1)
    #expect(
      text == """
        x: 1 call, 200 callbacks in 1:02:05, 0.1/s
          sent      200, 1 again
          200       199
          503       1
          no answer 1, Refusal()
          given up  1
          took      p50 100 ms  p90 180 ms  p99 198 ms  max 200 ms
        """)
  }

  @Test func `what was not taken is missing from its call`() {
    #expect(counts.missing == ["a": 1])
  }

  @Test func `progress says what waits`() {
    var counts = DeliveryCounts()
    counts.begin("a", attempt: 1)
    let refused = CallbackSender.Answer(status: 500, latency: .milliseconds(1))
    counts.end("a", .success(refused), isTriedAgain: true)
    let text = DeliveryText(counts: counts, elapsed: .seconds(10))
    #expect(
      text.progress(calls: 2, perSecond: 0.12, isSimulated: true)
        == "00:10  2 calls  1 callback  0.1/s  1 not taken  1 waits for another try  Ctrl-C ends it"
    )
  }

  @Test func `the rate is that of the last moments`() {
    var rate = RecentRate()
    for (time, count) in [(0.5, 9), (1, 10), (1.5, 90), (2, 110), (4, 110)] {
      rate.note(count, at: .milliseconds(Int(time * 1_000)))
    }
    #expect(rate.perSecond == 0)
    rate.note(160, at: .seconds(6))
    #expect(rate.perSecond == 25)
  }

  @Test func `percentiles have three digits`() {
    var latencies = Latencies()
    #expect(latencies.percentiles([0.5]) == nil)
    for microseconds in [1, 999, 1_234_567] { latencies.count(.microseconds(microseconds)) }
    #expect(
      latencies.percentiles([0, 0.5, 1])
        == [.microseconds(1), .microseconds(999), .microseconds(1_230_000)])
  }
}
