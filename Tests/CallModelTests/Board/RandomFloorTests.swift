import Testing

@testable import CallModel

/// Random floors, calls in and out, of several families: every figure is a count of the calls, made here
/// anew from what each call says of itself.
@Suite struct RandomFloorTests {
  private static let roster = Roster(
    agents: [
      .init(number: Floor.number("asha"), name: "Asha", team: "Sales"),
      .init(number: Floor.number("meera"), name: "Meera", team: nil),
    ], lines: [.init(number: Floor.number("line"), label: "Sales")])

  private func floor(seed: Int) -> CallBoard {
    var random = Seeded(UInt64(seed) &* 977 &+ 5)
    var families = FamilyHistories(seed: UInt64(seed))
    var histories = Histories(seed: UInt64(seed) &+ 1_000)
    var arrivals: [(second: Double, callback: Callback)] = []
    for number in 0..<40 {
      let sid = "c\(number)"
      let events: [Callback]
      if number.isMultiple(of: 2) {
        events = families.history(
          FamilyHistories.Kind.allCases.randomElement(using: &random) ?? .anything, sid: sid)
      } else {
        events = histories.history(
          Histories.Kind.allCases.randomElement(using: &random) ?? .both, sid: sid,
          from: Double(Int.random(in: 0..<120, using: &random)))
      }
      for callback in events {
        let time = ((callback.eventTime ?? Floor.start) - Floor.start).inSeconds
        arrivals.append((time + Double.random(in: 0..<4, using: &random), callback))
      }
    }
    var board = CallBoard(roster: Self.roster)
    for (second, callback) in arrivals.sorted(by: { $0.second < $1.second }) {
      _ = board.apply(callback, arrivedAt: Floor.at(second))
    }
    return board
  }

  /// How often each word stands among some.
  private func counts(_ words: some Sequence<String>) -> [String: Int] {
    words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// The column of a caller, by the words of the specification.
  private func column(ofCaller call: Call) -> String {
    let agents = call.legs.filter { $0.party == .agent }
    if agents.contains(where: { $0.state == .answered || $0.outcome == .completed }) {
      return "answered"
    }
    switch call.outcome {
    case .completed: return "answered"
    case .missed, .busy, .failed, .agentMissed: return "missed"
    case let outcome?: return outcome.rawValue
    case nil: return "pending"
    }
  }

  private func columns(_ callers: CallerFigures) -> [String: Int] {
    [
      "answered": callers.answered, "missed": callers.missed, "abandoned": callers.abandoned,
      "voicemail": callers.voicemail, "ivr": callers.ivr, "unknown": callers.unknown,
      "pending": callers.pending,
    ].filter { $0.value != 0 }
  }

  /// Those of a call that went out which nobody but its end decides.
  private func columns(_ placed: PlacedFigures) -> [String: Int] {
    [
      "busy": placed.busy, "failed": placed.failed, "abandoned": placed.abandoned,
      "agent-missed": placed.agentMissed, "unknown": placed.unknown,
      "not picked up or connected or pending": placed.notPickedUp + placed.connected
        + placed.pending,
    ]
  }

  private func states(_ states: LiveFigures.States) -> [String: Int] {
    [
      "dialing": states.dialing, "ringing": states.ringing, "waiting": states.waiting,
      "talking": states.talking,
    ].filter { $0.value != 0 }
  }

  /// Calls that go out are counted where the customer has a part, or nobody is named yet.
  private func isCounted(_ call: Call) -> Bool {
    call.way == .incoming
      || call.isOutgoing
        && (call.families != [.leg] || call.legs.isEmpty
          || call.legs.contains { $0.party == .customer })
  }

  @Test(arguments: 0..<40) func `every figure is a count of the calls`(_ seed: Int) {
    var board = floor(seed: seed)
    for pause in [0, 20, 70, 900] {
      board.advance(to: board.now + .seconds(pause))
      let calls = board.allCalls().map(\.call)
      let figures = board.figures(since: .init(milliseconds: .min))
      let incoming = calls.filter { $0.way == .incoming }
      let (callers, placed) = (figures.window.callers, figures.window.placed)
      #expect(columns(callers) == counts(incoming.map(column)))
      #expect(callers.offered == incoming.count)
      #expect(callers.offered == columns(callers).values.reduce(0, +))
      #expect(callers.lost == callers.missed + callers.abandoned + callers.voicemail)
      #expect(placed.placed == calls.count { $0.isOutgoing && isCounted($0) })
      #expect(placed.placed == columns(placed).values.reduce(0, +))
      #expect(callers.waits <= callers.answered && callers.inTime <= callers.waits)
      expectLive(figures.live, calls)
      #expect(figures.ended == calls.count { !$0.isLive })
    }
  }

  private func expectLive(_ live: LiveFigures, _ calls: [Call]) {
    let alive = calls.filter { $0.isLive && $0.way != nil }
    let certain = alive.filter { !$0.isUncertain }
    #expect(
      states(live.callers)
        == counts(certain.filter { $0.way == .incoming }.map(\.state.rawValue)))
    #expect(states(live.placed) == counts(certain.filter(\.isOutgoing).map(\.state.rawValue)))
    #expect(
      live.uncertain == alive.count { $0.way == .incoming && $0.isUncertain })
  }

  @Test(arguments: 0..<40) func `a day that begins at any minute has the calls that began since`(
    _ seed: Int
  ) {
    let board = floor(seed: seed)
    for minute in -2...6 {
      let start = Floor.at(Double(minute * 60))
      let calls = board.allCalls().map(\.call).filter { $0.believedStart >= start }
      let window = board.figures(since: start).window
      #expect(columns(window.callers) == counts(calls.filter { $0.way == .incoming }.map(column)))
      #expect(window.placed.placed == calls.count { $0.isOutgoing && isCounted($0) })
      var filtered = FilteredFigures(.everything)
      while !filtered.look(at: board, now: board.now, limit: 100) {}
      #expect(filtered.figures(since: start, now: board.now).window == window)
      let parts = calls.flatMap { AgentPart.parts(of: $0, people: board.facts.people) }
      let own = Dictionary(grouping: parts, by: \.person).mapValues { parts in
        parts.reduce(into: AgentFigures()) { $0 += $1.figures }
      }
      for agent in board.agents(since: start) {
        let person = board.facts.people.person(of: agent.number.key)
        #expect(agent.figures == own[person] ?? AgentFigures(), "\(agent.number.text)")
      }
    }
  }

  @Test(arguments: 0..<40) func `parts of a day add up to the day, and the day to the board`(
    _ seed: Int
  ) {
    let board = floor(seed: seed)
    let start = Instant(milliseconds: .min)
    var report = DayReport(rules: board.rules, facts: board.facts)
    for (place, row) in board.allCalls().enumerated() {
      report.add(row, hour: place % 24, now: board.now)
    }
    let figures = board.figures(since: start).window
    #expect(report.total == figures)
    #expect(report.hours.reduce(into: WindowFigures()) { $0 += $1 } == figures)
    let lined = report.lines.reduce(into: WindowFigures()) { $0 += $1.figures }
    let lineless = board.allCalls().filter { $0.call.virtualNumber == nil }
      .reduce(into: WindowFigures()) { $0 += $1.call.figures(board.rules) }
    #expect(lined.callers.offered + lineless.callers.offered == figures.callers.offered)
    #expect(lined.placed.placed + lineless.placed.placed == figures.placed.placed)
    let agents = board.agents(since: start).map(\.figures)
    #expect(
      report.agents.reduce(into: AgentFigures()) { $0 += $1.figures }
        == agents.reduce(into: AgentFigures()) { $0 += $1 })
    #expect(agents.allSatisfy { $0.answered + $0.missed <= $0.offered })
    let minutes = board.minutes(200, until: board.now + .seconds(60))
    let counted = board.allCalls().filter { $0.call.way != nil }
    #expect(minutes.reduce(0) { $0 + $1.begun } == counted.count)
    #expect(minutes.reduce(0) { $0 + $1.lost } == figures.callers.lost)
  }

  @Test(arguments: 0..<40) func `agents are counted as their calls have them`(_ seed: Int) {
    var board = floor(seed: seed)
    for pause in [0, 70] {
      board.advance(to: board.now + .seconds(pause))
      let figures = board.figures(since: .init(milliseconds: .min))
      let agents = board.agents(since: .init(milliseconds: .min))
      #expect(figures.agentsBusy == agents.count { $0.status == .busy })
      #expect(figures.agentsBusy + figures.agentsFree == agents.count)
      for activity in Agent.Activity.allCases {
        #expect(
          figures.activities[activity, default: 0] == agents.count { $0.activity == activity })
      }
      let open = Set(
        board.allCalls().flatMap(\.call.legs).filter { $0.party == .agent && $0.state.isOpen }
          .compactMap { $0.number.map { board.facts.people.person(of: $0) } })
      #expect(figures.agentsBusy == open.count)
    }
  }
}
