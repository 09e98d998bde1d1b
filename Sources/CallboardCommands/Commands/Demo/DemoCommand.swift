import ArgumentParser
import BoardScreen
import CallModel
import CallSimulator
import CallbackDelivery
import Foundation

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Show the board, live, fed by simulated calls.",
    discussion: """
      Listens on a free port of this machine and sends itself the callbacks of a small call \
      center: eight agents, sequential and parallel dialing, missed, abandoned and outbound calls.
      """)

  @Option(
    help: ArgumentHelp("Calls a minute.", default: 5, valueName: "number"),
    transform: ValueRule<Double>.demoRate.argument)
  var rate = 5.0

  @Option(
    help: ArgumentHelp("The same seed gives the same calls.", default: 1, valueName: "number"),
    transform: ValueRule<UInt64>.seed.argument)
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp("Write each callback to this new file as well.", valueName: "file"))
  var record: String?

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var board: BoardOptions
  @OptionGroup var configuration: ConfigurationOption

  @Option(
    help: ArgumentHelp(
      "Write a picture (SVG) of the board to this file instead, and exit.", valueName: "file"))
  var picture: String?

  @Option(
    help: ArgumentHelp(
      "How far into the demo the picture is taken.", default: 120, valueName: "seconds"),
    transform: ValueRule<Int>.pictureTime.argument)
  var after = 120

  @Option(
    help: ArgumentHelp(
      "Keys that are pressed before it, by their names, as 'j Enter Tab'.", valueName: "keys"),
    transform: Self.keys)
  var keys: [Key] = []

  /// Calls that come at once, so that there is something to see.
  private static let opening = 5

  func run() async throws {
    if let picture { return try draw(to: picture) }
    var options = try ListenOptions.parse(["--bind", "127.0.0.1"])
    options.board = board
    options.journal.ephemeral = true
    options.record = record
    let scenario = try scenario
    let roster = board.roster == nil ? scenario.roster(country: try board.dialingCountry) : nil
    let session = try BoardSession(options: options, screen: screen)
    let listening = try await session.listen(isDemo: true, roster: roster)
    let zone = try board.accountZone
    let now = Instant.now()
    let simulator = Simulator(
      scenario, opening: Self.opening, seed: seed,
      clock: SimulatedClock(start: now, zone: zone.civil))
    let target = try CallbackTarget("http://\(listening.address)", key: options.secrets.key)
    try await session.run(listening, beside: [SimulationFeed(simulator, to: target)])
  }

  /// The busy day without its end.
  private var scenario: Scenario {
    get throws {
      var scenario = try ScenarioArgument.parse([]).read()
      scenario.arrivals = Arrivals(perMinute: rate)
      return scenario
    }
  }

  private static func keys(_ text: String) throws -> [Key] {
    try text.split(separator: " ").map { name in
      guard let key = Key(String(name)) else {
        throw ValidationError("--keys: '\(name)' is no key, as j, Enter, Ctrl-D or Space are")
      }
      return key
    }
  }

  private func draw(to file: String) throws {
    let settings = try screen.settings(board.accountZone, inFile: true)
    let demo = DemoPicture(
      scenario: try scenario, opening: Self.opening, seed: seed, options: board,
      settings: settings)
    let size = ScreenSize(columns: 120, rows: 24)
    let svg = try demo.svg(after: .seconds(after), keys: keys, size: size)
    do {
      try svg.write(toFile: file, atomically: true, encoding: .utf8)
    } catch {
      throw Failure.tell(
        "\(file) cannot be written: \(error.localizedDescription)", code: StandardOutput.unwritten)
    }
  }
}
