import Testing

@testable import CallModel

struct HeartbeatBoardTests {
  private let line = PhoneNumber("08044556678", country: .india)
  private let start = Instant(seconds: 1_700_000_000)

  private func heartbeat(
    _ second: Int, _ status: String = "CRITICAL", in incoming: [String] = [],
    out outgoing: [String] = [], told: [String: String] = [:]
  ) -> Heartbeat {
    HeartbeatStory.heartbeat(
      start + .seconds(second), status, in: incoming, out: outgoing, told: told)
  }

  private func board(_ roster: Roster = Roster()) -> CallBoard { CallBoard(roster: roster) }

  private func health(_ board: CallBoard, _ key: String) -> LineHealth? {
    board.line(key: key)?.health
  }

  @Test func `before any heartbeat nothing is said of a line`() {
    let roster = Roster(lines: [.init(number: line, label: "Sales")])
    let board = board(roster)
    #expect(board.lineKeys.listed == [line.key] && board.line(key: line.key)?.label == "Sales")
    #expect(health(board, line.key) == nil && !board.lineTroubles.isAny)
  }

  @Test func `a line is in trouble from the first heartbeat that says so`() throws {
    var board = board()
    for second in [0, 300, 600] {
      _ = board.apply(
        heartbeat(
          second, second == 0 ? "OK" : "CRITICAL", in: second == 0 ? [] : ["a1"],
          told: ["a1": "08044556678"]), arrivedAt: start + .seconds(second + 1))
    }
    let health = try #require(self.health(board, line.key))
    #expect(health.incoming == .trouble("CRITICAL") && health.outgoing == .ok)
    #expect(health.since == start + .seconds(300))
    #expect(board.lineTroubles.lines.map(\.key) == [line.key])
    #expect(board.line(key: line.key)?.sid == "a1" && board.line(key: "a1") == nil)
    #expect(board.figures(since: start).window.callers.offered == 0)
    #expect(board.figures(since: start).accepted == 3)
  }

  @Test func `the newest heartbeat replaces what the earlier ones said`() {
    var board = board()
    _ = board.apply(heartbeat(0, in: ["a"], out: ["b"]), arrivedAt: start)
    _ = board.apply(heartbeat(60, "WARNING", in: ["b"]), arrivedAt: start + .seconds(60))
    #expect(
      health(board, "a")
        == LineHealth(
          incoming: .ok, outgoing: .ok, since: start + .seconds(60)))
    #expect(health(board, "b")?.incoming == .trouble("WARNING"))
    #expect(health(board, "b")?.outgoing == .ok)
    #expect(Set(board.lineKeys.others) == ["a", "b"])
  }

  @Test func `without heartbeats nothing is known any more, which time alone tells`() {
    var board = board()
    _ = board.apply(heartbeat(0, in: ["a"]), arrivedAt: start)
    #expect(board.nextDeadline == start + .seconds(1_800))
    let revision = board.revision
    board.advance(to: start + .seconds(1_799))
    #expect(board.revision == revision && health(board, "a")?.incoming == .trouble("CRITICAL"))
    board.advance(to: start + .seconds(1_800))
    #expect(board.revision > revision && board.nextDeadline == nil)
    #expect(
      health(board, "a")
        == LineHealth(
          incoming: .unknown, outgoing: .unknown, since: start))
    #expect(board.lineTroubles.silentSince == start)
    _ = board.apply(heartbeat(1_900, "OK"), arrivedAt: start + .seconds(1_900))
    #expect(health(board, "a")?.isOK == true && !board.lineTroubles.isAny)
  }

  @Test func `the time after which nothing is known is a setting`() {
    var rules = CallRules()
    rules.heartbeatAfter = .seconds(60)
    var board = CallBoard(rules: rules)
    _ = board.apply(heartbeat(0), arrivedAt: start)
    #expect(board.nextDeadline == start + .seconds(60))
  }

  @Test func `the roster's id of a line counts before what a heartbeat tells`() {
    let roster = Roster(lines: [.init(number: line, label: "Sales", sid: "a1")])
    var board = board(roster)
    _ = board.apply(heartbeat(0, in: ["a1"], told: ["a1": "08099999999"]), arrivedAt: start)
    #expect(health(board, line.key)?.incoming == .trouble("CRITICAL"))
    #expect(board.lineKeys.others.isEmpty)
  }

  @Test func `a number that is told later is the number of what came before`() {
    var board = board()
    _ = board.apply(heartbeat(0, in: ["a1"]), arrivedAt: start)
    #expect(board.line(key: "a1")?.number == nil)
    _ = board.apply(
      heartbeat(60, in: ["a1"], told: ["a1": "08044556678"]), arrivedAt: start + .seconds(60))
    #expect(board.line(key: "a1") == nil)
    #expect(health(board, line.key)?.since == start)
  }

  @Test func `a time to come is none, and does not stand for ever`() {
    var board = board()
    _ = board.apply(heartbeat(1_000_000, in: ["a"]), arrivedAt: start)
    _ = board.apply(heartbeat(60, "OK"), arrivedAt: start + .seconds(60))
    #expect(health(board, "a")?.isOK == true)
  }

  @Test func `a heartbeat of long ago says how the lines stand, and is heard now`() {
    var board = board()
    _ = board.apply(heartbeat(0, in: ["a"]), arrivedAt: start + .seconds(86_400))
    #expect(health(board, "a")?.incoming == .trouble("CRITICAL"))
    #expect(board.nextDeadline == start + .seconds(86_400 + 1_800))
  }

  @Test func `an account that is not well is told where no line is named`() {
    var board = board()
    _ = board.apply(heartbeat(0, "PAYLOAD_TOO_LARGE"), arrivedAt: start)
    #expect(board.lineTroubles.account == .init(word: "PAYLOAD_TOO_LARGE", since: start))
    #expect(board.lineTroubles.count == 0)
  }

  @Test func `a line has its calls that come in, and stays when they have left`() throws {
    var rules = CallRules()
    rules.keepEnded = .seconds(60)
    var board = CallBoard(rules: rules)
    var dial = Callback(sid: "c1", family: .connect, event: .dial, eventTime: start)
    dial.line = .init(line, .callTo)
    dial.agent = PhoneNumber("09880000001", country: .india)
    _ = board.apply(dial, arrivedAt: start)
    #expect(board.line(key: line.key)?.live.dialing == 1)
    dial.event = .ringing
    _ = board.apply(dial, arrivedAt: start)
    let ringing = try #require(board.line(key: line.key))
    #expect(ringing.live.ringing == 1 && ringing.live.dialing == 0)
    board.advance(to: start + .seconds(100_000))
    #expect(board.call("c1") == nil)
    #expect(board.line(key: line.key)?.live == LiveFigures.States())
  }
}
