import Testing

@testable import CallModel

@Suite struct CompiledFilterTests {
  private static let now = Instant(seconds: 1_000)

  /// A call that has been ringing for 30 s at Asha of Sales, after Ravi of Ops did not answer.
  private static let row: CallRow = {
    func number(_ text: String) -> PhoneNumber { PhoneNumber(text, country: .india) }
    var call = Call(
      sid: "054cfcd8", families: [.connect], state: .ringing, startedAt: Instant(seconds: 900),
      clock: now - .seconds(30))
    call.from = number("09812300001")
    call.to = number("08044556601")
    call.virtualNumber = call.to
    call.wait = .seconds(45)
    call.customField = "Order 4711"
    call.anomalies.insert(.late)
    call.legs = [
      Leg(index: 1, party: .customer, number: call.from, state: .answered, clock: now),
      Leg(index: 2, party: .agent, number: number("+919880000002"), state: .ended, clock: now),
      Leg(index: 3, party: .agent, number: number("+919880000001"), state: .ringing, clock: now),
    ]
    call.families = [.connect, .flow]
    call.endedBy = .customer
    (call.campaign, call.bridge) = ("Spring-26", "br9f02")
    call.legs[1].answeredBy = .machine
    return CallRow(
      call: call, lineLabel: "Sales Mumbai", legNames: [nil, "Ravi Kumar", "आशा Asha Rao"],
      legTeams: [nil, "Ops", "Sales"])
  }()

  @Test(arguments: [
    "", "asha", "ASHA RAO", "आशा", "ravi asha", "order", "mumbai", "ops", "054c", "ringing",
    "state:ringing", "agent:asha", "agent:\"ravi k\"", "team:sales", "line:mumbai", "sid:054C",
    "source:connect", "anomaly:late", "\"Order 4711\"", "ring>20s", "ring>=30 ring<=30 ring=30s",
    "for>29s for<31s", "wait>40s", "(nobody or asha) -outcome:missed", "-talk>0s", "98123",
    "+91 98123 00001", "09812300001", "919812300001", "00919812300001", "9812300001",
    "family:flow family:connect", "ended-by:customer", "answered-by:machine", "campaign:spring",
    "bridge:BR9F", "spring-26", "9f02", "-ended-by:bot -family:leg",
    "number:098123-00001", "from:98123", "to:8044556601", "agent:9880000001", "line:044556601",
  ])
  func `what is meant is found`(_ text: String) throws {
    #expect(try CompiledFilter(CallFilter(text)).matches(Self.row, now: Self.now))
  }

  @Test(arguments: [
    "meena", "state:talking", "agent:mumbai", "team:north", "line:pune", "sid:4cfc", "ring>30s",
    "ring<30s", "talk>=0s", "-asha", "asha -ravi", "outcome:missed", "anomaly:duplicate",
    "family:campaign", "ended-by:agent", "answered-by:human", "campaign:26", "bridge:9f02",
    "from:98800", "to:98123", "number:98124", "source:both", "(x1 or y2) asha", "+1 98123",
    "0000000",
  ])
  func `what is not meant is not found`(_ text: String) throws {
    #expect(try !CompiledFilter(CallFilter(text)).matches(Self.row, now: Self.now))
  }

  @Test func `for counts from where clocks do, also where the end that is told was not believed`()
    throws
  {
    var row = Self.row
    row.call.state = .ended
    row.call.endedAt = Self.now - .seconds(86_400)
    row.call.clock = Self.now - .seconds(5)
    #expect(try CompiledFilter(CallFilter("for<10s")).matches(row, now: Self.now))
    #expect(try !CompiledFilter(CallFilter("for>1h")).matches(row, now: Self.now))
  }

  /// A call that goes out: its agent is on the line, and the customer is being called.
  private static func outgoing(_ state: Call.State, _ outcome: Call.Outcome? = nil) -> CallRow {
    var call = Call(sid: "c1", state: state, startedAt: now, clock: now)
    (call.way, call.outcome) = (.outgoing, outcome)
    call.legs = [
      Leg(index: 1, party: .agent, number: nil, state: .answered, clock: now),
      Leg(index: 2, party: .customer, number: nil, state: .ringing, clock: now),
    ]
    return CallRow(call: call)
  }

  private static func withBot() -> CallRow {
    var call = Call(sid: "c1", state: .waiting, startedAt: now, clock: now)
    call.bot = Call.Bot(status: .running)
    return CallRow(call: call)
  }

  private static func uncertain() -> CallRow {
    var call = Call(sid: "c1", state: .waiting, startedAt: now, clock: now)
    call.isUncertain = true
    return CallRow(call: call)
  }

  @Test(arguments: [
    (outgoing(.ringing), "state:calling", "state:ringing", "state:talking"),
    (withBot(), "state:bot", "state:waiting", "state:waiting?"),
    (uncertain(), "state:waiting?", "state:waiting", "state:bot"),
    (outgoing(.ended, .missed), "outcome:\"not picked up\"", "outcome:missed", "outcome:busy"),
    (outgoing(.ended, .abandoned), "outcome:\"given up\"", "outcome:abandoned", "state:calling"),
    (outgoing(.ended, .agentMissed), "outcome:\"agent missed\"", "outcome:agent-missed", "bot"),
  ])
  func `a call is found by the word that the board shows, and by its state or outcome`(
    _ row: CallRow, _ shown: String, _ plain: String, _ other: String
  ) throws {
    for text in [shown, plain] {
      #expect(try CompiledFilter(CallFilter(text)).matches(row, now: Self.now), "\(text)")
    }
    #expect(try !CompiledFilter(CallFilter(other)).matches(row, now: Self.now))
  }

  @Test func `missed callers are not those who were not picked up`() throws {
    var row = Self.outgoing(.ended, .missed)
    row.call.way = .incoming
    let filter = CompiledFilter(try CallFilter("outcome:\"not picked up\""))
    #expect(!filter.matches(row, now: Self.now))
  }

  /// Calls, agents and filters of the same few letters, so that much is found.
  private struct Maker {
    var random: Seeded
    private static let pieces = [
      "a", "A", "b", "ab", "ra", "é", "e\u{301}", "\u{212A}", "k", "ß", "ı", "İ", "i", "\u{37E}",
      ";",
      "आ", "शा", " ", "0", "00", "1", "91", "98", "+", "-", "(", "👩‍👧", "👩", "x", "",
    ]

    mutating func text(_ pieces: ClosedRange<Int> = 0...6) -> String {
      (0..<Int.random(in: pieces, using: &random)).map { _ in
        Self.pieces.randomElement(using: &random) ?? ""
      }.joined()
    }

    mutating func maybe(_ text: String) -> String? {
      Bool.random(using: &random) ? text : nil
    }

    mutating func number() -> PhoneNumber {
      let digits = (0..<Int.random(in: 1...11, using: &random)).map { _ in
        ["0", "1", "9", "8", "91", " ", "x"].randomElement(using: &random) ?? "9"
      }.joined()
      let spelling = [digits, "+" + digits, "00" + digits, "sip:" + text()]
      return PhoneNumber(spelling.randomElement(using: &random) ?? digits, country: .india)
    }

    mutating func row() -> CallRow {
      var call = Call(
        sid: text(), families: [.connect], state: .ringing, startedAt: Instant(seconds: 0),
        clock: Instant(seconds: Int64.random(in: 0...100, using: &random)))
      call.state = Call.State.allCases.randomElement(using: &random) ?? .ringing
      call.from = number()
      call.to = maybe("") == nil ? number() : nil
      call.virtualNumber = number()
      call.customField = maybe(text())
      call.endedBy = Callback.HungUpBy.allCases.randomElement(using: &random)
      call.families = Callback.Family.allCases.filter { _ in maybe("") == nil }
      (call.campaign, call.bridge) = (maybe(text()), maybe(text()))
      if maybe("") == nil { call.anomalies.insert(.late) }
      for index in 0..<Int.random(in: 0...3, using: &random) {
        let party: Leg.Party = maybe("") == nil ? .agent : .customer
        call.legs.append(
          Leg(index: index, party: party, number: number(), state: .ringing, clock: call.clock))
        call.legs[index].answeredBy = Callback.AnsweredBy.allCases.randomElement(using: &random)
      }
      var row = CallRow(call: call, lineLabel: maybe(text()))
      row.legNames = (0..<Int.random(in: 0...4, using: &random)).map { _ in maybe(text()) }
      row.legTeams = call.legs.map { _ in maybe(text()) }
      return row
    }

    mutating func agent() -> Agent {
      var agent = Agent(
        number: number(), name: maybe(text()), team: maybe(text()),
        activity: Agent.Activity.allCases.randomElement(using: &random) ?? .idle)
      agent.calls = (0..<Int.random(in: 0...2, using: &random)).map { _ in text() }
      agent.with = number()
      agent.line = maybe("") == nil ? number() : nil
      return agent
    }

    mutating func filter(_ depth: Int) -> CallFilter {
      switch Int.random(in: 0..<(depth > 0 ? 6 : 3), using: &random) {
      case 0: .words(SearchText(maybe(text(0...3)) ?? number().text))
      case 1: field()
      case 2: .measure(.ring, .more, .seconds(Int64.random(in: 0...100, using: &random)))
      case 3: .not(filter(depth - 1))
      case 4: .all([filter(depth - 1), filter(depth - 1)])
      default: .either([filter(depth - 1), filter(depth - 1)])
      }
    }

    private mutating func field() -> CallFilter {
      let field = CallFilter.Field.allCases.randomElement(using: &random) ?? .sid
      let text = maybe(text(0...3)) ?? number().text
      return .field(field, SearchText(field.values?.randomElement(using: &random) ?? text))
    }
  }

  @Test(arguments: 0..<8) func `one pass finds what each term finds by itself`(_ seed: Int) {
    var maker = Maker(random: Seeded(UInt64(seed)))
    let rows = (0..<40).map { _ in maker.row() }
    let agents = (0..<20).map { _ in maker.agent() }
    let now = Instant(seconds: 100)
    var matches = 0
    for _ in 0..<100 {
      let filter = maker.filter(4)
      let compiled = CompiledFilter(filter)
      for row in rows {
        let wanted = filter.plainlyMatches(row, now: now)
        #expect(compiled.matches(row, now: now) == wanted, "\(filter) \(row)")
        matches += wanted ? 1 : 0
      }
      for agent in agents {
        let wanted = filter.plainlyMatches(agent, now: now)
        #expect(compiled.matches(agent, now: now) == wanted, "\(filter) \(agent)")
      }
    }
    #expect((200...3_800).contains(matches))
  }
}
