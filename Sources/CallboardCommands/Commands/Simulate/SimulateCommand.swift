import ArgumentParser
import BoardScreen
import CallModel
import CallSimulator
import Foundation
import Logging
import Monitoring
import ServiceLifecycle
import UnixSignals

struct SimulateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Send the callbacks of simulated calls to a URL.",
    discussion: """
      Without a telephone: agents are dialed, ring, answer and hang up, and the URL is told of it as \
      Exotel does, with two more tries (after 5 minutes, and 15 minutes later) for what is not \
      answered 200. It exits with 1 when a callback was not taken, with 69 when nobody answers at all.
      """)

  @OptionGroup var scenario: ScenarioArgument

  @OptionGroup var sending: TargetOptions

  @Option(
    help: ArgumentHelp("Multiply the speed of everything by this factor.", valueName: "factor"),
    transform: ValueRule<Double>.factor.argument)
  var speed = 1.0

  @Option(
    help: ArgumentHelp(
      "How many calls in all, instead of the scenario's; it says so where its day ends before.",
      valueName: "number"), transform: ValueRule<Int>.count(1...Int.max).argument)
  var calls: Int?

  @Option(
    help: ArgumentHelp("Calls a minute, instead of the scenario's rate.", valueName: "number"),
    transform: ValueRule<Double>.callsPerMinute.argument)
  var rate: Double?

  @Option(
    help: ArgumentHelp(
      "The same seed gives the same calls (default: another one each time).", valueName: "number"),
    transform: ValueRule<UInt64>.seed.argument)
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "How StatusCallbacks come: json, form, multipart or mixed, instead of the scenario's.",
      valueName: "encoding"),
    transform: ValueRule<Account.Encoding>.word.argument)
  var encoding: Account.Encoding?

  @OptionGroup(title: "Mischief") var mischief: MischiefOptions
  @OptionGroup var board: BoardOptions

  @Option(
    help: ArgumentHelp(
      "Write the callbacks into this new file at once, as a recording, instead of sending them.",
      valueName: "file"))
  var record: String?

  @Option(
    help: ArgumentHelp(
      "Write what really became of each call into this file: a line of JSON each.",
      valueName: "file"))
  var truth: String?

  @Flag(help: "List the scenarios.")
  var list = false

  @Flag(help: "Print what happens in the scenario, as ladders.")
  var explain = false

  @OptionGroup var configuration: ConfigurationOption

  private var pace: Pace { Pace(speed: speed) }

  /// Looked at once it is known that all options are ones that there are.
  private func requireOneTarget() throws {
    guard [list, explain, record != nil, sending.to != nil].filter({ $0 }).count == 1 else {
      throw ValidationError("say one of --to URL, --record FILE, --explain and --list")
    }
  }

  func run() async throws {
    try requireOneTarget()
    if list { return try printList() }
    let scenario = try chosen
    if explain { return try explain(scenario) }
    let truth = try truth.map { try TruthFile(path: $0) }
    let start = Instant.now()
    let seed = seed ?? UInt64.random(in: 1...99_999)
    let zone = try board.accountZone
    let simulator = Simulator(
      scenario, pace: pace, seed: seed,
      clock: SimulatedClock(start: start, zone: zone.civil),
      mischief: mischief.plan)
    if let record {
      try SimulationRecording(path: record).write(simulator, scenario, start: start, truth: truth)
    } else if let target = try sending.target {
      try await SimulationRun(
        name: "\(scenario.name), seed \(seed)", scenario: scenario, target: target, pace: pace,
        truth: truth
      ).run(simulator)
    }
  }

  /// With what the options say instead.
  private var chosen: Scenario {
    get throws {
      var chosen = try scenario.read()
      chosen.calls = calls ?? chosen.calls
      if let rate { chosen.arrivals.perMinute = rate }
      if let encoding { chosen.account.encoding = encoding }
      return chosen
    }
  }

  private func printList() throws {
    let rows = try BuiltInScenarios.names.map { name in
      [name, try BuiltInScenarios.scenario(name)?.summary ?? ""]
    }
    let table = TextTable([("SCENARIO", false), ("WHAT HAPPENS", false)], fitting: rows)
    var output = StandardOutput()
    for row in [["SCENARIO", "WHAT HAPPENS"]] + rows { output.line(table.line(row)) }
    output.flush()
  }

  private func explain(_ scenario: Scenario) throws {
    let explanation = ScenarioExplanation(
      scenario: scenario, seed: seed ?? 1, options: board,
      settings: try ScreenOptions.parse([]).settings(board.accountZone),
      start: DemoPicture.start)
    var output = StandardOutput()
    output.write(try explanation.text(width: 100).utf8)
    output.flush()
  }
}
