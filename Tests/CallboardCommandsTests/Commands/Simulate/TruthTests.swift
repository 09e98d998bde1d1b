import CallModel
import CallbackWire
import Testing

@testable import CallSimulator
@testable import CallboardCommands

/// A board that is told of simulated calls says of each what really became of it.
@Suite struct TruthTests {
  private static let start = Instant(seconds: 1_767_261_600)

  /// The board after all callbacks of a scenario, and the simulator's own truth.
  private func run(
    _ scenario: Scenario, speed: Double, seed: UInt64, mischief: Mischief.Plan
  ) throws -> (board: CallBoard, truths: [CallTruth]) {
    var rules = CallRules()
    rules.keepEnded = .seconds(7 * 86_400)
    var board = CallBoard(rules: rules, roster: scenario.roster(country: .india))
    var simulator = Simulator(
      scenario, pace: Pace(speed: speed), seed: seed,
      clock: SimulatedClock(start: Self.start, zone: .kolkata), mischief: mischief)
    let decoder = CallbackDecoder()
    var (truths, last) = ([CallTruth](), Duration.zero)
    while let next = simulator.next() {
      #expect(next.due >= last)
      last = next.due
      let callback = try decoder.decode(next.request(path: "/exotel"))
      _ = board.apply(callback, arrivedAt: Self.start + next.due)
      truths += simulator.takeTruths()
    }
    board.advance(to: Self.start + last + .seconds(86_400))
    return (board, truths)
  }

  /// What the board says of a call otherwise; nil where it agrees.
  private func disagreement(_ truth: CallTruth, _ board: CallBoard) -> String? {
    guard let call = board.call(truth.sid)?.call else { return "\(truth.sid) is not on the board" }
    let isOutbound = call.isOutgoing
    let told = call.legs.filter { isOutbound || $0.party == .agent }.map {
      [$0.number?.key ?? "-", $0.outcome?.rawValue ?? "-"]
    }
    let real = truth.legs.map {
      [$0.number.map { PhoneNumber($0, country: .india).key } ?? "-", $0.outcome.rawValue]
    }
    let (truly, said) = (
      words(truth.outcome, truth.talk, real) + words(truth.bot?.status, truth.bot?.talk),
      words(call.outcome, call.talk, told) + words(call.bot?.status, call.bot?.talk)
    )
    return truly == said ? nil : "\(truth.sid) is \(truly), and not \(said)"
  }

  /// Of a bot; nothing where there was none.
  private func words(_ bot: Call.Bot.Status?, _ talk: Duration?) -> String {
    bot.map { " bot \($0.rawValue) " + (talk.map { "\($0)" } ?? "-") } ?? ""
  }

  /// Of those who are dialed in the same second nobody is the first.
  private func words(_ outcome: Call.Outcome?, _ talk: Duration?, _ legs: [[String]]) -> String {
    let legs = legs.enumerated().sorted { ($0.element[0], $0.offset) < ($1.element[0], $1.offset) }
    return ([outcome?.rawValue ?? "-", talk.map { "\($0)" } ?? "-"] + legs.flatMap(\.element))
      .joined(separator: " ")
  }

  private static func scenario(_ name: String, calls: Int) throws -> Scenario {
    var scenario = try #require(try BuiltInScenarios.scenario(name))
    scenario.calls = calls
    // None waits for a free agent.
    if name != "busy-day" { scenario.arrivals = Arrivals(perMinute: 0.1) }
    return scenario
  }

  @Test(arguments: BuiltInScenarios.names, [1.0, 4, 60])
  func `the board knows the truth`(name: String, speed: Double) throws {
    let scenario = try Self.scenario(name, calls: name == "busy-day" ? 600 : 12)
    let (board, truths) = try run(scenario, speed: speed, seed: 1, mischief: .init())
    #expect(truths.count >= (name == "busy-day" ? 480 : 8))
    let wrong = truths.compactMap { disagreement($0, board) }
    #expect(wrong.isEmpty, "\(wrong.count) of \(truths.count): \(wrong.first ?? "")")
  }

  @Test(arguments: BuiltInScenarios.names, [2, 3])
  func `mischief does not change it`(name: String, seed: UInt64) throws {
    var scenario = try Self.scenario(name, calls: name == "busy-day" ? 600 : 20)
    scenario.account.encoding = .mixed
    var mischief = Mischief.Plan()
    mischief.duplicate = 20
    mischief.reorders = true
    mischief.late = .seconds(300)
    mischief.hasOddValues = true
    let (board, truths) = try run(scenario, speed: 1, seed: seed, mischief: mischief)
    let wrong = truths.compactMap { disagreement($0, board) }
    #expect(wrong.isEmpty, "\(wrong.count) of \(truths.count): \(wrong.first ?? "")")
  }

  @Test func `a person with two devices is one agent, who misses an offer once`() throws {
    let scenario = try Self.scenario("two-devices", calls: 4)
    let (board, _) = try run(scenario, speed: 1, seed: 1, mischief: .init())
    let agents = board.agents(since: Self.start)
    #expect(agents.count == 4)
    let figures = agents.map { [$0.figures.offered, $0.figures.answered, $0.figures.missed] }
    #expect(Set(figures) == [[1, 1, 0], [1, 0, 1], [1, 0, 0]])
  }

  @Test func `what gets lost is counted, and the truth of all other calls is known`() throws {
    let scenario = try Self.scenario("busy-day", calls: 600)
    var mischief = Mischief.Plan()
    mischief.drop = 2
    let (board, truths) = try run(scenario, speed: 1, seed: 5, mischief: mischief)
    let lost = truths.reduce(0) { $0 + $1.lost }
    #expect((20...120).contains(lost))
    let wrong = truths.filter { $0.lost == 0 }.compactMap { disagreement($0, board) }
    #expect(wrong.isEmpty, "\(wrong.count) of \(truths.count): \(wrong.first ?? "")")
  }
}
