import Testing

@testable import CallModel

/// What calls cost that are larger than any real one, in steps.
@Suite struct GrowthTests {
  private static func agent(_ number: Int) -> PhoneNumber {
    PhoneNumber("+9199\(10_000_000 + number)", country: .india)
  }

  private static func event(
    _ event: Callback.Event, _ agent: Int?, at second: Int, sid: String = "c1"
  ) -> Callback {
    var callback = Floor.connect(event, nil, at: Double(second), sid: sid)
    callback.agent = agent.map(Self.agent)
    return callback
  }

  enum Shape: CaseIterable {
    case parallel, redialsOfOne, redialsInOneSecond, endsInOneSecond, allAnswer, nobodyNamed
    case dispositions
  }

  /// As many callbacks as `count` says, all different.
  private static func callbacks(_ shape: Shape, _ count: Int) -> [Callback] {
    (0..<count).map { number in
      switch shape {
      case .parallel:
        number < count / 2
          ? event(.dial, number, at: 0) : event(.terminal, number - count / 2, at: 9)
      case .redialsOfOne: event(.dial, 1, at: number)
      case .redialsInOneSecond: numbered(event(.dial, 1, at: 0), number)
      case .endsInOneSecond:
        numbered(event(number < count / 2 ? .dial : .terminal, 1, at: 0), number)
      case .allAnswer:
        event(number < count / 2 ? .answered : .terminal, number % (count / 2), at: number % 2)
      case .nobodyNamed: event(number % 2 == 0 ? .dial : .terminal, nil, at: number)
      case .dispositions:
        number % 2 == 0
          ? event(.dial, number, at: number) : event(.disposition("incomplete"), nil, at: number)
      }
    }
  }

  private static func numbered(_ callback: Callback, _ number: Int) -> Callback {
    var callback = callback
    callback.customField = "\(number)"
    return callback
  }

  private static func steps(_ shape: Shape, _ count: Int) -> Int {
    var history = CallHistory()
    for callback in callbacks(shape, count) {
      _ = history.insert(SharedCallback(callback), arrivedAt: Floor.at(1_000))
    }
    #expect(history.deliveries.count == count)
    return AttemptFlow(
      history.deliveries, people: AccountFacts().people, rules: CallRules(), patience: nil
    ).list.steps
  }

  @Test(arguments: Shape.allCases)
  func `a fold looks at a few attempts for each callback`(_ shape: Shape) {
    for count in [100, 200, 400, 800] {
      #expect(Self.steps(shape, count) <= 7 * count, "\(count) callbacks")
    }
  }

  @Test func `further attempts than a call can have change nothing`() throws {
    var board = CallBoard()
    for number in 0..<AttemptList.capacity {
      _ = board.apply(Self.event(.dial, number, at: number), arrivedAt: Floor.at(1_000))
    }
    board.advance(to: Floor.at(1_000))
    let full = try #require(board.call("c1")?.call)
    #expect(full.legs.count == AttemptList.capacity + 1)
    #expect(!full.anomalies.contains(.contradiction))
    for number in 0..<100 {
      let other = AttemptList.capacity + number
      let verdict = board.apply(Self.event(.dial, other, at: other), arrivedAt: Floor.at(1_001))
      #expect(verdict == .refused)
      _ = board.apply(Self.event(.dial, number, at: other), arrivedAt: Floor.at(1_001))
    }
    board.advance(to: Floor.at(1_001))
    let call = try #require(board.call("c1")?.call)
    #expect(call.legs.map(\.state) == full.legs.map(\.state))
    #expect(call.legs.map(\.number) == full.legs.map(\.number))
    #expect(call.anomalies.contains(.contradiction))
  }

  @Test func `a callback touches the agent that it is about, however many the call has`() {
    var board = CallBoard()
    for number in 0..<300 {
      _ = board.apply(Self.event(.dial, number, at: number / 100), arrivedAt: Floor.at(10))
      board.advance(to: Floor.at(10))
    }
    #expect(board.agents.steps == AttemptList.capacity)
    for number in 0..<100 {
      _ = board.apply(Self.event(.terminal, number, at: 9), arrivedAt: Floor.at(10))
      board.advance(to: Floor.at(10))
    }
    #expect(board.agents.steps == AttemptList.capacity + 2 * 100)
    #expect(board.figures(since: Floor.start).agentsBusy == AttemptList.capacity - 100)
  }

  @Test func `what comes at once for a call of many callbacks is folded once`() {
    var (board, stepwise) = (CallBoard(), CallBoard())
    for number in 0..<150 {
      let dial = Self.event(.dial, number, at: 0)
      _ = board.apply(dial, arrivedAt: Floor.at(10))
      _ = stepwise.apply(dial, arrivedAt: Floor.at(10))
      stepwise.advance(to: Floor.at(10))
    }
    #expect(board.call("c1")?.call.legs.count == 1 + DeferredFolds.many)
    #expect(board.nextDeadline == Floor.at(10.05))
    // Another call's callback waits for none of it, and after a moment nothing waits any more.
    _ = board.apply(Self.event(.dial, 999, at: 0, sid: "c2"), arrivedAt: Floor.at(10.04))
    #expect(board.call("c1")?.call.legs.count == 1 + DeferredFolds.many)
    _ = board.apply(Self.event(.ringing, 999, at: 1, sid: "c2"), arrivedAt: Floor.at(10.05))
    #expect(board.call("c1")?.call == stepwise.call("c1")?.call)
    #expect(board.call("c1")?.call.legs.count == 151)
  }

  @Test func `a call of many agents costs no more than as many calls of one agent`() {
    var (one, many) = (CallBoard(), CallBoard())
    for event in [Callback.Event.dial, .ringing, .terminal] {
      for number in 0..<80 {
        let second = event == .dial ? 0 : event == .ringing ? 5 : 9
        let callback = Self.event(event, number, at: second)
        _ = one.apply(callback, arrivedAt: Floor.at(10))
        var own = callback
        own.sid = "c\(number)"
        _ = many.apply(own, arrivedAt: Floor.at(10))
      }
    }
    #expect(one.agents.steps <= many.agents.steps)
  }

  @Test func `a fact about a line looks at the calls that it can change, however many it has`() {
    var board = CallBoard()
    for number in 0..<500 {
      let sid = "told\(number)"
      for event in [Callback.Event.dial, .answered, .terminal] {
        _ = board.apply(Self.event(event, 1, at: 100 + number, sid: sid), arrivedAt: Floor.at(900))
      }
      _ = board.apply(
        Self.event(.dial, 2, at: -number, sid: "before\(number)"), arrivedAt: Floor.at(900))
    }
    // What shows progress is in no list, and of the others only those after the first answer matter.
    #expect(board.withoutProgress.values.map(\.count) == [500])
    let known = board.revision
    _ = board.apply(Self.event(.answered, 1, at: 90, sid: "earlier"), arrivedAt: Floor.at(900))
    #expect(board.revision == known + 1)
    // All but the ten that began before it.
    _ = board.apply(Self.event(.answered, 1, at: -490, sid: "early"), arrivedAt: Floor.at(900))
    while !board.outdated.isEmpty { board.advance(to: Floor.at(900)) }
    #expect(board.withoutProgress.values.map(\.count) == [10])
  }

  @Test func `an end costs the same however many calls its agent has`() {
    var agents = AgentBoard(roster: Roster())
    let count = 20_000
    func parts(_ slot: Int, _ state: Leg.State) -> FoldedCall {
      var leg = Leg(
        index: 2, party: .agent, number: Floor.number("asha"), state: state,
        clock: Floor.at(Double(slot)))
      leg.outcome = state == .ended ? .noAnswer : nil
      leg.offer = 1
      let call = Call(
        sid: "c\(slot)", families: [.connect], state: .talking, startedAt: Floor.start,
        clock: Floor.start, legs: [leg])
      return FoldedCall(
        call, CallShare(call, slot, CallRules(), latest: Floor.start),
        AgentPart.parts(of: call, people: AccountFacts().people))
    }
    for slot in 0..<count {
      _ = agents.update(
        slot, from: nil, to: parts(slot, .answered),
        people: AccountFacts().people, now: Floor.start)
    }
    #expect(agents.steps == count)
    for slot in 0..<count / 2 {
      _ = agents.update(
        slot, from: parts(slot, .answered), to: parts(slot, .ended),
        people: AccountFacts().people, now: Floor.start)
    }
    // The half that ended: a leg out, an offer in.
    #expect(agents.steps == 2 * count)
    #expect(agents.busy == 1)
    #expect(agents.records.first?.open.count == count / 2)
  }

  @Test func `of an agent in many calls the first thousand are told`() {
    var board = CallBoard()
    for number in 0..<Agent.toldCalls + 50 {
      let callback = Floor.connect(.answered, "asha", at: 0, sid: "c\(number)")
      _ = board.apply(callback, arrivedAt: Floor.start)
    }
    let agent = board.agent(Floor.number("asha"), since: Floor.start)
    #expect(agent?.calls == (0..<Agent.toldCalls).map { "c\($0)" })
    #expect(agent?.figures.answered == Agent.toldCalls + 50)
  }
}
