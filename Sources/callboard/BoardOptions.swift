import ArgumentParser
import CallModel
import CallbackWire
import Foundation

/// The options that say how callbacks are understood.
struct BoardOptions: ParsableArguments {
  @OptionGroup var zone: ZoneOption

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

  static let countries = Country.allCases.map(\.rawValue).joined(separator: ", ")

  mutating func validate() throws {
    for (name, value) in [
      ("--missed-after", missedAfter), ("--stale-after", staleAfter), ("--talk-limit", talkLimit),
    ] where !(1...604_800).contains(value) {
      throw ValidationError("\(name) \(value): seconds, from 1 to 604800 (a week)")
    }
    _ = try dialingCountry
    _ = try readRoster()
  }

  var accountZone: AccountZone {
    get throws { try zone.accountZone }
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
    let country = try dialingCountry
    let text: String
    do {
      text = try String(contentsOfFile: roster, encoding: .utf8)
    } catch {
      throw ValidationError("--roster \(roster) cannot be read: is it there, and UTF-8 text?")
    }
    do throws(YAMLFaults) {
      return try RosterFile.read(text).roster(country: country)
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

  var decoder: CallbackDecoder {
    get throws { CallbackDecoder(country: try dialingCountry, zone: try accountZone.provider) }
  }
}
