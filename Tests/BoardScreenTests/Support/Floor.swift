import CallModel

@testable import BoardScreen

/// Pages for the tests of views: a quiet floor, a usual one, and one with far too much on it.
struct Floor {
  enum Load: String, CaseIterable { case empty, usual, overfull }

  /// 2026-01-01T08:33:22Z, 14:03:22 in the zone of the tests.
  static let now = Instant(seconds: 1_767_256_402)

  static var settings: ScreenSettings {
    ScreenSettings(clock: ClockFace(zone: .kolkata, names: [19_800: "IST"]))
  }

  let load: Load

  static func number(_ text: String) -> PhoneNumber { PhoneNumber(text, country: .india) }

  /// Fetches a page as the board would.
  func page(_ request: PageRequest) -> BoardPage {
    var page = BoardPage(
      now: Self.now, revision: 1, figures: figures, wire: wire, content: .call(nil))
    page.minutes = minutes
    if request.figuresFilter != nil { page.filtered = .init(figures: page.shown, isPartial: false) }
    switch request {
    case .calls(let request, let beside):
      page.content = .calls(list(calls, request), agents: list(agents, beside))
    case .agents(let request): page.content = .agents(list(agents, request))
    case .timeline(let request, _):
      page.content = .timeline(list(calls + endedCalls, request))
    case .history(let request): page.content = .history(list(endedCalls, request))
    case .callbacks(let request): page.content = .callbacks(list(requests, request))
    case .request(let sequence):
      page.content = .request(
        requests.first { $0.sequence == sequence }.map { row in
          RequestDetail(
            row: row, peer: "203.0.113.7:4711", target: "/exotel?key=***&EventType=Dial",
            contentType: "application/json", body: "{\"Status\":\n\"busy\u{1B}[2J\"}")
        })
    case .floor, .figures: page.content = .figures
    case .agent(let key, let earlier): page.content = .agent(detail(key, earlier: earlier))
    case .call(let sid):
      page.content = .call(calls.first { $0.call.sid == sid }.map { CallDetail(row: $0, raw: raw) })
    }
    return page
  }

  private func detail(_ key: String, earlier limit: Int) -> AgentDetail? {
    agents.first { $0.number.key == key }.map { agent in
      let rows = agent.calls.compactMap { sid in calls.first { $0.call.sid == sid } }
      return AgentDetail(
        agent: agent, calls: rows,
        past: rows.first?.call.customer.map { .ofCaller($0) } ?? .ofAgent,
        earlier: Array(endedCalls.prefix(min(limit, 3))), total: min(endedCalls.count, 3),
        isPartial: false)
    }
  }

  private func list<Row: ListRow & FilterSubject>(
    _ rows: [Row], _ request: ListRequest
  ) -> ListPage<Row> {
    ListPage(
      request.cursor, height: request.height, of: rows, filter: request.filter, now: Self.now,
      sortedBy: nil, descending: false, id: \.id)
  }

  private var count: Int {
    switch load {
    case .empty: 0
    case .usual: 6
    case .overfull: 60
    }
  }

  private var figures: BoardFigures {
    var figures = BoardFigures()
    guard load != .empty else { return figures }
    figures.ended = load == .usual ? 34 : 200_000
    figures.live.callers.ringing = load == .usual ? 2 : 1_204
    figures.live.callers.waiting = load == .usual ? 1 : 38
    figures.live.callers.talking = load == .usual ? 2 : 9_871
    figures.live.placed.talking = load == .usual ? 0 : 4_012
    figures.live.uncertain = load == .usual ? 0 : 112
    figures.liveCalls = figures.live.total
    figures.live.longestRingingSince = Self.now - .seconds(41)
    figures.live.longestWaitingSince = Self.now - .seconds(25)
    figures.agentsBusy = load == .usual ? 4 : 11_075
    figures.agentsFree = load == .usual ? 3 : 420
    var callers = CallerFigures()
    callers.answered = 33
    callers.missed = load == .usual ? 4 : 10_204
    callers.abandoned = 1
    callers.inTime = 30
    callers.wait = .seconds(297)
    callers.waits = 33
    callers.talk = .seconds(33 * 192)
    callers.talks = 33
    figures.window.callers = callers
    return figures
  }

  private var minutes: [MinuteFigures] {
    (0..<60).map { minute in
      var figures = MinuteFigures()
      guard load != .empty else { return figures }
      figures.begun = (minute * 7 + minute / 9) % 11
      figures.lost = minute % 13 == 4 ? 2 : 0
      return figures
    }
  }

  private var wire: WireStatus {
    var status = WireStatus(listener: .listening("127.0.0.1:8080/exotel"))
    guard load != .empty else { return status }
    status.received = load == .usual ? 212 : 1_234_567
    status.rejected = load == .usual ? 0 : 17
    status.lastReceivedAt = Self.now - .seconds(2)
    status.lastRejectedAt = load == .usual ? nil : Self.now - .seconds(9)
    status.perSecond = 0.4
    return status
  }
}

extension Floor {
  private static let names = [
    "Asha Rao", "Ravi Kumar", "मीरा शाह", "田中太郎", "Jo D'Souza-Wolfeschlegelsteinhausenberger",
    nil,
  ]

  private func name(_ index: Int) -> String? { Self.names[index % Self.names.count] }

  private func agentNumber(_ index: Int) -> PhoneNumber {
    Self.number("+9198800\(10_000 + index)")
  }

  var calls: [CallRow] {
    let states: [Call.State] = [.ringing, .ringing, .waiting, .talking, .talking, .ended]
    return (0..<count).map { index in
      let state = load == .usual ? states[index] : states[index * states.count / count]
      return row(index, state, age: [41, 12, 5, 220, 62, 8][index % 6])
    }
  }

  var endedCalls: [CallRow] {
    let outcomes = Call.Outcome.allCases
    return (0..<count).map { index in
      var row = row(index, .ended, age: 40 + 95 * index)
      row.call.outcome = outcomes[index % outcomes.count]
      row.call.ring = index % 4 == 3 ? nil : .seconds(4 + 3 * index)
      row.call.talk = row.call.outcome == .completed ? .seconds(75 + 640 * index) : nil
      if row.call.outcome == .unknown { row.call.endedAt = nil }
      return row
    }
  }

  private func row(_ index: Int, _ state: Call.State, age: Int) -> CallRow {
    let clock = Self.now - .seconds(age)
    var call = Call(
      sid: "c\(index)054cfcd8910389ff64882d8e2525", families: [.connect], state: state,
      startedAt: clock - .seconds(9), clock: clock, legs: legs(index, state, clock))
    call.callbackCount = 3
    if index == 1 {
      call.duplicates = 1
      call.anomalies.insert(.duplicate)
    }
    call.from = Self.number("+9198123\(10_000 + index)")
    call.virtualNumber = Self.number("08044556678")
    call.to = call.virtualNumber
    call.direction = "incoming"
    call.way = .incoming
    if state == .ended {
      call.outcome = [.completed, .missed, .unknown][index % 3]
      call.endedAt = clock
    }
    return CallRow(
      call: call, lineLabel: ["Sales", "Support", nil][index % 3],
      legNames: call.legs.map { $0.party == .agent ? name(index) : nil },
      changedAt: index == 1 ? Self.now - .milliseconds(400) : clock)
  }

  private func legs(_ index: Int, _ state: Call.State, _ clock: Instant) -> [Leg] {
    var legs = [
      Leg(
        index: 1, party: .customer, number: Self.number("+9198123\(10_000 + index)"),
        state: state == .ended ? .ended : .answered, clock: clock)
    ]
    if state == .ended { legs[0].outcome = .completed }
    let open: Leg.State =
      switch state {
      case .dialing: .dialing
      case .ringing: .ringing
      case .talking: .answered
      case .waiting, .ended: .ended
      }
    for attempt in 0...(index % 3) {
      var leg = Leg(
        index: attempt + 2, party: .agent, number: agentNumber(index + attempt), state: open,
        clock: clock)
      leg.offer = 1
      leg.dialedAt = clock - .seconds(4)
      leg.ringingAt = clock - .seconds(2)
      if open == .answered { leg.answeredAt = clock }
      if open == .ended {
        leg.outcome = .noAnswer
        leg.endedAt = clock
        leg.ring = .seconds(2)
      }
      legs.append(leg)
    }
    return legs
  }

  var agents: [Agent] {
    (0..<count).map { index in
      let activity = [Agent.Activity.ringing, .dialing, .talking, .idle][index * 4 / max(count, 1)]
      var figures = AgentFigures()
      figures.offered = 12 + index
      figures.answered = 9
      figures.missed = index % 4
      figures.talk = .seconds(1_804 * (index + 1))
      figures.ring = .milliseconds(67_500)
      figures.rings = 9
      figures.placed = index % 3
      figures.connected = index % 2
      var agent = Agent(
        number: agentNumber(index), name: name(index), team: ["Sales", "Support", nil][index % 3],
        activity: activity)
      agent.since = index == 5 ? nil : Self.now - .seconds(41 + 7 * index)
      agent.figures = figures
      if activity != .idle {
        agent.calls = ["c0054cfcd8910389ff64882d8e2525"]
        agent.with = Self.number("+919812300001")
      }
      return agent
    }
  }

  var requests: [WireRow] {
    (0..<count).map { index in
      let isBad = index % 5 == 3
      return WireRow(
        sequence: UInt64(count - index), arrivedAt: Self.now - .seconds(2 * index),
        method: index % 2 == 0 ? "GET" : "POST", answered: isBad ? 400 : 200,
        latency: .microseconds(210 + 1_700 * index), event: isBad ? nil : "Ringing",
        sid: isBad ? nil : "c\(index)054cfcd8910389ff64882d8e2525",
        agent: isBad ? nil : Self.number("+919880010000"),
        notes: index == 1 ? ["duplicate", "late"] : [],
        reason: isBad ? "CallSid is missing; a callback names its call with it" : nil)
    }
  }

  private static func callback(_ index: Int) -> Callback {
    let events: [Callback.Event] = [.dial, .ringing, .answered, .terminal]
    var callback = Callback(
      sid: "c1", family: .connect, event: events[index % 4],
      eventTime: index == 5 ? nil : now - .seconds(60 - index))
    callback.agent = number("+9198800\(10_001 + index / 4)")
    callback.rawStatus = index % 4 == 3 ? "free" : "busy"
    return callback
  }

  var raw: [CallDetail.Raw] {
    (0..<(load == .usual ? 2 : 40)).map { index in
      CallDetail.Raw(
        callback: Self.callback(index), arrivedAt: Self.now - .seconds(60 - index), method: "POST",
        target: "/exotel?key=***",
        contentType: "application/json",
        body:
          "{\"CallSid\":\"c1\",\"EventType\":\"ringing\",\"CustomField\":\"\u{1B}[31mred\u{7}\"}",
        repeats: index == 0 ? 2 : 0)
    }
  }
}
