import CallModel
import Testing

@testable import BoardScreen

/// Calls that go out, callers of whom nobody is sure, and bots: each in words of its own.
@Suite struct OutgoingTests {
  /// Calls of each kind, and the word that each has in Calls or History.
  private static let kinds: [(word: String, call: Call)] = [
    ("waiting?", caller(.waiting) { $0.isUncertain = true }),
    ("ringing?", caller(.ringing) { $0.isUncertain = true }),
    ("bot", caller(.waiting) { $0.bot = .init(status: .running) }),
    ("waiting", caller(.waiting) { $0.bot = .init(status: .completed) }),
    ("calling", placed(.ringing, agent: .answered, customer: .ringing)),
    ("calling", placed(.waiting, agent: .answered, customer: .waiting)),
    ("ringing", placed(.ringing, agent: .ringing, customer: .waiting)),
    ("talking", placed(.talking, agent: .answered, customer: .answered)),
    ("not picked up", ended(.missed)), ("given up", ended(.abandoned)),
    ("agent missed", ended(.agentMissed)), ("busy", ended(.busy)),
    ("missed", caller(.ended) { $0.outcome = .missed }),
    ("abandoned", caller(.ended) { $0.outcome = .abandoned }),
  ]

  private static func caller(_ state: Call.State, _ change: (inout Call) -> Void) -> Call {
    var call = Call(sid: "in", state: state, startedAt: Floor.now, clock: Floor.now - .seconds(50))
    call.way = .incoming
    call.from = Floor.number("+919812300001")
    change(&call)
    return call
  }

  private static func placed(
    _ state: Call.State, agent: Leg.State, customer: Leg.State
  ) -> Call {
    let clock = Floor.now - .seconds(50)
    var call = Call(
      sid: "out", families: [.statusCallback], state: state, startedAt: clock, clock: clock,
      legs: [
        Leg(
          index: 1, party: .agent, number: Floor.number("+919880010000"), state: agent,
          clock: clock),
        Leg(
          index: 2, party: .customer, number: Floor.number("+919812300001"), state: customer,
          clock: clock),
      ])
    call.way = .outgoing
    return call
  }

  private static func ended(_ outcome: Call.Outcome) -> Call {
    var call = placed(.ended, agent: .ended, customer: .ended)
    call.outcome = outcome
    return call
  }

  @Test(arguments: kinds.indices) func `each has its word`(_ place: Int) {
    #expect(CallWords.state(Self.kinds[place].call) == Self.kinds[place].word)
  }

  @Test func `an arrow stands before who is being called`() {
    let signs = Signs(ascii: false)
    let calls = [Self.ended(.busy), Self.caller(.waiting) { _ in }]
    #expect(
      calls.map { CallWords.customer($0, signs) } == ["→+91 98123 00001", "+91 98123 00001"])
  }

  @Test func `thresholds are about callers of whom one is sure`() {
    let now = Floor.now
    func role(_ call: Call) -> Style.Role { Floor.settings.style(call, now: now).role }
    #expect(role(Self.caller(.ringing) { _ in }) == .red)
    #expect(role(Self.caller(.waiting) { _ in }) == .red)
    #expect(role(Self.caller(.waiting) { $0.isUncertain = true }) == .waiting)
    #expect(role(Self.caller(.waiting) { $0.bot = .init(status: .running) }) == .waiting)
    #expect(role(Self.placed(.ringing, agent: .ringing, customer: .waiting)) == .ringing)
    var old = Self.placed(.ringing, agent: .ringing, customer: .waiting)
    old.clock = now - .seconds(130)
    #expect(role(old) == .red)
  }

  private func page(_ view: ScreenView) -> BoardPage {
    var page = Floor(load: .usual).page(.figures)
    let rows = Self.kinds.enumerated().map { place, kind in
      var call = kind.call
      call.sid = "c\(place)"
      if call.state == .ended { call.endedAt = call.clock }
      return CallRow(call: call, lineLabel: "Sales", legNames: call.legs.map { _ in nil })
    }
    let shown = rows.filter { view == .history ? !$0.call.isLive : $0.call.isLive }
    var list = ListPage<CallRow>(total: shown.count, rows: shown)
    list.selected = 0
    page.content = view == .history ? .history(list) : .calls(list, agents: ListPage())
    page.figures.live.placed.ringing = 3
    page.figures.live.placed.talking = 1
    page.figures.live.callers.dialing = 1
    page.figures.live.uncertain = 2
    page.figures.window.callers.voicemail = 2
    return page
  }

  @Test(arguments: ScreenPictureTests.sizes) func `they look like their pictures`(
    _ size: ScreenSize
  ) throws {
    for (name, view) in [("out-live", ScreenView.calls), ("out-ended", .history)] {
      var state = ScreenState(size: size)
      state.show(view)
      let frame = Screen.render(state, page(view), Floor.settings)
      try compare(frame, "\(name)-\(size.columns)x\(size.rows)")
    }
  }

  @Test func `the header has callers and calls that go out apart`() {
    var header = Frame(ScreenSize(columns: 140, rows: 2))
    HeaderTiles(page: page(.calls), settings: Floor.settings)
      .draw(&header, in: Area(y: 1, width: header.size.columns))
    #expect(header.text.contains("DIALING 1  RINGING 2  WAITING 1 +2?  TALKING 2 │ OUT 4 │ AGENTS"))
    #expect(header.text.contains("ASA 9 s  TALK 3:12 │ LOST 7"))
  }

  @Test(arguments: 40..<140) func `what matters most is in the header at any width`(_ width: Int) {
    var header = Frame(ScreenSize(columns: width, rows: 2))
    HeaderTiles(page: page(.calls), settings: Floor.settings)
      .draw(&header, in: Area(y: 1, width: header.size.columns))
    let text = header.text.split(separator: "\n", omittingEmptySubsequences: false)[1]
    #expect(text.contains("TALKING 2") || width < 47)
    #expect(text.contains("AGENTS 4 busy 3 free") || width < 72)
    #expect(text.contains("LOST 7") || width < 80)
    let left = HeaderTiles(page: page(.calls), settings: Floor.settings).left(by: width)
    for words in ["OUT 4", "SL 75 %", "ASA 9 s", "TALK 3:12", "LOST 7"] {
      #expect(text.contains(words) != left.contains { $0.text.hasPrefix(words) }, "\(words)")
    }
  }

  @Test func `the call's page says who hung up, and what the bot did`() {
    var call = Self.caller(.ended) { $0.outcome = .ivr }
    call.families = [.flow, .stream]
    call.endedBy = .customer
    call.bot = .init(status: .completed)
    call.bot?.talk = .seconds(32)
    call.digits = "215"
    call.campaign = "autumn"
    let row = CallRow(call: call, legNames: [])
    let view = CallText(
      detail: CallDetail(row: row, raw: []), now: Floor.now, width: 100, settings: Floor.settings)
    var frame = Frame(ScreenSize(columns: 100, rows: 20))
    view.legs.draw(&frame, top: 0, height: 20, scroll: 0, Floor.settings)
    for words in [
      "flow, stream", "customer", "completed, 0:32", "215", "autumn", "counts as  caller",
    ] {
      #expect(frame.text.contains(words), "\(words)")
    }
  }
}
