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

  @Option(help: ArgumentHelp("How to print.", valueName: "table|csv|json"))
  var format = Format.table

  @OptionGroup var place: JournalPlace
  @OptionGroup var board: BoardOptions

  func run() throws {
    let now = Instant.now()
    let reading = try Failure.exiting { try JournalReading(place, board) }
    let period = try period.period(reading.zone, now: now)
    let filter = CallSelection(
      number: number, agent: agent, outcome: outcome, country: try board.dialingCountry)
    var printer = HistoryPrinter(format: format, zone: reading.zone)
    printer.begin()
    try Failure.exiting {
      try reading.forEachCall(in: period, board, now: now) { row in
        if !row.call.isLive, filter.matches(row) { printer.take(row) }
      }
    }
    printer.end()
  }
}

extension Call.Outcome: ExpressibleByArgument {}

/// Which past calls are wanted.
struct CallSelection {
  private let number: PhoneNumber?
  private let agentNumber: PhoneNumber?
  private let agentName: String?
  private let outcome: Call.Outcome?

  init(number: String?, agent: String?, outcome: Call.Outcome?, country: Country) {
    self.number = number.map { PhoneNumber($0, country: country) }
    agentNumber = agent.map { PhoneNumber($0, country: country) }
    agentName = agent?.lowercased()
    self.outcome = outcome
  }

  func matches(_ row: CallRow) -> Bool {
    let call = row.call
    if let outcome, call.outcome != outcome { return false }
    if let number {
      let numbers = [call.from, call.to, call.virtualNumber] + call.legs.map(\.number)
      guard numbers.contains(where: { $0?.key == number.key }) else { return false }
    }
    guard let agentNumber, let agentName else { return true }
    return zip(call.legs, row.legNames).contains { leg, name in
      leg.party == .agent
        && (leg.number?.key == agentNumber.key || name?.lowercased().contains(agentName) == true)
    }
  }
}
