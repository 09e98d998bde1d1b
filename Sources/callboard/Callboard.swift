import ArgumentParser
import Foundation

@main
struct Callboard: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "callboard",
    abstract: "A live call monitor for Exotel, in the terminal.",
    discussion: """
      Exotel calls a URL of yours whenever an agent is dialed, rings, answers or hangs up. \
      Callboard is the other end of that URL: it listens on /exotel and shows each call, its \
      legs and its agents the moment something happens.

      Without a command it listens and shows the board ('callboard watch').
      """,
    version: "0.1.0",
    subcommands: [
      WatchCommand.self, ServeCommand.self, DemoCommand.self, HistoryCommand.self,
      ReportCommand.self, JournalCommand.self,
    ],
    defaultSubcommand: WatchCommand.self)

  /// What is wrong is said in its own line, without the usage behind it.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var running = command as? any AsyncParsableCommand {
        try await running.run()
      } else {
        try command.run()
      }
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      FileHandle.standardError.write(Data("callboard: \(message(for: error))\n".utf8))
      exit(withError: ExitCode.validationFailure)
    }
  }
}
