import ArgumentParser
import CallbackDelivery
import CallbackWire
import Foundation
import MonitorHTTP

/// The options of all commands that listen for callbacks.
struct ListenOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The port to listen on.", default: usualPort, valueName: "number"),
    transform: ValueRule.port.argument)
  var port = usualPort

  private static var usualPort: Int { Configuration.current.port ?? 8080 }

  @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
  var bind = Configuration.current.bind ?? "127.0.0.1"

  @Option(
    help: ArgumentHelp(
      "Another name by which a listener without a token may be read. Can be given several times.",
      valueName: "name"))
  var host = Configuration.current.host ?? []

  @Option(
    help: ArgumentHelp(
      "The secret that callbacks must carry, as ?key=… or as password. Better set CALLBOARD_KEY.",
      valueName: "secret"))
  var key: String?

  @Option(
    help: ArgumentHelp(
      "The token that readers of /v1 must carry. Better set CALLBOARD_TOKEN.",
      valueName: "secret"))
  var token: String?

  @Option(
    help: ArgumentHelp(
      "Write each request to this new file as well, one line of JSON each, as the journal has it.",
      valueName: "file"))
  var record: String?

  @Option(
    help: ArgumentHelp(
      "Send each accepted callback on to this URL, as it came; again where it is not taken.",
      valueName: "url"))
  var forward: String?

  @Option(
    help: ArgumentHelp(
      "The most connections of one address at a time; 0 for no bound, behind a proxy that has one.",
      default: usualConnections, valueName: "number"), transform: ValueRule.connections.argument)
  var connectionsPerAddress = usualConnections

  private static var usualConnections: Int { Configuration.current.connectionsPerAddress ?? 512 }

  @Option(
    help: ArgumentHelp(
      "The most bytes of a request's body; heartbeats of many lines are large "
        + "(default: \(usualMaxBody.argument)).",
      valueName: "size"), transform: ValueRule.body.argument)
  var maxBody = usualMaxBody

  private static var usualMaxBody: ByteCount {
    Configuration.current.maxBody ?? ByteCount(RawCallback.usualBodyBytes)
  }

  @OptionGroup var board: BoardOptions

  @OptionGroup var journal: JournalOptions

  mutating func validate() throws {
    for name in host { try ValueRule.hostName.require(name, of: "--host") }
    let refusal = AccessControl.refusal(toBind: bind, key: secrets.key, token: secrets.token)
    if let refusal { throw ValidationError(refusal) }
    if let target = try forwardTarget, target.isListener(on: bind, port: port) {
      throw ValidationError(
        "--forward \(target) is this listener itself: callbacks would go round for ever; name "
          + "another URL")
    }
  }

  /// Nil where nothing is forwarded.
  var forwardTarget: CallbackTarget? {
    get throws {
      guard let forward = forward ?? Configuration.current.forward else { return nil }
      return try ValueRule.target.require(forward, of: "--forward")
    }
  }

  /// Options win over the environment, and that over the configuration; what is empty is none.
  var secrets: (key: String?, token: String?) {
    let environment = ProcessInfo.processInfo.environment
    func secret(_ option: String?, _ variable: String, _ configured: String?) -> String? {
      [option, environment[variable], configured].compactMap(\.self).first { !$0.isEmpty }
    }
    return (
      secret(key, "CALLBOARD_KEY", Configuration.current.key),
      secret(token, "CALLBOARD_TOKEN", Configuration.current.token)
    )
  }
}

extension CallbackTarget {
  /// True where it is certain to be a listener of this machine that is bound so.
  fileprivate func isListener(on bind: String, port: Int) -> Bool {
    guard port == self.port else { return false }
    return host == bind || AccessControl.isLoopback(host) || ["0.0.0.0", "::"].contains(host)
  }
}
