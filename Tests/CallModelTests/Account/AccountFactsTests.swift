import Testing

@testable import CallModel

@Suite struct AccountFactsTests {
  private static let people = ["asha", "ravi", "meera", "imran"]

  private static func address(_ text: String) -> PhoneNumber { Floor.number(text) }

  /// A callback that carries further addresses of its agent.
  private static func carrying(
    _ addresses: [String], _ event: Callback.Event, _ agent: String, at second: Double,
    sid: String
  ) -> Callback {
    var callback = Floor.connect(event, agent, at: second, sid: sid)
    callback.aliases = addresses.map(address)
    return callback
  }

  /// Calls of four people by two devices each, on two lines, of which one shows progress late.
  private static func callbacks(_ seed: UInt64) -> [Callback] {
    var random = Seeded(seed)
    var callbacks: [Callback] = []
    for number in 0..<24 {
      let start = Double(number * 30)
      let person = people.randomElement(using: &random) ?? "asha"
      let device = Bool.random(using: &random) ? person : "sip:\(person)"
      let sid = "c\(number)"
      let aliases = Bool.random(using: &random) ? ["\(person)@example.com", "sip:\(person)"] : []
      callbacks.append(carrying(aliases, .dial, device, at: start, sid: sid))
      if number.isMultiple(of: 3) {
        callbacks.append(Floor.connect(.answered, device, at: start + 5, sid: sid))
      }
      callbacks.append(Floor.connect(.terminal, device, at: start + 9, sid: sid))
      guard number.isMultiple(of: 2) else { continue }
      for place in callbacks.indices where callbacks[place].sid == sid {
        callbacks[place].line = .init(address("08044556699"), .callTo)
      }
    }
    return callbacks
  }

  private static func board(
    _ callbacks: [Callback], roster: Roster = Roster(), facts: [AccountFact] = []
  ) -> CallBoard {
    var board = CallBoard(roster: roster)
    board.join(facts)
    for callback in callbacks { _ = board.apply(callback, arrivedAt: Floor.at(1_000)) }
    board.advance(to: Floor.at(1_200))
    return board
  }

  /// What people see of it.
  private struct Picture: Hashable {
    var calls: [String: Call] = [:]
    var figures: [String: AgentFigures] = [:]
    var addresses: [String: Set<String>] = [:]

    init(_ board: CallBoard) {
      for row in board.allCalls() { calls[row.call.sid] = row.call }
      for agent in board.agents(since: Floor.at(-3_600)) {
        figures[agent.number.key] = agent.figures
        addresses[agent.number.key] = Set(agent.addresses.map(\.key))
      }
    }
  }

  private static let rosters = [
    Roster(),
    Roster(
      agents: [
        .init(number: address("asha"), name: "Asha Rao", addresses: [address("sip:asha")]),
        .init(number: address("ravi"), name: "Ravi"),
      ], shared: [address("sip:imran")]),
  ]

  @Test(arguments: 0..<12, rosters)
  func `facts that come in any order, in parts and between callbacks make the same board`(
    _ seed: Int, _ roster: Roster
  ) {
    var random = Seeded(UInt64(seed))
    let all = Self.callbacks(UInt64(seed))
    let whole = Self.board(all, roster: roster)
    let recent = all.filter { ($0.eventTime ?? Floor.start) >= Floor.at(360) }
    let expected = Picture(Self.board(recent, roster: roster, facts: whole.facts.all))
    var board = CallBoard(roster: roster)
    var facts = (whole.facts.all + whole.facts.all).shuffled(using: &random)
    for callback in recent {
      let some = facts.prefix(Int.random(in: 0...3, using: &random))
      facts.removeFirst(some.count)
      board.join(Array(some))
      _ = board.apply(callback, arrivedAt: Floor.at(1_000))
    }
    board.join(facts)
    board.advance(to: Floor.at(1_200))
    #expect(Picture(board) == expected)
    #expect(Set(board.facts.all) == Set(whole.facts.all))
    // Each call is the one of the board that has seen everything.
    let seen = Picture(whole).calls
    for (sid, call) in Picture(board).calls { #expect(call == seen[sid], "\(sid)") }
  }

  @Test(arguments: 0..<12)
  func `callbacks in any order tell the same facts`(_ seed: Int) {
    var random = Seeded(UInt64(seed) &+ 77)
    let all = Self.callbacks(UInt64(seed))
    let facts = Set(Self.board(all).facts.all)
    #expect(facts.count > 6)
    #expect(Set(Self.board(all.shuffled(using: &random)).facts.all) == facts)
  }

  @Test func `a line that is told after the answer has told of it`() {
    var answered = Floor.connect(.answered, "asha", at: 5)
    (answered.line, answered.to) = (nil, nil)
    var board = Self.board([answered])
    #expect(board.facts.all.isEmpty)
    _ = board.apply(Floor.connect(.flow, nil, at: 1), arrivedAt: Floor.at(1_201))
    #expect(
      board.facts.all == [
        .progress(line: Floor.number("line").key, family: .connect, since: Floor.at(5))
      ])
  }

  @Test func `an old line shows its progress, so that an attempt without an answer was none`() {
    let progress = AccountFact.progress(
      line: Floor.number("line").key, family: .connect, since: Floor.at(-90_000))
    let callbacks = [
      Floor.connect(.dial, "asha", at: 0), Floor.connect(.terminal, "asha", at: 30),
    ]
    func outcome(_ facts: [AccountFact]) -> Leg.Outcome? {
      Self.board(callbacks, facts: facts).call("c1")?.call.legs.last?.outcome
    }
    #expect(outcome([]) == .unknown)
    #expect(outcome([progress]) == .noAnswer)
    #expect(
      outcome([.progress(line: "+918044556677", family: .connect, since: Floor.at(-9))])
        == .unknown)
  }

  @Test func `people joined elsewhere are one, found by each of their addresses`() throws {
    let join = AccountFact.join(
      Floor.number("asha"), Floor.number("asha@example.com"), since: Floor.at(-90_000))
    for isFirst in [true, false] {
      var board = CallBoard()
      if isFirst { board.join([join]) }
      for (number, agent) in ["asha", "asha@example.com"].enumerated() {
        for event in [Callback.Event.dial, .answered] {
          _ = board.apply(
            Floor.connect(event, agent, at: Double(number), sid: "c\(number)"),
            arrivedAt: Floor.at(Double(number)))
        }
      }
      if !isFirst { board.join([join]) }
      let agent = try #require(board.agents(since: Floor.start).first)
      #expect(board.agents(since: Floor.start).count == 1)
      #expect(agent.number == Floor.number("asha") && agent.calls.count == 2)
      #expect(Set(agent.addresses.map(\.text)) == ["+919880000001", "asha@example.com"])
      #expect(agent.joinedByCallbacks.map(\.text) == ["asha@example.com"])
      let other = board.agent(Floor.number("asha@example.com"), since: Floor.start)
      #expect(other?.calls == agent.calls)
    }
  }

  @Test func `what a shared address carries with it is joined all the same`() {
    let roster = Roster(shared: [Floor.number("sales@example.com")])
    let callback = Self.carrying(
      ["asha", "sip:asha"], .dial, "sales@example.com", at: 0, sid: "c1")
    let people = Self.board([callback], roster: roster).facts.people
    #expect(people.person(of: Floor.number("asha")) == people.person(of: Floor.number("sip:asha")))
    #expect(people.person(of: "sales@example.com") == "sales@example.com")
  }

  @Test func `who reads the log has all, however often it was made shorter`() {
    var board = CallBoard()
    var (position, heard) = (0, Set<AccountFact>())
    for number in 0..<5_000 {
      // Ever earlier, so that each makes the one before it obsolete.
      board.join([
        .progress(
          line: "+91804455\(number % 7)", family: .connect, since: Floor.at(-Double(number)))
      ])
      if number.isMultiple(of: 900) {
        let (facts, next) = board.factLog.facts(from: position, atMost: .max)
        (position, heard) = (next, heard.union(facts))
      }
    }
    heard.formUnion(board.factLog.facts(from: position, atMost: .max).facts)
    #expect(heard.isSuperset(of: board.facts.all))
    #expect(board.factLog.facts(from: 0, atMost: .max).facts.count < 2_000)
    #expect(board.factLog.facts(from: board.factLog.end, atMost: 9).facts.isEmpty)
  }
}
