import ArgumentParser
import CallModel
import Foundation

struct CallsCommand: AsyncParsableCommand {
  enum State: String, ExpressibleByArgument, CaseIterable { case live, ended, all }

  static let configuration = CommandConfiguration(
    commandName: "calls", abstract: "List the calls of a running listener.")

  @Option(help: ArgumentHelp("Which calls.", valueName: "live|ended|all"))
  var state = State.live

  @Option(
    help: ArgumentHelp(
      "Only calls that match, as 'team:sales talk>5m -asha' (see Assets/Guide/Reference.md).",
      valueName: "filter"))
  var filter: String?

  @Option(
    help: ArgumentHelp("How many at most, up to 1000.", default: 100, valueName: "number"),
    transform: ValueRule<Int>.count(1...1_000).argument)
  var limit = 100

  @OptionGroup var asking: AskOptions

  mutating func validate() throws {
    do throws(CallFilterError) {
      _ = try CallFilter(filter ?? "")
    } catch {
      throw ValidationError("--filter, \(error)")
    }
  }

  func run() async throws {
    var query = [("state", state.rawValue), ("limit", "\(limit)")]
    if let filter { query.append(("q", filter)) }
    try await Asking<RemoteCalls>(
      options: asking, path: "/v1/calls", query: query, empty: empty
    ).run()
  }

  /// Said where there are none: which ones were looked at.
  private var empty: String {
    let live = "; --state all looks at those that ended too."
    let match = filter == nil ? "" : " match"
    switch state {
    case .live: return "No live calls" + match + live
    case .ended: return "No ended calls" + match + "."
    case .all: return "No calls" + match + "."
    }
  }
}

struct AgentsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agents", abstract: "List the agents of a running listener.")

  @OptionGroup var asking: AskOptions

  func run() async throws {
    try await Asking<RemoteAgents>(options: asking, path: "/v1/agents").run()
  }
}

struct SummaryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary", abstract: "Print the figures of a running listener.")

  @OptionGroup var asking: AskOptions

  func run() async throws {
    try await Asking<RemoteSummary>(options: asking, path: "/v1/summary").run()
  }
}

struct CallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "call", abstract: "Print one call of a running listener.")

  @Argument(
    help: ArgumentHelp(
      "The call's sid, or its beginning where no other begins so.", valueName: "sid"))
  var sid: String

  @OptionGroup var asking: AskOptions

  mutating func validate() throws {
    guard !sid.isEmpty else { throw ValidationError("name a call by its sid") }
  }

  func run() async throws {
    try await Asking<RemoteCall>(
      options: asking, path: RemoteCall.path, query: RemoteCall.query(sid),
      finder: CallFinder(beginning: sid)
    ).run()
  }
}
