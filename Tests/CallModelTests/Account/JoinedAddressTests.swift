import Testing

@testable import CallModel

/// Which addresses callbacks join, and what the person is called by then.
@Suite struct JoinedAddressTests {
  private static let roster = Roster(agents: [
    .init(
      number: Floor.number("asha"), name: "Asha", team: "Sales",
      addresses: [Floor.number("asha@example.com")])
  ])

  /// What a softphone tells of a call between a device and the customer.
  private static func softphone(
    _ event: Callback.Event, way: Callback.Way?, from: String = "sip:ashax",
    to: String = "customer", sid: String = "c1"
  ) -> Callback {
    var callback = Callback(sid: sid, family: .softphone, event: event)
    (callback.from, callback.to) = (Floor.number(from), Floor.number(to))
    callback.aliases = [Floor.number("asha@example.com")]
    callback.line = .init(Floor.number("line"), .virtualNumber)
    callback.way = way
    callback.direction = way.map { $0 == .outgoing ? "outbound" : "incoming" }
    return callback
  }

  private static func board(_ callbacks: [Callback]) -> CallBoard {
    var board = CallBoard(roster: roster)
    for callback in callbacks { _ = board.apply(callback, arrivedAt: Floor.at(1)) }
    return board
  }

  private static func agents(_ board: CallBoard) -> [Agent] { board.agents(since: Floor.at(-60)) }

  @Test(arguments: [Callback.Way.outgoing, nil], [Callback.Event.answered, .terminal])
  func `a softphone that places a call is the device of the one who is logged in`(
    _ way: Callback.Way?, _ event: Callback.Event
  ) throws {
    let board = Self.board([Self.softphone(event, way: way)])
    let agent = try #require(Self.agents(board).first)
    #expect(Self.agents(board).count == 1)
    #expect(agent.name == "Asha")
    #expect(agent.activity == (event == .answered ? .talking : .idle))
    #expect(agent.addresses.contains(Floor.number("sip:ashax")))
    #expect(board.call("c1")?.legNames == ["Asha", nil])
    #expect(board.call("c1")?.legTeams == ["Sales", nil])
  }

  /// The calls of an address that are not on the board any more are the person's, too.
  @Test(arguments: [false, true])
  func `who is joined after their calls have left the board is one agent`(_ isKnown: Bool) throws {
    var rules = CallRules()
    rules.keepEnded = .seconds(60)
    var board = CallBoard(rules: rules)
    func take(
      _ event: Callback.Event, _ agent: String, mail: String?, at second: Double, _ sid: String
    ) {
      var callback = Floor.connect(event, agent, at: second, sid: sid)
      callback.aliases = mail.map { [Floor.number($0)] } ?? []
      _ = board.apply(callback, arrivedAt: Floor.at(second))
    }
    if isKnown { take(.dial, "asha", mail: "new@example.com", at: 0, "a") }
    if isKnown { take(.terminal, "asha", mail: nil, at: 1, "a") }
    for (second, event) in [Callback.Event.dial, .answered, .terminal].enumerated() {
      take(event, "sip:newx", mail: nil, at: Double(second), "b")
    }
    board.advance(to: Floor.at(200))
    #expect(board.allCalls().isEmpty)
    #expect(Self.agents(board).count == (isKnown ? 2 : 1))
    take(.dial, "sip:newx", mail: "new@example.com", at: 201, "c")
    let agent = try #require(Self.agents(board).first)
    #expect(Self.agents(board).count == 1)
    #expect(agent.figures.offered == (isKnown ? 3 : 2))
    #expect(agent.figures.answered == 1)
    #expect(agent.activity == .dialing)
    #expect(agent.addresses.contains(Floor.number("sip:newx")))
  }

  @Test func `who calls a softphone is nobody of ours`() {
    var callback = Self.softphone(
      .answered, way: .incoming, from: "customer", to: "sip:ashax")
    callback.customer = Floor.number("customer")
    #expect(Self.board([callback]).facts.all.isEmpty)
    callback.agent = Floor.number("sip:ashax")
    #expect(Self.agents(Self.board([callback])).map(\.name) == ["Asha"])
  }

  /// Whose a phone number is that calls, only the direction tells.
  @Test func `a direction that is told once holds for what tells none`() {
    let told = Self.softphone(.begin, way: .outgoing, from: "sip:ashax")
    let untold = Self.softphone(.answered, way: nil, from: "imran")
    #expect(Self.board([untold]).facts.all.isEmpty)
    for callbacks in [[told, untold], [untold, told]] {
      let people = Self.board(callbacks).facts.people
      #expect(people.person(of: Floor.number("imran")) == Floor.number("asha").key)
    }
  }

  @Test func `the leg of a device that a mail has joined has the name of the roster`() {
    var dial = Floor.connect(.dial, "sip:new", at: 0)
    dial.aliases = [Floor.number("asha@example.com")]
    dial.agentName = "asha@example.com"
    let row = Self.board([dial]).call("c1")
    #expect(row?.legNames == [nil, "Asha"])
    #expect(row?.legTeams == [nil, "Sales"])
  }
}
