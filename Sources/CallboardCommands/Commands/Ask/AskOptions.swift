import ArgumentParser
import BoardClient
import Foundation

/// Which listener is asked, and how its answer is printed.
struct AskOptions: ParsableArguments {
  enum Format: Sendable { case table, csv, json }

  @Option(
    help: ArgumentHelp(
      "The listener that is asked (default: that of this machine).", valueName: "url"))
  var url = OwnListener.url

  @OptionGroup var token: TokenOption

  @Flag(help: "Print JSON, as the listener tells it.")
  var json = false

  @Flag(help: "Print CSV.")
  var csv = false

  @Option(
    help: ArgumentHelp("Ask again after this many seconds, until Ctrl-C.", valueName: "seconds"),
    transform: Self.seconds)
  var watch: Double?

  @OptionGroup var zone: ZoneOption
  @OptionGroup var configuration: ConfigurationOption

  mutating func validate() throws {
    guard !json || !csv else { throw ValidationError("--json and --csv do not go together") }
  }

  var format: Format { json ? .json : csv ? .csv : .table }

  /// - Throws: what is wrong with the URL or the file.
  func client() throws -> ListenerClient { try token.client(url) }

  private static func seconds(_ text: String) throws -> Double {
    guard let seconds = Double(text), (0.2...86_400).contains(seconds) else {
      throw ValidationError("--watch \(text): seconds, from 0.2 to 86400")
    }
    return seconds
  }
}
