import Testing

@testable import CallModel

/// What comes of a call that has left the board.
@Suite struct DepartedCallsTests {
  private static let rules: CallRules = {
    var rules = CallRules()
    rules.keepEnded = .seconds(600)
    return rules
  }()

  private func histories(seed: Int) -> [[Callback]] {
    var (families, connects) = (FamilyHistories(seed: UInt64(seed)), Histories(seed: UInt64(seed)))
    return FamilyHistories.Kind.allCases.enumerated().map {
      families.history($0.element, sid: "f\($0.offset)")
    }
      + Histories.Kind.allCases.enumerated().map {
        connects.history($0.element, sid: "h\($0.offset)")
      }
  }

  private func deliver(_ callbacks: some Sequence<Callback>, to board: inout CallBoard) {
    for callback in callbacks {
      let time = max(board.now, (callback.eventTime ?? board.now) + .seconds(1))
      _ = board.apply(callback, arrivedAt: time)
    }
  }

  /// All that a late callback could change.
  private func picture(_ board: borrowing CallBoard) -> String {
    let agents = board.agents(since: .distantPast).map {
      "\($0.number.text) \($0.activity) \($0.figures) \($0.missesInARow)"
    }
    return "\(board.figures(since: .distantPast)) \(board.minutes(200, until: board.now)) \(agents)"
  }

  @Test(arguments: 0..<30) func `what comes again of calls that have left counts nobody again`(
    _ seed: Int
  ) {
    var random = Seeded(UInt64(seed) + 7)
    let histories = histories(seed: seed)
    var board = CallBoard(rules: Self.rules)
    for history in histories { deliver(history, to: &board) }
    var left = 0
    // All end sometime, some as their ends were lost.
    while let deadline = board.nextDeadline, left <= histories.count {
      board.advance(to: deadline)
      let rows = board.takeDeparted()
      left += rows.count
      // Nothing was heard for so long of the others.
      let heard = rows.filter { board.now - $0.call.clock <= DepartedCalls.kept }
      let departed = Set(heard.map(\.call.sid))
      let before = picture(board)
      for callback in histories.joined().shuffled(using: &random)
      where departed.contains(callback.sid) {
        let verdict = board.apply(callback, arrivedAt: board.now)
        #expect(verdict == .departed, "\(callback)")
      }
      let after = picture(board)
      #expect(after == before)
    }
    #expect(left == histories.count { !$0.isEmpty })
  }

  @Test func `a callback that comes late for the first time is no new call either`() {
    for missing in 0..<3 {
      var history = [
        Floor.connect(.dial, "asha", at: 0), Floor.connect(.ringing, "asha", at: 2),
        Floor.connect(.answered, "asha", at: 5), Floor.connect(.terminal, "asha", at: 60),
      ]
      let late = history.remove(at: missing)
      var board = CallBoard(rules: Self.rules)
      deliver(history, to: &board)
      while let deadline = board.nextDeadline { board.advance(to: deadline) }
      let verdict = board.apply(late, arrivedAt: board.now + .seconds(1_200))
      #expect(verdict == .departed)
      #expect(board.figures(since: .distantPast).liveCalls == 0)
    }
  }

  @Test func `a call that goes on after its end is there again`() {
    var board = CallBoard(rules: Self.rules)
    deliver(
      [
        Floor.connect(.dial, "asha", at: 0), Floor.connect(.answered, "asha", at: 5),
        Floor.connect(.terminal, "asha", at: 60),
      ], to: &board)
    board.advance(to: Floor.at(700))
    let again = Floor.connect(.dial, "ravi", at: 701)
    #expect(board.apply(again, arrivedAt: Floor.at(702)) == .applied(AnomalySet()))
    #expect(board.call("c1")?.call.state == .dialing)
  }

  @Test func `after four hours the same sid is another call`() {
    var board = CallBoard(rules: Self.rules)
    let ringing = Floor.connect(.ringing, "asha", at: 0)
    deliver([ringing, Floor.connect(.terminal, "asha", at: 10)], to: &board)
    board.advance(to: Floor.at(20_000))
    #expect(board.apply(ringing, arrivedAt: Floor.at(20_000)) != .departed)
  }

  @Test func `it holds no more than twice its number, and none where calls stay for long`() {
    var departed = DepartedCalls()
    var call = Call(sid: "c", state: .ended, startedAt: Floor.start, clock: Floor.start)
    for number in 0..<3 * DepartedCalls.capacity {
      call.sid = "c\(number)"
      departed.insert(call, latest: nil, now: Floor.at(600))
    }
    #expect(departed.count <= 2 * DepartedCalls.capacity)
    let late = Floor.connect(.terminal, "asha", at: 0, sid: call.sid)
    #expect(departed.isPast(late, now: Floor.at(700)))
    var others = DepartedCalls()
    others.insert(call, latest: nil, now: Floor.at(86_400))
    #expect(others.count == 0)
  }
}
