import CallModel
import CallbackWire
import Synchronization
import Testing

@testable import Monitoring

@Suite struct CallMonitorTests {
  private final class Count: Sendable {
    private let value = Mutex(0)
    var now: Int { value.withLock { $0 } }
    func rise() { value.withLock { $0 += 1 } }
  }

  private final class TestClock: Sendable {
    private let value: Mutex<Instant>
    init(_ start: Instant) { value = Mutex(start) }
    var now: Instant { value.withLock { $0 } }
    func pass(_ duration: Duration) { value.withLock { $0 = $0 + duration } }
  }

  private static let start = Instant(seconds: 1_767_261_600)
  private let clock = TestClock(start)
  private let changes = Count()

  private func monitor(_ rules: CallRules = CallRules(), keepsMoves: Bool = false) -> CallMonitor {
    CallMonitor(
      decoder: CallbackDecoder(), board: CallBoard(rules: rules, keepsMoves: keepsMoves),
      clock: { [clock] in clock.now }, windowStart: { $0 - .seconds(3_600) },
      onChange: { [changes] in changes.rise() })
  }

  private func send(_ query: String, to monitor: CallMonitor) -> Receipt? {
    let receipt = Mutex<Receipt?>(nil)
    let request = CallbackRequest(
      raw: RawCallback(method: "GET", target: "/exotel?" + query), peer: "127.0.0.1:9",
      arrivedAt: clock.now)
    monitor.receive(request) { answer in receipt.withLock { $0 = answer } }
    return receipt.withLock { $0 }
  }

  @Test func `a clock that is set back ends no call, and says so until it has made up for it`() {
    let monitor = monitor()
    _ = send(dial, to: monitor)
    _ = monitor.advance()
    clock.pass(.seconds(-3_600))
    _ = send("CallSid=c2&CallFrom=1&DialWhomNumber=09880000002&EventType=Dial", to: monitor)
    _ = monitor.advance()
    func states() -> [Call.State?] {
      monitor.read { board, _, _ in ["c1", "c2"].map { board.call($0)?.call.state } }
    }
    #expect(states() == [.dialing, .dialing])
    #expect(monitor.read { _, wire, _ in wire.clockBehind } == .seconds(3_600))
    clock.pass(.seconds(20_000))
    #expect(states() == [.ended, .ended])
    #expect(monitor.read { _, wire, _ in wire.clockBehind } == nil)
  }

  private let dial = "CallSid=c1&CallFrom=09812300001&DialWhomNumber=09880000001&EventType=Dial"

  private let ringing = "CallSid=c1&DialWhomNumber=09880000001&EventType=Ringing"

  @Test func `a callback reaches the board, and the change is told`() {
    let monitor = monitor()
    #expect(send(dial, to: monitor) == .accepted)
    #expect(changes.now == 1)
    let state = monitor.read { board, _, _ in board.call("c1")?.call.state }
    #expect(state == .dialing)
  }

  @Test func `raw callbacks are kept once, with the count of their repetitions`() {
    let monitor = monitor()
    for _ in 0..<3 { _ = send(dial, to: monitor) }
    let kept = monitor.read { _, wire, _ in wire.callbacks(of: "c1") }
    #expect(kept.count == 1)
    #expect(kept.first?.repeats == 2)
    #expect(kept.first?.raw.target == "/exotel?" + dial)
  }

  @Test func `a callback that comes ten thousand times takes the room of one`() {
    let monitor = monitor()
    for _ in 0..<10_000 { _ = send(dial, to: monitor) }
    let (kept, call) = monitor.read { board, wire, _ in
      (wire.callbacks(of: "c1"), board.call("c1")?.call)
    }
    #expect(kept.map(\.repeats) == [9_999])
    #expect(call?.callbackCount == 1 && call?.duplicates == 9_999)
  }

  @Test func `a clock that is put on by 30 days and back again takes all that comes`() {
    let monitor = monitor()
    let month = Duration.seconds(30 * 86_400)
    for (sid, step) in [("before", .zero), ("ahead", month), ("after", .zero - month)] {
      clock.pass(step)
      _ = monitor.advance()
      let dial = "CallSid=\(sid)&CallFrom=1&DialWhomNumber=09880000001&EventType=Dial"
      #expect(send(dial, to: monitor) == .accepted)
      #expect(
        monitor.read { board, wire, _ in
          board.call(sid) != nil && wire.callbacks(of: sid).count == 1
        })
    }
  }

  @Test func `a rejected request is kept with its reason and changes no call`() {
    let monitor = monitor()
    #expect(send("CallFrom=1", to: monitor) == .rejected(.missingSid(came: ["CallFrom"])))
    let (rejected, rows) = monitor.read { board, wire, _ in
      (wire.rejections(), board.calls(CallQuery()).rows)
    }
    #expect(rejected.count == 1)
    #expect(rejected.first?.reason?.contains("CallSid") == true)
    #expect(rows.isEmpty)
    #expect(changes.now == 1)
  }

  @Test func `time alone ends a call, and the change is told`() {
    let monitor = monitor()
    _ = send(dial, to: monitor)
    _ = send(ringing, to: monitor)
    #expect(monitor.advance() == Self.start + .seconds(600))
    #expect(changes.now == 2)
    clock.pass(.seconds(601))
    // What comes next is that the call leaves the board, so long after it was heard of last.
    #expect(monitor.advance() == Self.start + .seconds(86_400) + .milliseconds(1))
    #expect(changes.now == 3)
    let call = monitor.read { board, _, _ in board.call("c1")?.call }
    #expect(call?.outcome == .unknown)
  }

  @Test func `raw callbacks leave with their call`() {
    var rules = CallRules()
    rules.keepEnded = .seconds(10)
    let monitor = monitor(rules)
    _ = send(dial, to: monitor)
    _ = send(ringing, to: monitor)
    clock.pass(.seconds(700))
    _ = monitor.advance()
    clock.pass(.seconds(11))
    _ = monitor.advance()
    let kept = monitor.read { board, wire, _ in
      (board.call("c1") == nil, wire.callbacks(of: "c1").count)
    }
    #expect(kept.0)
    #expect(kept.1 == 0)
  }

  @Test func `transitions are kept in their order until they are taken`() {
    let monitor = monitor(keepsMoves: true)
    _ = send(dial, to: monitor)
    clock.pass(.seconds(2))
    _ = send(ringing, to: monitor)
    _ = send(ringing, to: monitor)
    #expect(monitor.takeMoves().map(\.call.state) == [.dialing, .ringing])
    #expect(monitor.takeMoves().isEmpty)
  }

  @Test func `queries find calls by agent, by number in any spelling, and by a filter`() throws {
    let monitor = monitor()
    for number in 1...700 {
      let agent = "0988000\(1_000 + number % 7)"
      _ = send(
        "CallSid=c\(number)&CallFrom=09812300001&DialWhomNumber=\(agent)&EventType=Dial",
        to: monitor)
    }
    var query = CallQuery()
    query.agent = PhoneNumber("098800 01003", country: .india)
    #expect(monitor.found(query).total == 100)
    query.agent = nil
    query.number = PhoneNumber("+919812300001", country: .india)
    query.offset = 690
    #expect(monitor.found(query).sids.count == 10)
    #expect(monitor.found(query).total == 700)
    query = CallQuery()
    query.filter = try CallFilter("agent:9880001005 -sid:c1")
    query.limit = 3
    #expect(monitor.found(query).sids.count == 3)
    #expect(monitor.found(query).total == 84)
  }

  @Test func `the wire lists requests newest first and finds one by its number`() {
    let monitor = monitor()
    for number in 1...30 { _ = send("CallSid=c\(number)&Status=completed", to: monitor) }
    let cursor = ListCursor(target: .row(id: "5", last: 0), line: 2)
    let page = monitor.read { _, wire, _ in wire.page(cursor, height: 10) }
    #expect(page.total == 30)
    #expect(page.selected == 25)
    #expect(page.rows.map(\.number).contains(5))
  }
}

extension CallMonitor {
  /// All that a search finds.
  fileprivate func found(_ query: CallQuery) -> CallSearch.Result {
    var search = CallSearch(query)
    while true {
      if let found = search.look(at: self) { return found }
    }
  }
}
