import Testing

@testable import CallModel

@Suite struct CallBoardTests {
  /// Many calls at once, callbacks shuffled and repeated within a few seconds.
  private func busyBoard(seed: UInt64, calls: Int, rules: CallRules = CallRules()) -> (
    CallBoard, Instant
  ) {
    var random = Seeded(seed)
    var histories = Histories(seed: seed)
    var arrivals: [(Double, Callback)] = []
    for number in 0..<calls {
      let kind = Histories.Kind.allCases.randomElement(using: &random) ?? .sequential
      let start = Double(Int.random(in: 0..<600, using: &random))
      for callback in histories.history(kind, sid: "c\(number)", from: start) {
        let time = (callback.eventTime ?? Floor.start) - Floor.start
        let delay = Double.random(in: 0..<8, using: &random)
        arrivals.append((time.inSeconds + delay, callback))
        if delay > 6 { arrivals.append((time.inSeconds + delay + 3, callback)) }
      }
    }
    var board = CallBoard(rules: rules)
    arrivals.sort { $0.0 < $1.0 }
    for (second, callback) in arrivals {
      _ = board.apply(callback, arrivedAt: Floor.at(second))
    }
    return (board, Floor.at((arrivals.last?.0 ?? 0) + 1))
  }

  private func allCalls(_ board: CallBoard) -> [Call] {
    var query = CallQuery()
    query.which = .all
    query.limit = .max
    query.limit = 1_000_000
    return board.calls(query).rows.map(\.call)
  }

  @Test(arguments: 0..<12) func `figures kept up equal figures recounted`(_ seed: Int) {
    var (board, now) = busyBoard(seed: UInt64(seed), calls: 80)
    for step in 0..<4 {
      let calls = allCalls(board)
      let figures = board.figures(since: Floor.at(-3600))
      var window = WindowFigures()
      for call in calls { window += call.figures(CallRules()) }
      window.late = figures.window.late
      #expect(figures.window == window)
      let callers = calls.filter { $0.way == .incoming && !$0.isUncertain }
      let placed = calls.filter(\.isOutgoing)
      #expect(figures.window.callers.offered == calls.count { $0.way == .incoming })
      #expect(figures.window.placed.placed == placed.count)
      #expect(
        figures.window.late
          == calls.count { $0.lateSince(CallRules()).map { $0 < board.now } ?? false })
      #expect(
        figures.live.uncertain
          == calls.count { $0.isUncertain && $0.way == .incoming })
      #expect(figures.live.callers.ringing == callers.filter { $0.state == .ringing }.count)
      #expect(figures.live.callers.waiting == callers.filter { $0.state == .waiting }.count)
      #expect(figures.live.callers.talking == callers.filter { $0.state == .talking }.count)
      #expect(figures.live.callers.dialing == callers.filter { $0.state == .dialing }.count)
      #expect(
        figures.live.longestRingingSince
          == callers.filter { $0.state == .ringing }.map(\.clock).min())
      for agent in board.agents(since: Floor.at(-3600)) { check(agent, calls) }
      now = now + .seconds(step == 2 ? 16_000 : 50)
      board.advance(to: now)
    }
  }

  private func check(_ agent: Agent, _ calls: [Call]) {
    var figures = AgentFigures()
    var open: Set<String> = []
    for call in calls {
      for part in AgentPart.parts(of: call, people: AccountFacts().people)
      where part.person == agent.number.key {
        figures += part.figures
        if !part.open.isEmpty { open.insert(call.sid) }
      }
    }
    #expect(agent.figures == figures)
    #expect(Set(agent.calls) == open)
    #expect(agent.status == (open.isEmpty ? .free : .busy))
  }

  @Test func `live calls are listed ringing first and the longest first`() {
    let (board, now) = busyBoard(seed: 5, calls: 200)
    let page = board.callPage(ListCursor(), height: 1_000, now: now)
    let live = page.rows.map(\.call).filter(\.isLive)
    #expect(live.count == board.figures(since: Floor.start).live.total)
    let states: [Call.State] = [.ringing, .dialing, .waiting, .talking]
    let ranks = live.map { call in
      (call.isOutgoing ? 10 : 0) + 2 * (states.firstIndex(of: call.state) ?? 9)
        + (call.isUncertain ? 1 : 0)
    }
    #expect(ranks == ranks.sorted())
    for place in live.indices.dropLast() where ranks[place] == ranks[place + 1] {
      #expect(live[place].clock <= live[place + 1].clock)
    }
  }

  @Test func `an ended call stays in the list for thirty seconds`() {
    var board = CallBoard()
    _ = board.apply(Floor.connect(.dial, "asha", at: 0), arrivedAt: Floor.at(0))
    _ = board.apply(Floor.connect(.answered, "asha", at: 1), arrivedAt: Floor.at(1))
    _ = board.apply(Floor.connect(.terminal, "asha", at: 9), arrivedAt: Floor.at(9))
    #expect(board.callPage(ListCursor(), height: 9, now: Floor.at(39)).total == 1)
    #expect(board.callPage(ListCursor(), height: 9, now: Floor.at(39.1)).total == 0)
  }

  @Test func `a selected call is found again wherever it has moved`() {
    var board = CallBoard()
    for number in 0..<50 {
      let callback = Floor.connect(.dial, "asha", at: Double(number), sid: "c\(number)")
      _ = board.apply(callback, arrivedAt: Floor.at(Double(number)))
    }
    let cursor = ListCursor(target: .row(id: "c20", last: 20), line: 3)
    #expect(board.callPage(cursor, height: 10, now: Floor.at(50)).offset == 17)
    let ringing = Floor.connect(.ringing, "asha", at: 51, sid: "c20")
    _ = board.apply(ringing, arrivedAt: Floor.at(51))
    let page = board.callPage(cursor, height: 10, now: Floor.at(51))
    #expect(page.selected == 0)
    #expect(page.rows.first?.call.sid == "c20")
  }

  @Test func `the window counts calls that began in it`() {
    var board = CallBoard()
    for (number, second) in [-7_200.0, 0, 60].enumerated() {
      for event in [Callback.Event.dial, .answered, .terminal] {
        let callback = Floor.connect(event, "asha", at: second, sid: "c\(number)")
        _ = board.apply(callback, arrivedAt: Floor.at(second))
      }
    }
    #expect(board.figures(since: Floor.start).window.callers.answered == 2)
    #expect(board.figures(since: Floor.at(-8_000)).window.callers.answered == 3)
    let asha = board.agent(Floor.number("asha"), since: Floor.start)
    #expect(asha?.figures.answered == 2)
  }

  @Test func `service level counts answers within its time of the first dial`() {
    var board = CallBoard()
    for (number, wait) in [20.0, 21].enumerated() {
      for (event, second) in [
        (Callback.Event.dial, 0), (.ringing, 1), (.answered, wait), (.terminal, wait + 60),
      ] {
        let callback = Floor.connect(event, "asha", at: second, sid: "c\(number)")
        _ = board.apply(callback, arrivedAt: Floor.at(second))
      }
    }
    let window = board.figures(since: Floor.start).window
    #expect(window.serviceLevel == 0.5)
    #expect(window.callers.averageSpeedOfAnswer == .seconds(20.5))
    #expect(window.callers.meanTalk == .seconds(60))
    #expect(WindowFigures().serviceLevel == nil)
  }

  @Test func `ended calls leave the board after their time and beyond their number`() {
    var rules = CallRules()
    rules.keepEnded = .seconds(100)
    rules.keepEndedCount = 3
    var board = CallBoard(rules: rules)
    for number in 0..<6 {
      for event in [Callback.Event.dial, .answered, .terminal] {
        let callback = Floor.connect(event, "asha", at: Double(number), sid: "c\(number)")
        _ = board.apply(callback, arrivedAt: Floor.at(Double(number)))
      }
    }
    board.advance(to: Floor.at(10))
    #expect(board.takeDeparted().map(\.call.sid) == ["c0", "c1", "c2"])
    #expect(board.call("c1") == nil)
    #expect(board.figures(since: Floor.start).window.callers.answered == 6)
    #expect(board.departures.crowded == 3)
    board.advance(to: Floor.at(200))
    #expect(board.departures.aged == 3)
    #expect(Set(board.takeDeparted().map(\.call.sid)) == ["c3", "c4", "c5"])
    #expect(board.agent(Floor.number("asha"), since: Floor.start)?.figures.answered == 6)
  }

  @Test func `misses in a row begin anew after an answer`() {
    var board = CallBoard()
    let days: [(Double, Bool)] = [(0, false), (100, true), (200, false), (300, false)]
    for (start, isAnswered) in days {
      let sid = "c\(Int(start))"
      var events: [(Callback.Event, Double)] = [(.dial, 0), (.ringing, 1)]
      if isAnswered { events.append((.answered, 5)) }
      for (event, second) in events + [(.terminal, 9)] {
        let callback = Floor.connect(event, "asha", at: start + second, sid: sid)
        _ = board.apply(callback, arrivedAt: Floor.at(start + second))
      }
    }
    #expect(board.agent(Floor.number("asha"), since: Floor.start)?.missesInARow == 2)
    let answer = Floor.connect(.answered, "asha", at: 400, sid: "c400")
    _ = board.apply(answer, arrivedAt: Floor.at(400))
    #expect(board.agent(Floor.number("asha"), since: Floor.start)?.missesInARow == 0)
  }

  @Test func `roster agents are there before any call and keep their names`() {
    let roster = Roster(
      agents: [.init(number: Floor.number("asha"), name: "Asha Rao", team: "Sales")],
      lines: [.init(number: Floor.number("line"), label: "Support")])
    var board = CallBoard(roster: roster)
    #expect(board.figures(since: Floor.start).agentsFree == 1)
    var dial = Floor.connect(.dial, "asha", at: 0)
    dial.agentName = "asha@example.com"
    _ = board.apply(dial, arrivedAt: Floor.at(0))
    let agent = board.agents(since: Floor.start).first
    #expect(agent?.name == "Asha Rao")
    #expect(agent?.with?.text == Floor.numbers["customer"])
    #expect(board.call("c1")?.legNames == [nil, "Asha Rao"])
    #expect(board.call("c1")?.lineLabel == "Support")
  }

  @Test func `a callback is odd by what it brings, not by what came before it`() {
    var board = CallBoard()
    func odd(_ event: Callback.Event, at second: Double, after delay: Double = 0) -> [Anomaly]? {
      let callback = Floor.connect(event, "asha", at: second)
      let verdict = board.apply(callback, arrivedAt: Floor.at(second + delay))
      return if case .applied(let oddities) = verdict { oddities.all } else { nil }
    }
    #expect(odd(.dial, at: 0) == [])
    #expect(odd(.dial, at: 0) == nil)
    #expect(odd(.ringing, at: 1) == [])
    // Each of several late ones is late.
    #expect(odd(.answered, at: 2, after: 90) == [.late])
    #expect(odd(.other("hold"), at: 3, after: 90) == [.late, .unknownStatus])
    #expect(odd(.other("unhold"), at: 100) == [.unknownStatus])
    #expect(odd(.terminal, at: 101) == [])
    #expect(odd(.other("hold"), at: 99, after: 4) == [.outOfOrder, .unknownStatus])
    let call = board.call("c1")?.call
    #expect(call?.anomalies.all == [.duplicate, .outOfOrder, .late, .unknownStatus])
  }
}
