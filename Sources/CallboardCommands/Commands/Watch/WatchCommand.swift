import ArgumentParser

struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Listen for callbacks and show the board (the default).",
    discussion: "Without a terminal, each transition of a call is printed as one line.")

  @OptionGroup var options: ListenOptions
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var configuration: ConfigurationOption

  func run() async throws {
    let session = try BoardSession(options: options, screen: screen)
    try await session.run(try await session.listen())
  }
}
