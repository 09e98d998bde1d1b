import Testing

@testable import CallModel

/// Legs of ExoML that share a bridge (`families.md` § 3.7).
@Suite struct BridgeTests {
  private func call(
    _ callbacks: some Sequence<Callback>, of sid: String = "customer", now: Double = 60
  ) throws -> Call {
    try #require(BridgeFloor.board(Array(callbacks), now: now).call(sid)).call
  }

  // MARK: - States

  @Test(arguments: [true, false])
  func `a customer talks from the second in which an agent shares their bridge`(
    _ comesIn: Bool
  ) throws {
    let all = BridgeFloor.conversation(comesIn: comesIn)
    let alone = try call(all.dropLast(), now: 9)
    #expect(alone.state == .waiting)
    #expect(alone.clock == Floor.at(1))
    let talking = try call(all)
    #expect(talking.state == .talking)
    #expect(talking.clock == Floor.at(10))
    #expect(talking.answeredAt == Floor.at(10))
    #expect(talking.wait == nil)
  }

  @Test func `it is seen in the same moment, without waiting for more`() throws {
    var board = CallBoard(roster: BridgeFloor.roster)
    for callback in BridgeFloor.conversation() {
      _ = board.apply(callback, arrivedAt: callback.eventTime ?? Floor.start)
    }
    #expect(board.call("customer")?.call.state == .talking)
    #expect(board.figures(since: Floor.at(-60)).live.callers.talking == 1)
  }

  @Test func `an agent who is in another bridge, or only answered, is not with the customer`()
    throws
  {
    let other =
      BridgeFloor.answered("ravi", at: 3) + [BridgeFloor.step("ravi", .joins, at: 4, "b2")]
    #expect(try call(BridgeFloor.conversation().dropLast() + other).state == .waiting)
  }

  @Test func `two customers in one bridge are not served`() throws {
    let other = BridgeFloor.answered("other", at: 3) + [BridgeFloor.step("other", .joins, at: 4)]
    let waiting = try call(BridgeFloor.conversation().prefix(3) + other)
    #expect(waiting.state == .waiting)
    #expect(waiting.companions.map(\.party) == [.customer])
  }

  @Test func `a customer waits again once the agent has left the bridge`() throws {
    let waiting = try call(BridgeFloor.conversation() + [BridgeFloor.step("asha", .leaves, at: 30)])
    #expect(waiting.state == .waiting)
    #expect(waiting.clock == Floor.at(30))
  }

  @Test func `a customer waits again once the agent's leg has ended`() throws {
    let waiting = try call(BridgeFloor.conversation() + [BridgeFloor.ended("asha", at: 31)])
    #expect(waiting.state == .waiting)
    #expect(waiting.clock == Floor.at(31))
  }

  @Test func `a customer who left the bridge waits, and talks again when they come back`() throws {
    let left =
      BridgeFloor.conversation() + [BridgeFloor.step("customer", .leaves, at: 20, comesIn: true)]
    #expect(try call(left).state == .waiting)
    let back = left + [BridgeFloor.step("customer", .joins, at: 25, comesIn: true)]
    let talking = try call(back)
    #expect(talking.state == .talking)
    #expect(talking.clock == Floor.at(25))
  }

  @Test func `one conversation goes on while one agent follows the other without a gap`() throws {
    let handed =
      BridgeFloor.conversation() + BridgeFloor.answered("ravi", at: 18)
      + [BridgeFloor.step("ravi", .joins, at: 20), BridgeFloor.step("asha", .leaves, at: 25)]
    let talking = try call(handed)
    #expect(talking.state == .talking)
    #expect(talking.clock == Floor.at(10))
    #expect(talking.companions.filter(\.isThere).map(\.name) == ["Ravi"])
  }

  @Test func `a customer who is called talks as long as no bridge was ever told`() throws {
    let called = BridgeFloor.answered("customer", at: 0)
    #expect(try call(called).state == .talking)
    #expect(try call(called + [BridgeFloor.step("customer", nil, at: 5)]).state == .waiting)
    let left = called + [BridgeFloor.step("customer", .leaves, at: 5)]
    #expect(try call(left).state == .waiting)
    #expect(try call(BridgeFloor.answered("customer", at: 0, comesIn: true)).state == .waiting)
  }

  @Test func `an agent's answered leg talks, whoever is in the bridge`() throws {
    #expect(try call(BridgeFloor.answered("asha", at: 0), of: "asha").state == .talking)
  }

  @Test func `who is in a bridge has been answered, though it was not told`() throws {
    let lost = BridgeFloor.conversation().filter { $0.event != .answered }
    let talking = try call(lost)
    #expect(talking.state == .talking)
    #expect(talking.legs.map(\.answeredAt) == [nil])
  }

  @Test func `who joins another bridge has left the one before`() throws {
    let moved = BridgeFloor.conversation() + [BridgeFloor.step("asha", .joins, at: 20, "b2")]
    let waiting = try call(moved)
    #expect(waiting.state == .waiting)
    #expect(waiting.clock == Floor.at(20))
  }

  // MARK: - Who is who

  @Test func `a row tells the agent of the bridge, and the agent whom they talk with`() throws {
    let board = BridgeFloor.board(BridgeFloor.conversation())
    let row = try #require(board.call("customer"))
    #expect(row.agent == .init(name: "Asha Rao", number: Floor.number("asha"), others: 0))
    let agent = try #require(board.agent(Floor.number("asha"), since: Floor.at(-60)))
    #expect(agent.activity == .talking)
    #expect(agent.with == Floor.number("customer"))
    let after = BridgeFloor.board(
      BridgeFloor.conversation() + [BridgeFloor.ended("customer", at: 40, comesIn: true)])
    #expect(after.call("customer")?.agent?.name == "Asha Rao")
    #expect(after.agent(Floor.number("asha"), since: Floor.at(-60))?.with == nil)
  }

  @Test func `a customer's row is found by the agent of the bridge, and by their team`() throws {
    let board = BridgeFloor.board(BridgeFloor.conversation())
    for text in ["agent:asha", "team:sales", "agent:880000001"] {
      let filter = CompiledFilter(try CallFilter(text))
      let row = try #require(board.call("customer"))
      #expect(filter.matches(row, now: Floor.at(60)), "\(text)")
    }
  }

  @Test func `masking leaves no number of a companion`() throws {
    let row = try #require(BridgeFloor.board(BridgeFloor.conversation()).call("customer"))
    #expect(row.masked.call.companions.map(\.number) == [Floor.number("asha").masked])
  }

  // MARK: - Bounds

  @Test func `a leg that left the board is still known to the others of its bridge`() throws {
    var rules = CallRules()
    rules.keepEnded = .seconds(60)
    var board = CallBoard(rules: rules, roster: BridgeFloor.roster)
    for callback in BridgeFloor.conversation() + [BridgeFloor.ended("asha", at: 20)] {
      _ = board.apply(callback, arrivedAt: callback.eventTime ?? Floor.start)
    }
    board.advance(to: Floor.at(200))
    #expect(board.call("asha") == nil)
    _ = board.apply(
      BridgeFloor.ended("customer", at: 210, comesIn: true), arrivedAt: Floor.at(210))
    #expect(board.call("customer")?.call.outcome == .completed)
    #expect(board.call("customer")?.agent?.name == "Asha Rao")
  }

  @Test func `however many legs name a bridge, a callback looks at some of them`() {
    var board = CallBoard(roster: BridgeFloor.roster)
    for number in 0..<2_000 {
      let step = BridgeFloor.step("leg\(number)", .joins, at: Double(number))
      _ = board.apply(step, arrivedAt: step.eventTime ?? Floor.start)
    }
    #expect(board.outdated.isEmpty)
    #expect(board.call("leg0")?.call.companions.count == Bridges.legsOfOne - 1)
    #expect(board.call("leg1999")?.call.companions.count == Bridges.legsOfOne)
  }
}
