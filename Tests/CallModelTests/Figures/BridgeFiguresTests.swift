import Testing

@testable import CallModel

/// What legs of ExoML add to the figures (`families.md` § 3.7).
@Suite struct BridgeFiguresTests {
  private func figures(_ callbacks: [Callback], now: Double = 60) -> BoardFigures {
    BridgeFloor.board(callbacks, now: now).figures(since: Floor.at(-60))
  }

  private func outcome(_ callbacks: [Callback]) -> Call.Outcome? {
    BridgeFloor.board(callbacks).call("customer")?.call.outcome
  }

  @Test func `a caller is answered once they ever shared a bridge with an agent`() {
    let talking = BridgeFloor.conversation()
    #expect(figures(talking).window.callers.answered == 1)
    #expect(figures(talking).window.callers.offered == 1)
    let left = talking + [BridgeFloor.step("asha", .leaves, at: 20)]
    #expect(figures(left).window.callers.answered == 1)
    let over = left + [BridgeFloor.ended("customer", at: 30, comesIn: true)]
    #expect(figures(over).window.callers.answered == 1)
    #expect(outcome(over) == .completed)
  }

  @Test func `it counts by the bridge's id, however little is told of when they were there`() {
    let lost =
      BridgeFloor.answered("customer", at: 0, comesIn: true)
      + [
        BridgeFloor.step("customer", .leaves, at: 20, comesIn: true),
        BridgeFloor.ended("customer", at: 21, comesIn: true),
      ] + BridgeFloor.answered("asha", at: 5) + [BridgeFloor.step("asha", .leaves, at: 19)]
    #expect(figures(lost).window.callers.answered == 1)
    #expect(outcome(lost) == .completed)
  }

  @Test func `a caller whom only the program had is in the menu, once they have gone`() {
    let caller = BridgeFloor.answered("customer", at: 0, comesIn: true)
    #expect(figures(caller).window.callers.pending == 1)
    let ended = caller + [BridgeFloor.ended("customer", at: 30, comesIn: true)]
    #expect(figures(ended).window.callers.ivr == 1)
    #expect(figures(ended).window.callers.offered == 1)
    #expect(outcome(ended) == .ivr)
    let together =
      ended + [BridgeFloor.step("customer", .joins, at: 2, comesIn: true)]
      + BridgeFloor.answered("other", at: 3) + [BridgeFloor.step("other", .joins, at: 4)]
    #expect(outcome(together) == .ivr)
  }

  @Test(arguments: [
    ("no-answer", Call.Outcome.missed), ("canceled", .abandoned), ("busy", .missed),
  ])
  func `a caller who was never answered is lost as the last word says`(
    _ word: String, _ expected: Call.Outcome
  ) {
    let lost = [
      BridgeFloor.leg("customer", .ringing, at: 0, comesIn: true),
      BridgeFloor.leg("customer", .terminal, at: 9, comesIn: true, status: word),
    ]
    #expect(outcome(lost) == expected)
    #expect(figures(lost).window.callers.lost == 1)
  }

  @Test func `a customer who is called is connected once their leg is answered`() {
    let called = BridgeFloor.answered("customer", at: 0)
    #expect(figures(called).window.placed.connected == 1)
    let failed = called + [BridgeFloor.leg("customer", .terminal, at: 9, status: "failed")]
    #expect(figures(failed).window.placed.connected == 1)
    let missed = [
      BridgeFloor.leg("customer", .ringing, at: 0),
      BridgeFloor.leg("customer", .terminal, at: 9, status: "no-answer"),
    ]
    #expect(figures(missed).window.placed.notPickedUp == 1)
  }

  @Test(arguments: [true, false])
  func `an agent's leg is no call in any figure of calls, and enters theirs`(_ comesIn: Bool) {
    let leg = BridgeFloor.answered("asha", at: 0, comesIn: comesIn)
    for callbacks in [leg, leg + [BridgeFloor.ended("asha", at: 30, comesIn: comesIn)]] {
      let board = BridgeFloor.board(callbacks)
      let figures = board.figures(since: Floor.at(-60))
      #expect(figures.window == WindowFigures())
      #expect(figures.live.total == 0)
      #expect(board.minutes(5, until: Floor.at(60)).allSatisfy { $0.begun == 0 })
      var report = DayReport(rules: CallRules(), facts: board.facts)
      for row in board.allCalls() { report.add(row, hour: 10, now: board.now) }
      #expect(report.calls == 0 && report.live == 0)
      #expect(report.total == WindowFigures())
      let agent = board.agent(Floor.number("asha"), since: Floor.at(-60))
      #expect(agent?.figures.placed == 1)
      #expect(agent?.figures.connected == 1)
    }
  }

  @Test func `an agent's leg that comes in rings no bell, and is no longest`() {
    let ringing = [BridgeFloor.leg("asha", .ringing, at: 0, comesIn: true)]
    let board = BridgeFloor.board(ringing)
    #expect(board.rings == 0)
    #expect(board.figures(since: Floor.at(-60)).live.longestRingingSince == nil)
    #expect(board.overdue(.ringing, since: Floor.at(60)).count == 0)
  }

  @Test func `an agent's own leg that is not taken is their miss`() {
    let missed = [
      BridgeFloor.leg("asha", .ringing, at: 0),
      BridgeFloor.leg("asha", .terminal, at: 20, status: "no-answer"),
    ]
    let board = BridgeFloor.board(missed)
    #expect(board.call("asha")?.call.outcome == .agentMissed)
    #expect(board.figures(since: Floor.at(-60)).window == WindowFigures())
    #expect(board.agent(Floor.number("asha"), since: Floor.at(-60))?.figures.ownMissed == 1)
  }

  @Test func `the talk of both is the time for which they shared the bridge`() {
    let over =
      BridgeFloor.conversation() + [
        BridgeFloor.ended("customer", at: 50, comesIn: true),
        BridgeFloor.step("asha", .leaves, at: 50), BridgeFloor.ended("asha", at: 55),
      ]
    let board = BridgeFloor.board(over)
    #expect(board.call("customer")?.call.talk == .seconds(40))
    #expect(board.figures(since: Floor.at(-60)).window.callers.talk == .seconds(40))
    let agent = board.agent(Floor.number("asha"), since: Floor.at(-60))
    #expect(agent?.figures.placedTalk == .seconds(40))
  }

  @Test(arguments: [(45.0, 50.0), (50.0, 45.0)])
  func `they talk until the first of both legs ends`(_ agent: Double, _ customer: Double) {
    let over =
      BridgeFloor.conversation() + [
        BridgeFloor.ended("asha", at: agent),
        BridgeFloor.ended("customer", at: customer, comesIn: true),
      ]
    let board = BridgeFloor.board(over)
    #expect(board.call("customer")?.call.talk == .seconds(35))
    #expect(board.call("asha")?.call.talk == .seconds(35))
  }

  @Test func `the report and the board count the same`() {
    let others = [
      BridgeFloor.ended("customer", at: 50, comesIn: true), BridgeFloor.ended("asha", at: 51),
    ]
    let board = BridgeFloor.board(
      BridgeFloor.conversation() + others + BridgeFloor.answered("other", at: 5))
    var report = DayReport(rules: CallRules(), facts: board.facts)
    for row in board.allCalls() { report.add(row, hour: 10, now: board.now) }
    let window = board.figures(since: Floor.at(-60)).window
    #expect(report.total == window)
    #expect(report.calls == window.callers.offered + window.placed.placed)
  }
}
