import ArgumentParser
import BoardClient
import CallModel
import Monitoring

struct AgentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agent", abstract: "Show one agent, large: who rings, since when, on which line.",
    discussion: """
      What they do, who is on the line and what that caller did before; the bell and a desktop \
      notification when it rings (--bell off, --notify off).

      --once prints who rings in one line, for prompts and status bars: exit code 0 when it rings, 1 \
      when it does not, 2 when that cannot be known. --follow, and a terminal that is none, prints a \
      line for each change.
      """)

  @Argument(
    help: ArgumentHelp("A number in any spelling, a name, or a part of one.", valueName: "agent"))
  var agent: String

  @Option(
    help: ArgumentHelp(
      "The listener that is asked (default: that of this machine).", valueName: "url"))
  var url = OwnListener.url

  @Flag(help: "Print who rings in one line, and exit.")
  var once = false

  @Flag(help: "Print a line for each change.")
  var follow = false

  @OptionGroup var window: WindowOption
  @OptionGroup var token: TokenOption
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var configuration: ConfigurationOption

  mutating func validate() throws {
    guard !once || !follow else { throw ValidationError("--once and --follow do not go together") }
    guard !agent.allSatisfy(\.isWhitespace) else {
      throw ValidationError("name an agent: a number, a name, or a part of one")
    }
  }

  func run() async throws {
    let client = try token.client(url)
    guard !once else { return try await tell(client) }
    let (number, greeting): (PhoneNumber, ListenerGreeting)
    do {
      (number, greeting, _) = try await client.find(agent)
    } catch {
      try? await client.close()
      throw Failure.exit(error)
    }
    let session = try AttachSession(
      to: client, greeting, window: window.window.duration, screen: screen, own: number,
      prints: follow)
    try await session.run()
  }

  private func tell(_ client: ListenerClient) async throws {
    let (line, certainty) = await RingingAnswer(client: client, text: agent).ask()
    try? await client.close()
    var output = StandardOutput()
    output.line(line)
    output.flush()
    throw ExitCode(certainty.rawValue)
  }
}
