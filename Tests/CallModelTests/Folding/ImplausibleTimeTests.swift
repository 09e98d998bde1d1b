import Testing

@testable import CallModel

/// Times and durations that cannot be are kept as they came, and no figure is made of them.
@Suite struct ImplausibleTimeTests {
  /// Seconds from the start of the tests to the first day of these years.
  private static let year9998 = 251_567_337_600.0
  private static let year1971 = -1_735_725_600.0

  private func call(_ callbacks: [Callback], at now: Double = 100) throws -> Call {
    var history = CallHistory()
    for callback in callbacks {
      _ = history.insert(SharedCallback(callback), arrivedAt: Floor.at(55))
    }
    return try #require(
      CallFold.call(
        history, now: Floor.at(now), rules: CallRules(), roster: Roster(), facts: AccountFacts()))
  }

  private func parts(of call: Call) -> [AgentPart] {
    AgentPart.parts(of: call, people: AccountFacts().people)
  }

  private func connect(
    dial: Double = 0, ringing: Double = 2, answered: Double = 10, terminal: Double? = 50
  ) -> [Callback] {
    [
      Floor.connect(.dial, "asha", at: dial), Floor.connect(.ringing, "asha", at: ringing),
      Floor.connect(.answered, "asha", at: answered),
    ] + (terminal.map { [Floor.connect(.terminal, "asha", at: $0)] } ?? [])
  }

  @Test func `of an end in 9998 no talk time is made`() throws {
    let call = try call(connect(terminal: Self.year9998))
    #expect(call.outcome == .completed)
    #expect(call.endedAt == Floor.at(Self.year9998))
    #expect(call.talk == nil)
    #expect(call.legs[1].onCall == nil)
    #expect(call.legs[1].ring == .seconds(8))
    #expect(call.wait == .seconds(10))
    #expect(call.anomalies.all == [.implausibleTime])
  }

  @Test func `of a dial in 1971 no wait is made`() throws {
    for terminal in [50.0, nil] {
      let call = try call(connect(dial: Self.year1971, terminal: terminal))
      #expect(call.legs[1].dialedAt == Floor.at(Self.year1971))
      #expect(call.wait == nil)
      #expect(call.talk == terminal.map { _ in .seconds(40) })
      #expect(call.anomalies.contains(.implausibleTime))
      let figures = call.figures(CallRules())
      #expect(figures.callers.answered == 1)
      #expect(figures.callers.waits == 0)
      #expect(figures.serviceLevel == nil)
    }
  }

  @Test func `of a bot that talked for days no talk time is made`() throws {
    var stream = Callback(sid: "c1", family: .stream, event: .stream, eventTime: Floor.at(50))
    stream.stream = .init(id: "s1", status: "completed")
    stream.stream?.duration = .seconds(86_401)
    let call = try call([stream])
    #expect(call.bot?.status == .completed && call.bot?.talk == nil)
    #expect(call.anomalies.contains(.implausibleTime))
  }

  @Test func `of a call that is alive no ring time is made either`() throws {
    let call = try call(connect(ringing: Self.year1971, terminal: nil))
    #expect(call.state == .talking)
    #expect(call.ring == nil)
    #expect(call.legs[1].ring == nil)
    #expect(parts(of: call)[0].figures.rings == 0)
    #expect(call.anomalies.contains(.implausibleTime))
  }

  @Test func `a negative length is not known, and no more is said of it`() throws {
    let status = [
      Floor.status(.answered, at: 20), Floor.status(.answered, at: 30),
      Floor.status(.terminal, at: 10),
    ]
    let call = try call([Floor.connect(.answered, "asha", at: 20)] + status)
    #expect(call.talk == nil)
    #expect(!call.anomalies.contains(.implausibleTime))
  }

  private func reported(_ talk: Int, in event: Callback.Event) -> [Callback] {
    var answers = [2.0, 10].map { Floor.status(.answered, at: $0) }
    var end = Floor.status(.terminal, at: 50)
    (end.status, end.rawStatus) = ("completed", "completed")
    func report(_ callback: inout Callback) {
      callback.conversation = .seconds(talk)
      callback.legs =
        [
          .init(status: "completed", onCall: .seconds(talk), ringing: .seconds(talk)),
          .init(status: "completed", onCall: .seconds(talk), ringing: .seconds(talk)),
        ].indexed
    }
    if event == .terminal { report(&end) } else { report(&answers[1]) }
    return answers + [end]
  }

  @Test func `a reported duration of more than a day gives way to what the times say`() throws {
    let call = try call(reported(9_999_999, in: .terminal))
    #expect(call.talk == .seconds(40))
    #expect(call.legs.map(\.onCall) == [.seconds(48), .seconds(40)])
    #expect(call.legs.map(\.ring) == [nil, nil])
    #expect(call.anomalies.contains(.implausibleTime))
  }

  @Test func `a duration counts in a callback that ends something only`() throws {
    let ended = try call(reported(32, in: .terminal))
    #expect(ended.talk == .seconds(32))
    #expect(ended.legs.map(\.onCall) == [.seconds(32), .seconds(32)])
    let told = try call(reported(32, in: .answered))
    #expect(told.talk == .seconds(40))
    #expect(told.legs.map(\.onCall) == [.seconds(48), .seconds(40)])
    #expect(told.legs.map(\.ring) == [nil, nil])
    let live = try call(reported(32, in: .answered).dropLast())
    #expect(live.talk == nil)
    #expect(live.legs.map(\.onCall) == [nil, nil])
  }

  @Test func `a destination's talk of more than a day is no talk`() throws {
    var disposition = Floor.connect(.disposition("incomplete"), nil, at: 60)
    disposition.legs = [
      .init(status: "no-answer", number: Floor.number("asha"), onCall: .seconds(9_999_999))
    ]
    let call = try call([Floor.connect(.dial, "asha", at: 0), disposition])
    #expect(call.legs[1].outcome == .noAnswer)
    #expect(call.legs[1].onCall == nil)
    #expect(call.talk == nil)
  }

  @Test(arguments: Histories.Kind.allCases)
  func `random times never make a length that cannot be, and never trap`(
    _ kind: Histories.Kind
  ) {
    for seed in 0..<60 {
      var random = Seeded(UInt64(seed) &* 104_729)
      var histories = Histories(seed: UInt64(seed))
      var board = CallBoard()
      for number in 0..<3 {
        for callback in histories.history(kind, sid: "c\(number)").shuffled(using: &random) {
          let arrival = Floor.at(Double(number * 60 + seed))
          _ = board.apply(shaken(callback, &random), arrivedAt: arrival)
        }
      }
      check(board)
      board.advance(to: Floor.at(1_000_000))
      check(board)
    }
  }

  /// Some of its times lie anywhere from year 1 to 9999, some durations are anything.
  private func shaken(_ callback: Callback, _ random: inout Seeded) -> Callback {
    var callback = callback
    func moment(_ old: Instant?) -> Instant? {
      guard Int.random(in: 0..<3, using: &random) == 0 else { return old }
      return Instant(seconds: Int64.random(in: -62_135_596_800...253_402_300_799, using: &random))
    }
    callback.eventTime = moment(callback.eventTime)
    callback.created = moment(callback.created)
    callback.start = moment(callback.start)
    callback.end = moment(callback.end)
    if Bool.random(using: &random) {
      callback.conversation = .seconds(Int.random(in: -9...200_000, using: &random))
    }
    for place in callback.legs.indices {
      callback.legs[place].onCall = .seconds(Int.random(in: -9...200_000, using: &random))
      callback.legs[place].ringing = .seconds(Int.random(in: -9...200_000, using: &random))
    }
    return callback
  }

  private func check(_ board: CallBoard) {
    let possible = Duration.zero...PhaseLength.longest
    var query = CallQuery()
    query.which = .all
    for call in board.calls(query).rows.map(\.call) {
      var lengths: [Duration?] = [call.talk, call.ring, call.wait]
      for leg in call.legs { lengths += [leg.ring, leg.onCall] }
      for figures in parts(of: call).map(\.figures) { lengths += [figures.talk, figures.ring] }
      #expect(lengths.allSatisfy { $0.map(possible.contains) ?? true })
    }
    let window = board.figures(since: Instant(milliseconds: .min)).window
    #expect(window.callers.averageSpeedOfAnswer.map(possible.contains) ?? true)
    #expect(window.callers.meanTalk.map(possible.contains) ?? true)
    for agent in board.agents(since: Instant(milliseconds: .min)) {
      #expect(possible.contains(agent.figures.talk / max(agent.figures.answered, 1)))
      #expect(agent.figures.meanRing.map(possible.contains) ?? true)
    }
  }

  @Test func `a callback that arrives at the end of time is taken`() {
    for milliseconds in [Int64.max, .max - 1_000, .min, .min + 1_000] {
      var board = CallBoard()
      let arrival = Instant(milliseconds: milliseconds)
      for kind in Histories.Kind.allCases {
        var histories = Histories(seed: 7)
        for callback in histories.history(kind, sid: "\(kind)") {
          _ = board.apply(callback, arrivedAt: arrival)
        }
      }
      board.advance(to: Instant(milliseconds: .max))
      check(board)
    }
  }
}
