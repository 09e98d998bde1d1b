import BoardScreen
import CallModel
import CallbackWire
import Monitoring
import Testing

@testable import LiveBoard

@Suite struct BoardPagesTests {
  private static let now = Instant(seconds: 1_767_261_600)

  private static let settings = ScreenSettings(
    clock: ClockFace(zone: .utc, names: [0: "UTC"]))

  private let monitor = CallMonitor(
    decoder: CallbackDecoder(), board: CallBoard(), clock: { now },
    windowStart: { $0 - .seconds(3_600) })

  private func send(_ sid: String, _ event: String = "Ringing") {
    let target = "/exotel?CallSid=\(sid)&DialWhomNumber=09880000001&EventType=\(event)"
    let request = CallbackRequest(
      raw: RawCallback(method: "GET", target: target), peer: "127.0.0.1:9", arrivedAt: Self.now)
    monitor.receive(request) { _ in }
  }

  private func sids(_ page: BoardPage) -> [String] {
    guard case .calls(let calls, _) = page.content else { return [] }
    return calls.rows.map(\.call.sid)
  }

  @Test func `each list is filtered and sorted`() throws {
    let pages = BoardPages(monitor: monitor, address: "127.0.0.1:1/exotel", settings: Self.settings)
    for sid in ["c", "a", "b"] { send(sid) }
    func list(_ filter: String, _ order: String? = nil) throws -> ListRequest {
      ListRequest(
        height: 9, filter: try CallFilter(filter),
        order: order.map { ListOrder(column: $0, isDescending: true) })
    }
    let calls = PageRequest.calls(
      try list("sid:a or sid:b", "state"), agents: try list("number:98800"))
    #expect(Set(sids(pages.page(calls))) == ["a", "b"])
    guard case .calls(let found, let agents) = pages.page(calls).content,
      case .agents(let none) = pages.page(.agents(try list("talk>1s"))).content,
      case .callbacks(let requests) = pages.page(.callbacks(try list("-sid:a", "sid"))).content
    else {
      Issue.record("other pages than were asked for")
      return
    }
    #expect(found.unfiltered == 3)
    #expect(agents.total == 1)
    #expect(none.total == 0 && none.unfiltered == 1)
    #expect(requests.rows.map(\.sid) == ["c", "b"])
    #expect(pages.rows(calls).count == 2)
  }

  @Test func `an agent is called for what rings, also while they talk`() throws {
    let key = PhoneNumber("09880000001", country: .india).key
    let pages = BoardPages(
      monitor: monitor, address: "127.0.0.1:1/exotel", settings: Self.settings.forOwnView(of: key))
    func alarms() -> Alarms { pages.page(.agent(key, earlier: 3)).alarms }
    #expect(alarms() == Alarms())
    send("a")
    #expect(alarms().rings == 1 && alarms().newest?.call.sid == "a")
    send("a", "Answered")
    #expect(alarms().rings == 1 && alarms().newest == nil)
    send("b")
    #expect(alarms().rings == 2 && alarms().newest?.call.sid == "b")
    #expect(alarms().ringing.count == 0)
  }

  @Test func `links to recordings are not shown`() {
    let pages = BoardPages(monitor: monitor, address: "127.0.0.1:1/exotel", settings: Self.settings)
    let target =
      "/exotel?CallSid=r&CallType=completed&RecordingUrl=https%3A%2F%2Fs3.example%2Fsecret.mp3"
    monitor.receive(
      CallbackRequest(
        raw: RawCallback(method: "GET", target: target), peer: "127.0.0.1:9", arrivedAt: Self.now)
    ) { _ in }
    guard case .call(let detail?) = pages.page(.call("r")).content else {
      Issue.record("the call is not there")
      return
    }
    #expect(detail.raw.first?.target.hasSuffix("RecordingUrl=https%3A%2F%2F***") == true)
    #expect(detail.raw.first?.callback.recordingURL != nil)
  }

  @Test func `a frozen board stands still and counts what came since, then follows again`() {
    let pages = BoardPages(monitor: monitor, address: "127.0.0.1:1/exotel", settings: Self.settings)
    let request = PageRequest.calls(ListRequest(height: 10), agents: ListRequest(height: 5))
    send("a")
    #expect(pages.page(request).pause == nil)
    pages.freeze()
    #expect(pages.page(request).pause?.changes == 0)
    send("b")
    send("c")
    let still = pages.page(request)
    #expect(sids(still) == ["a"])
    #expect(still.pause?.changes == 2)
    #expect(still.wire.received == 3)
    pages.thaw()
    #expect(sids(pages.page(request)) == ["a", "b", "c"])
    #expect(pages.page(request).pause == nil)
  }
}
