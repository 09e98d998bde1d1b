import CallModel
import CallbackWire
import Synchronization
import Testing

@testable import Monitoring

/// Who lets time pass sleeps until something happens with time, and no longer.
@Suite(.timeLimit(.minutes(1))) struct DeadlineTests {
  private static let start = Instant(seconds: 1_767_261_600)
  private static let hour = Duration.seconds(3_600)

  /// Stands still.
  private final class TestClock: Sendable {
    private let value = Mutex(start)
    var now: Instant {
      get { value.withLock { $0 } }
      set { value.withLock { $0 = newValue } }
    }
  }

  private let clock = TestClock()

  private func monitor() -> CallMonitor {
    CallMonitor(
      decoder: CallbackDecoder(), board: CallBoard(rules: CallRules()),
      clock: { [clock] in clock.now }, windowStart: { $0 - .seconds(3_600) })
  }

  private func send(_ event: String, to monitor: CallMonitor) {
    let query = "CallSid=c1&CallFrom=09812300001&DialWhomNumber=09880000001&" + event
    monitor.receive(
      CallbackRequest(
        raw: RawCallback(method: "GET", target: "/exotel?" + query), peer: "127.0.0.1:9",
        arrivedAt: clock.now)
    ) { _ in }
  }

  /// Falls asleep until the deadline, and gives what wakes up then.
  private func fallAsleep(_ monitor: CallMonitor) async -> Task<Void, Never> {
    let sleep = Task { await monitor.sleep(until: monitor.advance(), atMost: Self.hour) }
    while monitor.state.withLock({ $0.wakeTime == nil }) { await Task.yield() }
    return sleep
  }

  @Test func `a sleep ends at the deadline`() async throws {
    let monitor = monitor()
    send("EventType=Dial", to: monitor)
    let deadline = try #require(monitor.advance())
    clock.now = deadline - .milliseconds(50)
    let began = ContinuousClock.now
    await monitor.sleep(until: monitor.advance(), atMost: Self.hour)
    #expect(ContinuousClock.now - began >= .milliseconds(50))
    clock.now = deadline
    #expect(monitor.advance().map { $0 > deadline } ?? true)
  }

  @Test func `a callback that brings an earlier deadline wakes who sleeps`() async throws {
    let monitor = monitor()
    let sleep = await fallAsleep(monitor)
    send("EventType=Dial", to: monitor)
    #expect(try #require(monitor.advance()) < clock.now + Self.hour)
    await sleep.value
  }

  @Test func `a callback that comes before the sleep counts too`() async {
    let monitor = monitor()
    let deadline = monitor.advance()
    send("EventType=Dial", to: monitor)
    clock.now = monitor.advance() ?? clock.now
    await monitor.sleep(until: deadline, atMost: Self.hour)
  }

  @Test func `who is cancelled wakes up`() async {
    let sleep = await fallAsleep(monitor())
    sleep.cancel()
    await sleep.value
  }

  @Test func `who follows another board sleeps no longer for the one before`() async {
    let (old, new) = (monitor(), monitor())
    let sleep = await fallAsleep(old)
    new.succeed(old)
    await sleep.value
  }

  @Test func `without a deadline a sleep has an end, as clocks can be set`() async {
    let monitor = monitor()
    #expect(monitor.advance() == nil)
    await monitor.sleep(until: nil, atMost: .milliseconds(20))
    await monitor.sleep(until: Instant(milliseconds: .max), atMost: .milliseconds(20))
    await monitor.sleep(until: Instant(milliseconds: .min), atMost: .milliseconds(20))
  }
}
