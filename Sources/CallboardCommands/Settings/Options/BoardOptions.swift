import ArgumentParser
import CallModel
import CallbackWire
import Foundation

/// The options that say how callbacks are understood.
struct BoardOptions: ParsableArguments {
  @OptionGroup var zone: ZoneOption

  @Option(
    help: ArgumentHelp(
      "The country whose dialing rules tell which numbers are one: \(Country.codes).",
      valueName: "code"))
  var country = Configuration.current.country ?? "IN"

  @Option(
    help: ArgumentHelp(
      "No new dial for so long after the last attempt: the call was missed.",
      default: usualMissedAfter, valueName: "seconds"), transform: ValueRule.silence.argument)
  var missedAfter = usualMissedAfter

  private static var usualMissedAfter: Int { Configuration.current.missedAfter ?? 60 }

  @Option(
    help: ArgumentHelp(
      "So long after the last attempt a caller of whom nothing is heard may have gone.",
      default: usualUncertainAfter, valueName: "seconds"), transform: ValueRule.silence.argument)
  var uncertainAfter = usualUncertainAfter

  private static var usualUncertainAfter: Int { Configuration.current.uncertainAfter ?? 15 }

  @Option(
    help: ArgumentHelp(
      "No callback for so long before a conversation: the call is given up.",
      default: usualStaleAfter, valueName: "seconds"), transform: ValueRule.silence.argument)
  var staleAfter = usualStaleAfter

  private static var usualStaleAfter: Int { Configuration.current.staleAfter ?? 600 }

  @Option(
    help: ArgumentHelp(
      "No callback for so long in a conversation: the call is given up.", default: usualTalkLimit,
      valueName: "seconds"), transform: ValueRule.silence.argument)
  var talkLimit = usualTalkLimit

  private static var usualTalkLimit: Int { Configuration.current.talkLimit ?? 15_000 }

  @Option(
    help: ArgumentHelp(
      "No heartbeat for so long: the health of the lines is not known "
        + "(default: \(usualHeartbeatAfter)).",
      valueName: "seconds|time"), transform: ValueRule.heartbeatAfter.argument)
  var heartbeatAfter = usualHeartbeatAfter

  private static var usualHeartbeatAfter: TimeSpan {
    Configuration.current.heartbeatAfter ?? TimeSpan(.seconds(1_800))
  }

  @Option(
    help: ArgumentHelp(
      "Callers who give up so soon after the first dial are left out of the service level.",
      default: usualShortAbandon, valueName: "seconds"), transform: ValueRule.shortTime.argument)
  var shortAbandon = usualShortAbandon

  private static var usualShortAbandon: Int { Configuration.current.shortAbandon ?? 5 }

  @Option(
    help: ArgumentHelp(
      "When a day begins in the account's zone: figures are of today.", valueName: "time"),
    transform: ValueRule.timeOfDay.argument)
  var dayStart = Configuration.current.dayStart ?? .midnight

  @Option(
    help: ArgumentHelp(
      "A YAML file with the agents' names, teams and addresses and the ExoPhones' labels.",
      valueName: "file"))
  var roster: String?

  mutating func validate() throws {
    _ = try dialingCountry
    _ = try readRoster()
  }

  var accountZone: AccountZone {
    get throws { try zone.accountZone }
  }

  /// When the days of the account begin.
  var workday: Workday {
    get throws { Workday(zone: try accountZone, start: dayStart.duration) }
  }

  var dialingCountry: Country {
    get throws { try ValueRule.country.require(country, of: "--country") }
  }

  /// That of the option, else that of the configuration.
  func readRoster() throws -> Roster {
    let country = try dialingCountry
    guard let roster else { return try configuredRoster(country) }
    let text: String
    do {
      text = try String(contentsOfFile: roster, encoding: .utf8)
    } catch {
      throw ValidationError("--roster \(roster) cannot be read: is it there, and UTF-8 text?")
    }
    do throws(YAMLFaults) {
      return try RosterFile.read(text).roster(country: country)
    } catch {
      throw ValidationError(error.description(in: "--roster \(roster)"))
    }
  }

  private func configuredRoster(_ country: Country) throws -> Roster {
    guard let roster = Configuration.current.roster else { return Roster() }
    do throws(YAMLFaults) {
      return try roster.content.roster(country: country)
    } catch {
      let place = roster.path ?? Configuration.current.file ?? "of the configuration"
      throw ValidationError(error.description(in: "roster \(place)"))
    }
  }

  var rules: CallRules {
    var rules = CallRules()
    rules.missedAfter = .seconds(missedAfter)
    rules.uncertainAfter = .seconds(uncertainAfter)
    rules.staleAfter = .seconds(staleAfter)
    rules.talkLimit = .seconds(talkLimit)
    rules.shortAbandon = .seconds(shortAbandon)
    rules.heartbeatAfter = heartbeatAfter.duration
    if let time = Configuration.current.serviceLevel { rules.serviceLevel = time.duration }
    return rules
  }

  var decoder: CallbackDecoder {
    get throws { CallbackDecoder(country: try dialingCountry, zone: try accountZone.civil) }
  }
}
