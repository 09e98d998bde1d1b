import ArgumentParser
import CallModel
import Foundation
import Monitoring

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List past calls from the journal.",
    discussion: """
      Reads while a listener writes, and as far back as the journal reaches. The table is in the order \
      in which the calls began; CSV and JSON come as they are read, those first that ended first.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json }

  @OptionGroup var period: PeriodOptions

  @Option(
    help: ArgumentHelp(
      "Only calls in which this number has a part, in any spelling.", valueName: "number"))
  var number: String?

  @Option(
    help: ArgumentHelp(
      "Only calls that were offered to this agent: a number or another address of theirs, or a part "
        + "of a name.",
      valueName: "agent"))
  var agent: String?

  @Option(
    help: ArgumentHelp(
      "Only calls that ended so: \(Call.Outcome.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "outcome"))
  var outcome: Call.Outcome?

  @Option(
    help: ArgumentHelp(
      "Only calls that match, as 'team:sales talk>5m -asha' (see Assets/Guide/Reference.md).",
      valueName: "filter"))
  var filter: String?

  @Option(help: ArgumentHelp("How to print.", valueName: "table|csv|json"))
  var format = Format.table

  @OptionGroup var place: JournalPlace
  @OptionGroup var board: BoardOptions
  @OptionGroup var configuration: ConfigurationOption

  func run() throws {
    let now = Instant.now()
    let period = try period.period(try board.accountZone, now: now)
    let reading = try Failure.exiting { try JournalReading(place, board) }
    let wanted = try wanted
    var printer = HistoryPrinter(format: format, zone: reading.zone)
    printer.begin()
    try Failure.exiting {
      let known = try reading.knownBoard(board, now: now)
      // Not as one: a filter takes a limited number of terms.
      let filters = [CompiledFilter(wanted), CompiledFilter(try offered(known))]
      try reading.forEachCall(in: period, board, on: known, now: now) { row in
        if !row.call.isLive, filters.allSatisfy({ $0.matches(row, now: now) }) {
          printer.take(row)
        }
      }
    }
    printer.end()
  }

  mutating func validate() throws { _ = try wanted }

  private var wanted: CallFilter {
    get throws {
      var parts: [CallFilter] = []
      if let number { parts.append(.field(.number, SearchText(number))) }
      if let outcome { parts.append(.field(.outcome, SearchText(outcome.rawValue))) }
      do throws(CallFilterError) {
        parts.append(try CallFilter(filter ?? ""))
      } catch {
        throw ValidationError("--filter, \(error)")
      }
      return .all(parts)
    }
  }
}

extension HistoryCommand {
  /// The calls of the agent that is asked for: by any of their addresses, where it is one.
  private func offered(_ known: CallBoard) throws -> CallFilter {
    guard let agent else { return .everything }
    let addresses = known.addresses(of: PhoneNumber(agent, country: try board.dialingCountry))
    let others = addresses.sorted().prefix(CallFilter.maximumTerms)
    return .either(
      [.field(.agent, SearchText(agent))] + others.map { .field(.agent, SearchText($0)) })
  }
}

extension Call.Outcome: ExpressibleByArgument {}
