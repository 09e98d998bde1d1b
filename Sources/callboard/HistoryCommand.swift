import ArgumentParser
import CallModel
import Foundation
import MonitorHTTP
import Monitoring

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "List past calls from the journal.",
    discussion: "Reads while a listener writes, and as far back as the journal reaches.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json }

  @OptionGroup var period: PeriodOptions

  @Option(
    help: ArgumentHelp(
      "Only calls in which this number has a part, in any spelling.", valueName: "number"))
  var number: String?

  @Option(
    help: ArgumentHelp(
      "Only calls that were offered to this agent: a number, or a part of a name.",
      valueName: "agent"))
  var agent: String?

  @Option(
    help: ArgumentHelp(
      "Only calls that ended so: \(Call.Outcome.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "outcome"))
  var outcome: Call.Outcome?

  @Option(
    help: ArgumentHelp(
      "Only calls that match, as 'team:sales talk>5m -asha' (see the README).",
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
    let filter = CompiledFilter(try wanted)
    var printer = HistoryPrinter(format: format, zone: reading.zone)
    printer.begin()
    try Failure.exiting {
      _ = try reading.forEachCall(in: period, board, now: now) { row in
        if !row.call.isLive, filter.matches(row, now: now) { printer.take(row) }
      }
    }
    printer.end()
  }

  mutating func validate() throws { _ = try wanted }

  private var wanted: CallFilter {
    get throws {
      var parts: [CallFilter] = []
      if let number { parts.append(.field(.number, SearchText(number))) }
      if let agent { parts.append(.field(.agent, SearchText(agent))) }
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

extension Call.Outcome: ExpressibleByArgument {}
