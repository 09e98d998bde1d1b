import CallModel
import Testing

@testable import BoardScreen

/// Lines that are not well, in the header of every view.
@Suite struct LineNoticeTests {
  private static func line(
    _ number: String?, _ label: String? = nil, sid: String = "f1e2d3c4",
    incoming: LineHealth.Word = .ok, outgoing: LineHealth.Word = .ok, alternate: String? = nil,
    age: Int = 793
  ) -> Line {
    let number = number.map(Floor.number)
    var line = Line(key: number?.key ?? sid, number: number, label: label, sid: sid)
    line.health = LineHealth(
      incoming: incoming, outgoing: outgoing, since: Floor.now - .seconds(age),
      alternate: alternate.map(Floor.number))
    return line
  }

  private static func troubles(_ lines: [Line], count: Int? = nil) -> LineTroubles {
    var troubles = LineTroubles()
    (troubles.isTold, troubles.lines, troubles.count) = (true, lines, count ?? lines.count)
    return troubles
  }

  private static let sales = line(
    "08044556678", "Sales", incoming: .trouble("CRITICAL"), alternate: "08044556679")

  private static let cases: [(name: String, troubles: LineTroubles)] = {
    let others = [
      line("08044556680", incoming: .trouble("WARNING"), outgoing: .trouble("WARNING")),
      line(nil, sid: "a1b2", outgoing: .trouble("WARNING"), age: 90_000),
    ]
    var silent = LineTroubles()
    silent.silentSince = Floor.now - .seconds(1_900)
    var board = CallBoard()
    let minute = Floor.now - .seconds(60)
    _ = board.apply(Heartbeat(timestamp: minute, status: "PAYLOAD_TOO_LARGE"), arrivedAt: minute)
    return [
      ("one", troubles([sales])), ("many", troubles([sales] + others, count: 14)),
      ("silent", silent), ("account", board.lineTroubles),
    ]
  }()

  private func frame(_ troubles: LineTroubles, _ state: ScreenState) -> Frame {
    let floor = Floor(load: .usual)
    var (state, page) = (state, floor.page(state.request))
    page.lines = troubles
    state.settle(page)
    page = floor.page(state.request)
    page.lines = troubles
    return Screen.render(state, page, Floor.settings)
  }

  static let sizes = [
    ScreenSize(columns: 120, rows: 24), ScreenSize(columns: 80, rows: 24),
    ScreenSize(columns: 60, rows: 12),
  ]

  @Test(arguments: sizes)
  func `it looks like its pictures`(_ size: ScreenSize) throws {
    for (name, troubles) in Self.cases {
      try compare(
        frame(troubles, ScreenState(size: size)),
        "lines-\(name)-\(size.columns)x\(size.rows)")
    }
  }

  private static let views: [ScreenView] = [
    .calls, .agents, .timeline, .history, .callbacks, .call("c1054cfcd8910389ff64882d8e2525"),
    .agent("+919880010000"), .request(1), .floor, .help(.calls),
  ]

  @Test(arguments: views)
  func `it stands in every view, and nothing is drawn over it`(_ view: ScreenView) {
    for size in Self.sizes {
      var state = ScreenState(size: size)
      if view != .calls { state.open(view) }
      let text = frame(Self.troubles([Self.sales]), state).text
      let rows = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(rows[1].contains("CRITICAL") && rows[1].contains("+91 80445 56679"), "\(text)")
      #expect(rows[1].contains("13:50"), "\(text)")
      #expect(rows.count <= size.rows)
    }
  }

  @Test(arguments: AgentOwnViewTests.sizes)
  func `it stands in an agent's own view`(_ size: ScreenSize) throws {
    let settings = Floor.settings.forOwnView(of: "+919880010000")
    let own = ScreenState(size: size, ownAgent: settings.ownAgent)
    let frame = frame(Self.troubles([Self.sales]), own)
    #expect(frame.text.contains("CRITICAL"))
    try compare(frame, "own-lines-\(size.columns)x\(size.rows)")
  }

  @Test func `while all is well there is no row for it`() {
    let state = ScreenState(size: Self.sizes[0])
    let floor = Floor(load: .usual)
    let usual = Screen.render(state, floor.page(state.request), Floor.settings).text
    #expect(frame(Self.troubles([]), state).text == usual)
  }

  @Test func `a row more for it is a row less for the list`() {
    var person = Person()
    let height = person.state.screenLayout.listHeight
    var page = person.page
    page.lines = Self.troubles([Self.sales])
    person.state.settle(page)
    #expect(person.state.screenLayout.listHeight == height - 1)
    page.lines = LineTroubles()
    person.state.settle(page)
    #expect(person.state.screenLayout.listHeight == height)
  }

  @Test func `numbers are masked with all others`() {
    var state = ScreenState(size: Self.sizes[0])
    state.isPrivate = true
    let text = frame(Self.troubles([Self.sales]), state).text
    #expect(text.contains("Sales") && !text.contains("08044556678"))
    #expect(!text.contains("08044556679"))
  }

  @Test func `texts from outside do not leave their row`() {
    let hostile = Self.line(
      nil, sid: String(repeating: "日", count: 128),
      incoming: .trouble(String(repeating: "W", count: 32)))
    for size in Self.sizes {
      let frame = frame(Self.troubles([hostile], count: 10_000), ScreenState(size: size))
      let rows = frame.text.split(separator: "\n")
      #expect(rows.allSatisfy { TextWidth.of(String($0)) <= size.columns })
    }
  }
}
