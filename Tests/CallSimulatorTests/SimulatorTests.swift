import CallModel
import CallbackWire
import Testing

@testable import CallSimulator

@Suite struct SimulatorTests {
  static let start = Instant(seconds: 1_767_261_600)
  static let clock = SimulatedClock(start: start, zone: .kolkata)

  /// Four agents, two kinds of calls.
  static var scenario: Scenario {
    var scenario = Scenario(name: "small")
    scenario.agents = (1...4).map {
      .init(
        name: "agent \($0)", number: "+91988000000\($0)", team: $0 < 3 ? "a" : "b",
        answers: .between(2...9), talks: .around(mean: 40, 5...200))
    }
    scenario.lines = [.init(number: "08044556601", label: "Sales")]
    var dialing = Flow.Dialing()
    dialing.fates = [Weights([.init(.answers, 2), .init(.noAnswer, 1)]) ?? Weights(.answers)]
    scenario.flows = [
      Flow(weight: 3, kind: .inbound([.wait(.exactly(3)), .dial(dialing)])),
      Flow(weight: 1, kind: .outbound(Flow.Outbound())),
    ]
    return scenario
  }

  private func callbacks(
    _ count: Int, seed: UInt64, _ scenario: Scenario = Self.scenario, speed: Double = 1,
    mischief: Mischief.Plan = .init()
  ) -> [SimulatedCallback] {
    var simulator = Simulator(
      scenario, pace: Pace(speed: speed), seed: seed, clock: Self.clock, mischief: mischief)
    return (0..<count).compactMap { _ in simulator.next() }
  }

  @Test func `the same seed gives the same callbacks, another one others`() {
    let one = callbacks(500, seed: 4)
    #expect(one.map(\.fields) == callbacks(500, seed: 4).map(\.fields))
    #expect(one.map(\.fields) != callbacks(500, seed: 5).map(\.fields))
  }

  @Test func `callbacks come in the order in which they are due`() {
    let due = callbacks(2_000, seed: 1).map(\.due)
    #expect(due == due.sorted())
  }

  @Test func `no agent is in two calls at once`() throws {
    var board = CallBoard(roster: Self.scenario.roster(country: .india))
    var busiest = 0
    for next in callbacks(4_000, seed: 2) {
      let now = Self.start + next.due
      _ = board.apply(try CallbackDecoder().decode(next.request(path: "/x")), arrivedAt: now)
      let agents = board.agents(since: Self.start)
      busiest = max(busiest, agents.filter { $0.status == .busy }.count)
      #expect(agents.allSatisfy { $0.calls.count <= 1 })
    }
    #expect(busiest == 4)
  }

  @Test func `after the last call it is over`() {
    var scenario = Self.scenario
    scenario.calls = 3
    var simulator = Simulator(scenario, opening: 1, seed: 1, clock: Self.clock)
    var sids: Set<String> = []
    while let next = simulator.next() { sids.insert(next.sid) }
    #expect(sids.count == 3)
    #expect(simulator.calls == 3)
    #expect(simulator.takeTruths().map(\.sid).sorted() == sids.sorted())
    #expect(simulator.takeTruths().isEmpty)
  }

  @Test func `flows without weights come in turn`() {
    var scenario = Self.scenario
    scenario.calls = 6
    scenario.arrivals = Arrivals(perMinute: 0.1)
    for place in scenario.flows.indices { scenario.flows[place].weight = nil }
    var kinds: [String: Bool] = [:]
    for callback in callbacks(1_000, seed: 3, scenario) {
      kinds[callback.sid] = callback.fields["DialWhomNumber"] == nil && callback.encoding != .query
    }
    #expect(kinds.values.filter { $0 }.count == 3)
  }

  @Test func `mischief happens to the same calls`() {
    var mischief = Mischief.Plan()
    mischief.duplicate = 10
    mischief.hasOddValues = true
    var scenario = Self.scenario
    scenario.calls = 50
    let (plain, odd) = (
      callbacks(9_999, seed: 1, scenario), callbacks(9_999, seed: 1, scenario, mischief: mischief)
    )
    #expect(Set(plain.map(\.sid)) == Set(odd.map(\.sid)))
    #expect((1.05...1.16).contains(Double(odd.count) / Double(plain.count)))
    #expect(Set(odd.map(\.fields)).subtracting(plain.map(\.fields)).count > plain.count / 2)
  }

  @Test func `what tells no time is neither late nor overtaken, and comes again at once`() throws {
    var scenario = Self.scenario
    scenario.calls = 40
    for place in scenario.flows.indices { scenario.flows[place].tellers = [.softphone] }
    var mischief = Mischief.Plan()
    (mischief.duplicate, mischief.reorders, mischief.late) = (30, true, .seconds(300))
    let plain = callbacks(9_999, seed: 1, scenario).filter(\.isUntimed)
    let odd = callbacks(9_999, seed: 1, scenario, mischief: mischief).filter(\.isUntimed)
    try #require(plain.count > 60)
    let due = Set(plain.map { "\($0.sid) \($0.due) \($0.fields)" })
    #expect(odd.count > plain.count)
    #expect(Set(odd.map { "\($0.sid) \($0.due) \($0.fields)" }) == due)
  }

  @Test func `each product tells of calls in its own words`() throws {
    let wanted: [(Flow.Teller, Callback.Family)] = [
      (.connect, .connect), (.statusCallback, .statusCallback), (.softphone, .softphone),
      (.contactCentre, .contactCentre), (.leg, .leg), (.bridge, .bridge),
    ]
    for (teller, family) in wanted {
      var scenario = Self.scenario
      scenario.calls = 20
      scenario.account.tellsAfterCall = false
      scenario.flows = [scenario.flows[0]]
      scenario.flows[0].tellers = [teller]
      let told = try callbacks(9_999, seed: 1, scenario).map {
        try CallbackDecoder().decode($0.request(path: "/exotel")).family
      }
      #expect(Set(told) == [family] && told.count >= 20)
    }
  }

  @Test func `legs of ExoML are calls of their own, in one bridge`() throws {
    var scenario = Self.scenario
    scenario.calls = 20
    for place in scenario.flows.indices { scenario.flows[place].tellers = [.leg] }
    let told = try callbacks(9_999, seed: 1, scenario).map {
      try CallbackDecoder().decode($0.request(path: "/exotel"))
    }
    let bridges = Dictionary(
      grouping: told.filter { $0.bridgeStep == .joins }, by: { $0.bridge ?? "" })
    #expect(bridges.count > 5)
    #expect(bridges.values.allSatisfy { Set($0.map(\.sid)).count == 2 })
    #expect(told.filter { $0.event == .terminal }.count == Set(told.map(\.sid)).count)
  }

  @Test func `a campaign dials a customer and takes no agent`() throws {
    var scenario = Self.scenario
    (scenario.calls, scenario.agents) = (10, [])
    scenario.flows = [Flow(tellers: [.campaign], kind: .outbound(Flow.Outbound()))]
    let told = try callbacks(9_999, seed: 1, scenario).map {
      try CallbackDecoder().decode($0.request(path: "/exotel"))
    }
    #expect(told.count == 20)
    #expect(told.allSatisfy { $0.family == .campaign && $0.campaign != nil })
    #expect(told.filter { $0.event == .terminal }.allSatisfy { $0.status == "completed" })
  }

  @Test func `at ten times the speed it takes a tenth of the time, in whole seconds`() {
    var scenario = Self.scenario
    scenario.calls = 200
    let (slow, quick) = (
      callbacks(9_999, seed: 1, scenario), callbacks(9_999, seed: 1, scenario, speed: 10)
    )
    let ratio = slow[slow.count - 1].due.inSeconds / quick[quick.count - 1].due.inSeconds
    #expect((9.0...11).contains(ratio))
    for (_, callbacks) in Dictionary(grouping: quick, by: \.sid) {
      let seconds = callbacks.map { ($0.due - callbacks[0].due).wholeMilliseconds % 1_000 }
      #expect(seconds.allSatisfy { $0 == 0 })
    }
  }

  @Test func `the opening calls come within ten seconds`() {
    var simulator = Simulator(Self.scenario, opening: 5, seed: 1, clock: Self.clock)
    let early = (0..<30).compactMap { _ in simulator.next() }.filter { $0.due < .seconds(16) }
    #expect(Set(early.map(\.sid)).count >= 3)
  }

  @Test(arguments: [-18_000, -14_400])
  func `times are told as the account's clocks show them, over a change`(_ before: Int) throws {
    // 2026-03-08T07:00:00Z forward, 2026-11-01T06:00:00Z back, in New York.
    let change = Instant(seconds: before == -18_000 ? 1_772_953_200 : 1_793_512_800)
    let after = -32_400 - before
    let zone = CivilZone(
      secondsEastOfUTC: before, changes: [.init(change, secondsEastOfUTC: after)])
    let start = change - .seconds(600)
    var mischief = Mischief.Plan()
    mischief.hasOddValues = true
    var simulator = Simulator(
      Self.scenario, pace: Pace(speed: 1), seed: 6,
      clock: SimulatedClock(start: start, zone: zone), mischief: mischief)
    let decoder = CallbackDecoder(zone: zone)
    var later = 0
    for _ in 0..<400 {
      guard let next = simulator.next() else { break }
      let arrival = start + next.due
      let content = try decoder.read(next.request(path: "/x"), arrivedAt: arrival)
      let event = try #require(content.callback?.eventTime)
      #expect(arrival - event < .seconds(2) && event <= arrival)
      if event > change { later += 1 }
    }
    #expect(later > 100)
  }
}
