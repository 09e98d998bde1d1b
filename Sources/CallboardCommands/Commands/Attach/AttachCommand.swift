import ArgumentParser
import Monitoring

struct AttachCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach", abstract: "Show the board of a listener elsewhere, live.",
    discussion: """
      The same screen as on the listener's machine. An interrupted connection is made again and \
      goes on where it was; until then the header says so, and the board stands still.

      Without a terminal, each transition of a call is printed as one line. A listener that does not \
      answer at first ends it: 69 where nobody answers, 77 where it wants another token.
      """)

  @Argument(help: ArgumentHelp("The listener.", valueName: "url"))
  var url = OwnListener.url

  @OptionGroup var window: WindowOption
  @OptionGroup var token: TokenOption
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var configuration: ConfigurationOption

  func run() async throws {
    let client = try token.client(url)
    let greeting: ListenerGreeting
    do {
      greeting = try await client.greeting()
    } catch {
      try? await client.close()
      throw Failure.exit(error)
    }
    try await AttachSession(
      to: client, greeting, window: window.window.duration, screen: screen
    ).run()
  }
}
