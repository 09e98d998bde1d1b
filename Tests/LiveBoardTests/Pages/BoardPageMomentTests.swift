import BoardScreen
import CallModel
import CallbackWire
import Foundation
import Monitoring
import Synchronization
import Testing

@testable import LiveBoard

/// All that one frame shows is of one moment, however much goes on meanwhile.
@Suite struct BoardPageMomentTests {
  private static let now = Instant(seconds: 1_767_261_600)

  /// A clock that goes on by a millisecond with each look at the board.
  private final class Looks: Sendable {
    private let count = Mutex(0)

    var next: Instant {
      count.withLock { count in
        count += 1
        return now + .milliseconds(count)
      }
    }
  }

  private let monitor: CallMonitor
  private let pages: BoardPages

  init() {
    let looks = Looks()
    monitor = CallMonitor(
      decoder: CallbackDecoder(), board: CallBoard(), clock: { looks.next },
      windowStart: { $0 - .seconds(3_600) })
    pages = BoardPages(
      monitor: monitor, address: "127.0.0.1:1/exotel",
      settings: ScreenSettings(clock: ClockFace(zone: .utc, names: [0: "UTC"])))
  }

  /// A new call of a new agent begins, or another one of an agent who is there.
  private static func send(_ number: Int, to monitor: CallMonitor) {
    let agent = "0988" + String(1_000_000 + number / 2)
    let target = "/exotel?CallSid=c\(number)&DialWhomNumber=\(agent)&EventType=Ringing"
    let request = CallbackRequest(
      raw: RawCallback(method: "GET", target: target), peer: "127.0.0.1:9", arrivedAt: now)
    monitor.receive(request) { _ in }
  }

  private static func list(
    _ filter: String = "", sorted column: String? = nil
  ) throws -> ListRequest {
    ListRequest(
      height: 20, filter: try CallFilter(filter),
      order: column.map { ListOrder(column: $0, isDescending: true) })
  }

  private static func requests() throws -> [PageRequest] {
    [
      .calls(try list(), agents: try list()),
      .calls(try list("sid:c"), agents: try list("number:988")),
      .agents(try list(sorted: "offered")), .timeline(try list("sid:c"), span: .seconds(600)),
      .history(try list(sorted: "talked")), .callbacks(try list()),
      .callbacks(try list("sid:c")), .call("c1"),
      .agent(PhoneNumber("09881000000", country: .india).key, earlier: 5), .request(1), .figures,
    ]
  }

  @Test func `the header and the list of every view are taken in one look`() throws {
    for number in 0..<20 { Self.send(number, to: monitor) }
    for request in try Self.requests() {
      let page = pages.page(request)
      #expect(page.clock == page.now, "\(request)")
    }
  }

  @Test func `figures and lists agree while callbacks come`() throws {
    let monitor = monitor
    let isDone = Atomic(false)
    for number in 0..<40 { Self.send(number, to: monitor) }
    try withThread {
      var number = 40
      while !isDone.load(ordering: .relaxed), number < 1_200 {
        Self.send(number, to: monitor)
        number += 1
      }
    } while: {
      defer { isDone.store(true, ordering: .relaxed) }
      for turn in 0..<110 {
        try expectAgreement(pages.page(try Self.requests()[turn % Self.requests().count]))
      }
    }
  }

  /// A clock that stands until it is to go on by a second with each look at the board.
  private final class Jumps: Sendable {
    private let state = Mutex((count: 0, step: 0))

    func begin() { state.withLock { $0.step = 1 } }

    var next: Instant {
      state.withLock { state in
        state.count += state.step
        return now + .seconds(state.count)
      }
    }
  }

  /// Calls that ring, the first one for 101 seconds, and `rate` more in each second after it.
  private static func ring(
    _ count: Int, perSecond rate: Int, on monitor: CallMonitor
  ) -> [Instant] {
    (0..<count).map { number in
      let arrival = now - .seconds(101) + .milliseconds(1_000 * number / rate)
      let target =
        "/exotel?CallSid=c\(number)&DialWhomNumber=0988\(1_000_000 + number)&EventType=Ringing"
      let request = CallbackRequest(
        raw: RawCallback(method: "GET", target: target), peer: "127.0.0.1:9", arrivedAt: arrival)
      monitor.receive(request) { _ in }
      return arrival
    }
  }

  /// With each look some calls more come to match. Of 400 there are more than one frame catches up with.
  @Test(arguments: [100, 400])
  func `a filter's list and figures are of one moment, whatever changes between two looks`(
    _ rate: Int
  ) throws {
    let jumps = Jumps()
    let monitor = CallMonitor(
      decoder: CallbackDecoder(), board: CallBoard(), clock: { jumps.next },
      windowStart: { $0 - .seconds(3_600) })
    let pages = BoardPages(
      monitor: monitor, address: "127.0.0.1:1/exotel",
      settings: ScreenSettings(clock: ClockFace(zone: .utc, names: [0: "UTC"])))
    let arrivals = Self.ring(18 * rate, perSecond: rate, on: monitor)
    let list = ListRequest(height: 5_000, filter: try CallFilter("for>100s"))
    let request = PageRequest.calls(list, agents: ListRequest(height: 0))
    var page = pages.page(request)
    while page.isPartial { page = pages.page(request) }
    jumps.begin()
    page = pages.page(request)
    guard case .calls(let calls, _) = page.content else {
      Issue.record("no calls")
      return
    }
    let matching = arrivals.count { page.now - $0 > .seconds(100) }
    #expect(page.clock == page.now)
    if rate == 100 {
      #expect(!page.isPartial)
      #expect((calls.total, calls.rows.count) == (matching, matching))
      #expect(page.filtered?.figures.live.total == matching)
    } else {
      // It says that it is not all.
      #expect(calls.isPartial && page.filtered?.isPartial == true)
    }
    #expect(calls.rows.allSatisfy { page.now - $0.call.clock > .seconds(100) })
  }

  /// What the header counts is what the lists have.
  private func expectAgreement(_ page: BoardPage) throws {
    let agents = page.figures.agentsBusy + page.figures.agentsFree
    func expect(_ list: ListPage<Agent>) {
      #expect((list.unfiltered ?? list.total) == agents)
    }
    // One callback each.
    #expect(page.figures.live.total == page.wire.received)
    #expect(page.requests == page.wire.received)
    #expect(page.figures.window.callers.offered == page.wire.received)
    switch page.content {
    case .calls(let calls, let beside):
      #expect((calls.unfiltered ?? calls.total) == page.figures.live.total)
      expect(beside)
    case .agents(let list):
      expect(list)
      #expect(list.rows.allSatisfy { (1...2).contains($0.figures.offered) })
    case .timeline(let calls):
      #expect((calls.unfiltered ?? calls.total) == page.figures.live.total)
    case .history(let calls): #expect(calls.total == page.figures.ended)
    case .callbacks(let list): #expect((list.unfiltered ?? list.total) == page.requests)
    case .call, .agent, .request, .figures: break
    }
  }

  /// Runs the one on a thread of its own as long as the other runs.
  private func withThread(
    _ work: @escaping @Sendable () -> Void, while body: () throws -> Void
  ) throws {
    let isOver = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      work()
      isOver.signal()
    }
    defer { isOver.wait() }
    try body()
  }
}
