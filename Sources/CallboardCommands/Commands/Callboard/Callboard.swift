import ArgumentParser
import CProcess
import Foundation

/// The program: its commands, and what it does with its arguments.
package struct Callboard: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
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
      WatchCommand.self, ServeCommand.self, DemoCommand.self, SimulateCommand.self,
      EmulateCommand.self, ReplayCommand.self, CheckCommand.self, AttachCommand.self,
      AgentCommand.self,
      CallsCommand.self,
      AgentsCommand.self, SummaryCommand.self, CallCommand.self, HistoryCommand.self,
      ReportCommand.self,
      JournalCommand.self, ConfigCommand.self,
    ],
    defaultSubcommand: WatchCommand.self)

  package init() {}

  /// Reads the configuration and the arguments of the process, runs the command that they name, and ends
  /// the process: with the exit code of what went wrong, if anything did.
  package static func start() async {
    cp_share_heap()
    cp_catch_fatal_signals()
    // Where nobody reads any more is found when it is written to.
    signal(SIGPIPE, SIG_IGN)
    let environment = ProcessInfo.processInfo.environment
    #if DEBUG
      ForcedFault.arm(environment)
    #endif
    let file = ConfigurationFile.load(
      arguments: CommandLine.arguments, environment: environment)
    await Configuration.$current.withValue(file.configuration) { await run(faults: file.faults) }
  }

  /// What is wrong is said in its own line, without the usage behind it. Help, the version and
  /// completions do without a configuration that is faulty.
  private static func run(faults: [String]) async {
    do {
      let words = CommandWords(Array(CommandLine.arguments.dropFirst()))
      try words.requireKnown()
      var command = try parseAsRoot(words.arguments)
      if type(of: command).configuration.commandName != "help" { end(ifAny: faults) }
      if var running = command as? any AsyncParsableCommand {
        try await running.run()
      } else {
        try command.run()
      }
    } catch {
      if exitCode(for: error) != .success { end(ifAny: faults) }
      end(with: Failure.exit(error))
    }
  }

  private static func end(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let text = fullMessage(for: error)
    if code == .success {
      // Help, the version, completions; nothing where a command has said all itself.
      var output = StandardOutput()
      if !text.isEmpty { output.line(text) }
      output.flush()
    } else if !text.isEmpty {
      // Without the usage, which would hide it.
      Failure.say(message(for: error))
    }
    Foundation.exit(code.rawValue)
  }

  private static func end(ifAny faults: [String]) {
    guard !faults.isEmpty else { return }
    for fault in faults { Failure.say(fault) }
    Foundation.exit(Failure.configuration)
  }
}
