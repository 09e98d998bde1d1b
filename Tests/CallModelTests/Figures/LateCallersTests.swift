import Testing

@testable import CallModel

/// Callers who are not answered and cannot be in time any more (`board.md` § 5).
@Suite struct LateCallersTests {
  /// Shifts what callbacks tell, as an account in another zone does; they arrive when they should.
  private func board(_ callbacks: [Callback], shiftedBy shift: Duration = .zero) -> CallBoard {
    var board = CallBoard()
    for callback in callbacks {
      var told = callback
      told.eventTime = callback.eventTime.map { $0 + shift }
      _ = board.apply(told, arrivedAt: callback.eventTime ?? board.now)
    }
    return board
  }

  private func answered(_ sid: String, at second: Double) -> [Callback] {
    [
      Floor.connect(.dial, "asha", at: second, sid: sid),
      Floor.connect(.answered, "asha", at: second + 2, sid: sid),
      Floor.connect(.terminal, "asha", at: second + 9, sid: sid),
    ]
  }

  private func ringing(_ sid: String, at second: Double) -> [Callback] {
    [
      Floor.connect(.dial, "ravi", at: second, sid: sid),
      Floor.connect(.ringing, "ravi", at: second, sid: sid),
    ]
  }

  @Test(arguments: [-19_800.0, 0, 19_800])
  func `they are late by live clocks, in whatever zone their times are told`(_ shift: Double) {
    var board = board(answered("a", at: 0) + ringing("b", at: 20), shiftedBy: .seconds(shift))
    func late(_ second: Double) -> Int {
      board.advance(to: Floor.at(second))
      return board.figures(since: Floor.start - .seconds(86_400)).window.late
    }
    #expect(late(21) == 0)
    #expect(late(39) == 0)
    #expect(late(41) == 1)
  }

  @Test func `they are those of the window`() {
    var board = board(ringing("a", at: -5) + ringing("b", at: -1) + ringing("c", at: 1))
    board.advance(to: Floor.at(30))
    #expect(board.figures(since: Floor.at(-900)).window.late == 3)
    // The window begins with a minute.
    #expect(board.figures(since: Floor.start).window.late == 1)
    #expect(board.figures(since: Floor.at(900), now: Floor.at(30)).window.serviceLevel == nil)
    _ = board.apply(Floor.connect(.answered, "ravi", at: 30, sid: "a"), arrivedAt: Floor.at(30))
    #expect(board.figures(since: Floor.at(-900)).window.late == 2)
    #expect(board.figures(since: Floor.start).window.late == 1)
  }

  @Test func `a report has them, too, and counts the calls of its figures alone`() {
    var nothing = Callback(sid: "odd", family: nil, event: .other(""))
    nothing.isOdd = true
    var board = board(answered("a", at: 0) + ringing("b", at: 20) + [nothing])
    board.advance(to: Floor.at(50))
    var report = DayReport(rules: board.rules, facts: board.facts)
    for row in board.allCalls() { report.add(row, hour: 10, now: board.now) }
    #expect(report.total.serviceLevel == 0.5)
    #expect(report.hours[10].serviceLevel == 0.5)
    #expect(report.lines.first?.figures.serviceLevel == 0.5)
    #expect((report.calls, report.live) == (2, 1))
  }

  @Test func `an abandoned call is short only where it is known when it was dialed`() {
    let alone = Floor.connect(.disposition("client-hangup"), "asha", at: 10)
    let dialed = [Floor.connect(.dial, "asha", at: 8), alone]
    let nobody = Floor.connect(.disposition("client-hangup"), nil, at: 10)
    func short(_ callbacks: [Callback]) -> Int {
      board(callbacks).figures(since: Floor.at(-900)).window.callers.shortAbandons
    }
    #expect(short([alone]) == 0)
    #expect(short(dialed) == 1)
    #expect(short([nobody]) == 1)
  }
}
