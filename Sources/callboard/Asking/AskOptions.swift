import ArgumentParser
import Foundation
import MonitorHTTP

/// Which listener is asked, and how its answer is printed.
struct AskOptions: ParsableArguments {
  enum Format: Sendable { case table, csv, json }

  @Option(
    help: ArgumentHelp(
      "The listener that is asked (default: that of this machine).", valueName: "url"))
  var url = "http://127.0.0.1:\(Configuration.current.port ?? 8080)"

  @Option(
    help: ArgumentHelp(
      "The file in which the listener's token is. Or set CALLBOARD_TOKEN.", valueName: "file"))
  var tokenFile: String?

  @Flag(help: "Print JSON, as the listener tells it.")
  var json = false

  @Flag(help: "Print CSV.")
  var csv = false

  @Option(
    help: ArgumentHelp("Ask again every so many seconds, until Ctrl-C.", valueName: "seconds"),
    transform: Self.seconds)
  var watch: Double?

  @OptionGroup var zone: ZoneOption
  @OptionGroup var configuration: ConfigurationOption

  mutating func validate() throws {
    guard !json || !csv else { throw ValidationError("--json and --csv do not go together") }
  }

  var format: Format { json ? .json : csv ? .csv : .table }

  /// - Throws: what is wrong with the URL or the file.
  func client() throws -> BoardClient {
    let token = try token
    do throws(BoardClientError) {
      return try BoardClient(url, token: token)
    } catch {
      throw ValidationError("--url \(error)")
    }
  }

  private var token: String? {
    get throws {
      guard let tokenFile else {
        let environment = ProcessInfo.processInfo.environment["CALLBOARD_TOKEN"]
        return [environment, Configuration.current.token].compactMap(\.self).first { !$0.isEmpty }
      }
      guard let text = try? String(contentsOfFile: tokenFile, encoding: .utf8) else {
        throw ValidationError("--token-file \(tokenFile) cannot be read")
      }
      return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  private static func seconds(_ text: String) throws -> Double {
    guard let seconds = Double(text), (0.2...86_400).contains(seconds) else {
      throw ValidationError("--watch \(text): seconds, from 0.2 to 86400")
    }
    return seconds
  }
}
