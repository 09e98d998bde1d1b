import ArgumentParser
import CallbackDelivery
import Foundation

/// Where callbacks are sent to, for commands that do.
struct TargetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Where callbacks go, as http://127.0.0.1:8080/exotel.", valueName: "url"))
  var to: String?

  @Option(
    help: ArgumentHelp(
      "The secret that is sent along as ?key=…. Better set CALLBOARD_KEY.", valueName: "secret"))
  var key: String?

  mutating func validate() throws {
    if key != nil, to == nil { throw ValidationError("--key goes with --to: nothing else is sent") }
    _ = try target
  }

  /// Nil where nothing is to be sent.
  var target: CallbackTarget? {
    get throws {
      do throws(CallbackTargetError) {
        let key = key ?? ProcessInfo.processInfo.environment["CALLBOARD_KEY"]
        return try to.map { url throws(CallbackTargetError) in try CallbackTarget(url, key: key) }
      } catch {
        throw ValidationError("--to \(error)")
      }
    }
  }
}
