import CallModel
import Testing

@testable import BoardScreen

/// Texts that would do something to a terminal, in every place where a view shows what came from
/// outside.
@Suite struct HostileTextTests {
  /// Colours, titles, links, C1 codes, line ends and turned writing, each with a word to be found by.
  static let texts = [
    "\u{1B}[2J\u{1B}[31mfound\u{1B}[0m", "\u{1B}]0;title\u{7}found",
    "\u{1B}]8;;http://x\u{1B}\\found", "found\u{9B}2J\u{9D}0;x\u{9C}",
    "\u{0}\u{8}\u{7F}found\r\n\t", "\u{202E}\u{2066}found\u{2028}\u{2029}\u{85}",
  ]

  private static func hasOdd(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar != "\n"
      case .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }

  private static func view(_ kind: ScreenView.Kind) -> ScreenView {
    switch kind {
    case .calls: .calls
    case .agents: .agents
    case .timeline: .timeline
    case .history: .history
    case .callbacks: .callbacks
    case .call: .call("c1054cfcd8910389ff64882d8e2525")
    case .agent: .agent(Floor.number("+919880010000").key)
    case .request: .request(3)
    case .floor: .floor
    case .help: .help(.calls)
    }
  }

  @Test(arguments: ScreenView.Kind.allCases)
  func `a view shows their letters and nothing else of them`(_ kind: ScreenView.Kind) {
    for text in Self.texts {
      #expect(Self.hasOdd(text))
      for size in [ScreenSize(columns: 200, rows: 60), ScreenSize(columns: 60, rows: 12)] {
        var state = ScreenState(size: size)
        let view = Self.view(kind)
        let isList = [.calls, .agents, .timeline, .history, .callbacks].contains(kind)
        if isList { state.show(view) } else { state.open(view) }
        let page = HostilePage(text: text).page(state.request)
        state.settle(page)
        let shown = Screen.render(state, page, Floor.settings).text
        #expect(!Self.hasOdd(shown), "\(kind) \(size)")
        let isShown = kind != .help && size.columns == 200
        #expect(!isShown || shown.contains("found"), "\(kind) \(size)")
      }
    }
  }
}

/// Pages of a usual floor, with one text for all that callers, agents and rosters may write.
private struct HostilePage {
  let text: String

  private var number: PhoneNumber { Floor.number(text) }

  func page(_ request: PageRequest) -> BoardPage {
    var page = Floor(load: .usual).page(request)
    page.wire.listener = .down(text)
    switch page.content {
    case .calls(let calls, let agents):
      page.content = .calls(list(calls, row), agents: list(agents, agent))
    case .agents(let agents): page.content = .agents(list(agents, agent))
    case .timeline(let calls): page.content = .timeline(list(calls, row))
    case .history(let calls): page.content = .history(list(calls, row))
    case .callbacks(let requests): page.content = .callbacks(list(requests, wireRow))
    case .call(let detail):
      page.content = .call(detail.map { .init(row: row($0.row), raw: $0.raw.map(raw)) })
    case .agent(let detail):
      page.content = .agent(
        detail.map {
          AgentDetail(
            agent: agent($0.agent), calls: $0.calls.map(row), past: .ofCaller(number),
            earlier: $0.earlier.map(row), total: $0.total, isPartial: false)
        })
    case .request(let detail):
      page.content = .request(
        detail.map {
          RequestDetail(
            row: wireRow($0.row), peer: text, target: text, contentType: text, body: text)
        })
    case .figures: break
    }
    return page
  }

  private func list<Row>(_ page: ListPage<Row>, _ change: (Row) -> Row) -> ListPage<Row> {
    var page = page
    page.rows = page.rows.map(change)
    return page
  }

  private func row(_ row: CallRow) -> CallRow {
    var row = row
    (row.call.sid, row.call.direction, row.call.status) = (text, text, text)
    (row.call.from, row.call.to, row.call.virtualNumber) = (number, number, number)
    (row.call.customField, row.call.recordingURL, row.lineLabel) = (text, text, text)
    (row.call.digits, row.call.campaign, row.call.bridge) = (text, text, text)
    row.call.bot = .init(status: .failed)
    row.call.bot?.error = text
    row.call.companions = [.init(sid: text, bridge: text, party: .agent, number: number)]
    row.call.companions[0].name = text
    row.legNames = row.call.legs.map { _ in text }
    row.legTeams = row.legNames
    for place in row.call.legs.indices {
      row.call.legs[place].number = number
      row.call.legs[place].name = text
    }
    return row
  }

  private func agent(_ agent: Agent) -> Agent {
    var agent = agent
    (agent.number, agent.name, agent.team) = (number, text, text)
    (agent.with, agent.line) = (number, number)
    agent.addresses = [number, Floor.number("sip:" + text)]
    return agent
  }

  private func wireRow(_ row: WireRow) -> WireRow {
    var row = row
    (row.method, row.event, row.sid, row.reason) = (text, text, text, text)
    (row.agent, row.notes) = (number, [text])
    return row
  }

  private func raw(_ raw: CallDetail.Raw) -> CallDetail.Raw {
    var raw = raw
    (raw.method, raw.target, raw.contentType, raw.body) = (text, text, text, text)
    raw.callback.event = .other(text)
    (raw.callback.sid, raw.callback.agentName, raw.callback.rawStatus) = (text, text, text)
    (raw.callback.agent, raw.callback.from, raw.callback.customField) = (number, number, text)
    return raw
  }
}
