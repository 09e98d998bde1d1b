import ArgumentParser
import CallModel
import CallSimulator
import CallbackDelivery
import MonitorHTTP
import ServiceLifecycle
import UnixSignals

struct EmulateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "emulate", abstract: "Be an Exotel to develop against.",
    discussion: """
      A server of this machine with the API that connects two numbers: it answers as Exotel does, \
      plays the call, and sends the callbacks that were subscribed, with Exotel's 15 s limit and \
      its two retries. Calls can be looked up. Nothing is dialed.

      Both numbers answer, unless their last digits tell something else (see --numbers) or the \
      scenario's outbound flows do. With --agent-passthrough the calls of the scenario that nobody \
      asks the API for are played as well, in the words of whatever product tells of them.
      """)

  @Option(
    help: ArgumentHelp("The port to listen on.", default: 8090, valueName: "number"),
    transform: ValueRule.port.argument)
  var port = 8090

  @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
  var bind = "127.0.0.1"

  @Option(help: ArgumentHelp("The account's sid, as it stands in paths.", valueName: "sid"))
  var account = "demo"

  @Option(help: ArgumentHelp("The API key: the user of HTTP Basic.", valueName: "text"))
  var apiKey = Self.defaultKey

  @Option(help: ArgumentHelp("The API token: the password of HTTP Basic.", valueName: "secret"))
  var apiToken = Self.defaultToken

  @Argument(
    help: ArgumentHelp(
      "What becomes of calls: a scenario of 'simulate --list', or a YAML file of your own.",
      valueName: "scenario"))
  var scenario: String?

  @Option(
    help: ArgumentHelp(
      "Play the scenario's calls that come in or are placed elsewhere (default: busy-day), and tell "
        + "this URL of them.", valueName: "url"))
  var agentPassthrough: String?

  @Option(
    help: ArgumentHelp(
      "Incoming calls a minute, instead of the scenario's rate.", valueName: "number"),
    transform: ValueRule<Double>.callsPerMinute.argument)
  var rate: Double?

  @Option(
    help: ArgumentHelp("Multiply the speed of everything by this factor.", valueName: "factor"),
    transform: ValueRule<Double>.factor.argument)
  var speed = 1.0

  @Option(
    help: ArgumentHelp(
      "The same seed and requests give the same calls. Another one each time, if not given.",
      valueName: "number"), transform: ValueRule<UInt64>.seed.argument)
  var seed: UInt64?

  @Flag(help: "Print nothing of requests and callbacks.")
  var quiet = false

  @Flag(help: "List the numbers that tell what happens, and exit.")
  var numbers = false

  @OptionGroup var zone: ZoneOption

  static let defaultKey = "key"
  static let defaultToken = "token"

  private var pace: Pace { Pace(speed: speed) }

  mutating func validate() throws {
    guard rate == nil || agentPassthrough != nil else {
      throw ValidationError("--rate is that of incoming calls; they want --agent-passthrough")
    }
    _ = try passthrough
    let isKnown = apiKey == Self.defaultKey || apiToken == Self.defaultToken
    guard !isKnown || AccessControl.isLoopback(bind) else {
      throw ValidationError(
        "binding to \(bind) lets other machines send requests from here; set --api-key and "
          + "--api-token, or bind to 127.0.0.1")
    }
  }

  private var passthrough: CallbackTarget? {
    get throws {
      do throws(CallbackTargetError) {
        return try agentPassthrough.map { url throws(CallbackTargetError) in
          try CallbackTarget(url)
        }
      } catch {
        throw ValidationError("--agent-passthrough \(error)")
      }
    }
  }

  func run() async throws {
    if numbers { return printNumbers() }
    let scenario = try scenario.map(ScenarioArgument.read)
    let seed = seed ?? UInt64.random(in: 1...99_999)
    let zone = try zone.accountZone
    let lines = EmulatorLines(zone: zone, isQuiet: quiet)
    let player = CallbackPlayer(pace: pace, lines: lines)
    let exchange = SimulatedExchange(
      account: account, scenario: scenario, seed: seed, pace: pace, zone: zone, player: player,
      lines: lines)
    let settings = EmulatorSettings(
      host: bind, port: port, account: .init(sid: account, key: apiKey, token: apiToken))
    let server: EmulatorServer
    do {
      server = try await EmulatorServer.start(settings, exchange: exchange) { .now() }
    } catch {
      throw Failure.exit(error)
    }
    let introduction = EmulatorIntroduction(
      host: server.host, port: server.port, account: settings.account, seed: seed)
    for line in introduction.lines { lines.say(line) }
    var services: [any Service] = [player, Emulator(server: server)]
    if let target = try passthrough {
      let incoming = try incoming(scenario, seed: seed, zone)
      services.append(InboundCalls(simulator: incoming, target: target, player: player))
    }
    try await ServiceGroup(ending: services, on: [.sigint, .sigterm]).run()
    lines.finish()
  }

  private func incoming(
    _ scenario: Scenario?, seed: UInt64, _ zone: AccountZone
  ) throws -> Simulator {
    var incoming = try scenario ?? ScenarioArgument.read("busy-day")
    incoming.flows.removeAll(where: \.isAskedFor)
    guard !incoming.flows.isEmpty else {
      throw ValidationError("the scenario \(incoming.name) has only calls that are asked for")
    }
    if let rate { incoming.arrivals.perMinute = rate }
    let start = Instant.now()
    return Simulator(
      incoming, pace: pace, seed: seed,
      clock: SimulatedClock(start: start, zone: zone.civil))
  }

  private func printNumbers() {
    var output = StandardOutput()
    for line in EmulatorText.numbers { output.line(line) }
    output.flush()
  }
}

/// The emulator's listener, until the process is asked to stop.
private struct Emulator: Service {
  let server: EmulatorServer

  func run() async throws {
    try? await gracefulShutdown()
    await server.stop()
  }
}
