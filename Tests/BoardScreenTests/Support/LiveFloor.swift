import CallModel

@testable import BoardScreen

/// A real board that callbacks come to, with pages as the program takes them.
struct LiveFloor {
  private(set) var board = CallBoard()
  private(set) var now = Floor.now
  private var requests: [WireRow] = []
  private var arrangements: [CallArrangement.Query: CallArrangement] = [:]

  /// One of some forty calls gets a callback, in any order; or time passes.
  mutating func change(_ random: inout Seeded) {
    now = now + .milliseconds(Int64.random(in: 0..<2_500, using: &random))
    let events: [Callback.Event] = [
      .dial, .ringing, .answered, .terminal, .disposition("client-hangup"), .other("odd\u{7}word"),
      .begin, .over, .flow, .stream, .note,
    ]
    let isConnect = Int.random(in: 0..<3, using: &random) > 0
    let family = isConnect ? .connect : Callback.Family.allCases.randomElement(using: &random)
    var callback = Callback(
      sid: "sid-\(Int.random(in: 0..<40, using: &random))-\(now.milliseconds / 120_000)",
      family: family, event: events.randomElement(using: &random) ?? .dial,
      eventTime: Bool.random(using: &random) ? now : nil)
    callback.from = Floor.number("09812300\(100 + Int.random(in: 0..<9, using: &random))")
    callback.agent = Floor.number("+9198800000\(10 + Int.random(in: 0..<9, using: &random))")
    callback.agentName =
      ["Asha Rao", "मीरा शाह", "田中太郎", "e\u{301}\u{200D}👩‍👩‍👧 family", nil]
      .randomElement(using: &random) ?? nil
    callback.line = Callback.LineName(Floor.number("08044556678"), .callTo)
    if callback.event == .stream { callback.stream = .init(id: nil, status: callback.status) }
    callback.customField = "c"
    callback.status =
      ["busy", "free", "completed", "no-answer", nil].randomElement(using: &random) ?? nil
    _ = board.apply(callback, arrivedAt: now)
    requests.insert(
      WireRow(
        sequence: UInt64(requests.count + 1), arrivedAt: now, method: "GET", answered: 200,
        latency: nil, sid: callback.sid), at: 0)
    requests = Array(requests.prefix(60))
  }

  mutating func page(_ request: PageRequest) -> BoardPage {
    board.advance(to: now)
    var page = BoardPage(
      now: now, revision: board.revision,
      figures: board.figures(since: now - .seconds(9_000), now: now),
      wire: WireStatus(listener: .listening("127.0.0.1:8080/exotel"), received: requests.count),
      content: .figures)
    page.minutes = board.minutes(60, until: now)
    func agents(_ list: ListRequest) -> ListPage<Agent> {
      board.agents(list, since: now - .seconds(9_000), now: now)
    }
    page.content =
      switch request {
      case .calls(let list, let beside): .calls(calls(request, list), agents: agents(beside))
      case .agents(let list): .agents(agents(list))
      case .timeline(let list, _): .timeline(calls(request, list))
      case .history(let list): .history(calls(request, list))
      case .callbacks(let list): .callbacks(wire(list))
      case .call(let sid):
        .call(board.call(sid).map { CallDetail(row: $0, raw: Floor(load: .usual).raw) })
      case .request: .request(nil)
      case .agent(let key, _):
        .agent(
          board.agent(key: key, since: now - .seconds(9_000)).map { agent in
            AgentDetail(
              agent: agent, calls: agent.calls.compactMap { board.call($0) }, past: .ofAgent,
              earlier: [], total: 0, isPartial: false)
          })
      case .floor, .figures: .figures
      }
    return page
  }

  private func wire(_ list: ListRequest) -> ListPage<WireRow> {
    ListPage(
      list.cursor, height: list.height, of: requests, filter: list.filter, now: now,
      sortedBy: list.order.map { order in { $0.value(of: order.column) ?? .unknown } },
      descending: false, id: \.id)
  }

  private mutating func calls(_ request: PageRequest, _ list: ListRequest) -> ListPage<CallRow> {
    guard let query = request.query else { return ListPage() }
    var arrangement = arrangements[query] ?? CallArrangement(query)
    _ = arrangement.look(at: board, now: now, limit: 30)
    arrangements = [query: arrangement]
    return arrangement.page(list.cursor, height: list.height, of: board, now: now)
  }
}
