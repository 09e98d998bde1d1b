import ArgumentParser
import CallModel
import Foundation
import MonitorHTTP

/// The options of all commands that listen for callbacks.
struct ListenOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The port to listen on.", valueName: "number"))
  var port = 8080

  @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
  var bind = "127.0.0.1"

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

  @OptionGroup var board: BoardOptions

  mutating func validate() throws {
    guard (1...65_535).contains(port) else {
      throw ValidationError("--port \(port): a port is a number from 1 to 65535")
    }
  }

  /// Options win over the environment; an empty variable is none.
  var secrets: (key: String?, token: String?) {
    let environment = ProcessInfo.processInfo.environment
    func secret(_ option: String?, _ variable: String) -> String? {
      [option, environment[variable]].compactMap(\.self).first { !$0.isEmpty }
    }
    return (secret(key, "CALLBOARD_KEY"), secret(token, "CALLBOARD_TOKEN"))
  }
}

/// The options that say how callbacks are understood.
struct BoardOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The zone of the Exotel account.", valueName: "name"))
  var zone = "Asia/Kolkata"

  @Option(
    help: ArgumentHelp(
      "The country whose dialing rules tell which numbers are one: \(Self.countries).",
      valueName: "code"))
  var country = "IN"

  @Option(
    help: ArgumentHelp(
      "No new dial for so long after the last attempt: the call was missed.",
      valueName: "seconds"))
  var missedAfter = 60

  @Option(
    help: ArgumentHelp(
      "No callback for so long before a conversation: the call is given up.",
      valueName: "seconds"))
  var staleAfter = 600

  @Option(
    help: ArgumentHelp(
      "No callback for so long in a conversation: the call is given up.", valueName: "seconds"))
  var talkLimit = 15_000

  @Option(
    help: ArgumentHelp(
      "A YAML file with the agents' names and teams and the ExoPhones' labels.",
      valueName: "file"))
  var roster: String?

  @Flag(help: "Write nothing to disk: the board lives in memory alone.")
  var ephemeral = false

  static let countries = Country.allCases.map(\.rawValue).joined(separator: ", ")

  mutating func validate() throws {
    for (name, value) in [
      ("--missed-after", missedAfter), ("--stale-after", staleAfter), ("--talk-limit", talkLimit),
    ] where !(1...604_800).contains(value) {
      throw ValidationError("\(name) \(value): seconds, from 1 to 604800 (a week)")
    }
    _ = try accountZone
    _ = try dialingCountry
    _ = try readRoster()
  }

  var accountZone: AccountZone {
    get throws {
      guard let known = AccountZone(name: zone) else {
        throw ValidationError("--zone '\(zone)' is no zone; it is one as Asia/Kolkata")
      }
      return known
    }
  }

  var dialingCountry: Country {
    get throws {
      guard let known = Country(rawValue: country.uppercased()) else {
        throw ValidationError("--country '\(country)' is none of \(Self.countries)")
      }
      return known
    }
  }

  func readRoster() throws -> Roster {
    guard let roster else { return Roster() }
    let text: String
    do {
      text = try String(contentsOfFile: roster, encoding: .utf8)
    } catch {
      throw ValidationError("--roster \(roster) cannot be read: is it there, and UTF-8 text?")
    }
    do throws(RosterFile.Fault) {
      return try RosterFile.read(text, country: Country(rawValue: country.uppercased()) ?? .india)
    } catch {
      throw ValidationError("--roster \(roster): \(error.description)")
    }
  }

  var rules: CallRules {
    var rules = CallRules()
    rules.missedAfter = .seconds(missedAfter)
    rules.staleAfter = .seconds(staleAfter)
    rules.talkLimit = .seconds(talkLimit)
    return rules
  }
}
