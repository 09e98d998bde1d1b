import ArgumentParser
import ServiceLifecycle

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Listen for callbacks without a screen.",
    discussion:
      "The board can be read at /v1. Ends on SIGINT or SIGTERM, after the requests in flight.")

  @OptionGroup var options: ListenOptions
  @OptionGroup var configuration: ConfigurationOption

  func run() async throws {
    let logger = StandardError.logger
    let listening = try await Listening.start(.init(options: options, logger: logger))
    logger.info("listening on http://\(listening.address)")
    if !options.journal.ephemeral {
      let folder = try options.journal.place.folder.path
      logger.info("keeping callbacks in \(folder)")
    }
    try await ServiceGroup(ending: [listening], on: []).run()
    logger.info("stopped")
  }
}
