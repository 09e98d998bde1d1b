import ArgumentParser
import CallJournal
import CallModel
import Foundation
import Monitoring

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Print a day from the journal: by hour, agent and line.")

  @Option(
    help: ArgumentHelp(
      "The day in the account's zone: 2026-11-22, today, yesterday.", valueName: "day"))
  var day = "today"

  @Flag(inversion: .prefixedNo, help: "Draw with ASCII characters only.")
  var ascii = Configuration.current.ascii ?? LocaleSigns.areASCII

  @OptionGroup var place: JournalPlace
  @OptionGroup var board: BoardOptions
  @OptionGroup var configuration: ConfigurationOption

  func run() throws {
    let now = Instant.now()
    let (zone, workday) = (try board.accountZone, try board.workday)
    guard ["today", "yesterday"].contains(day) || JournalFolder.isDay(day) else {
      throw noDay
    }
    let start = try beginning(workday, now)
    let reading = try Failure.exiting { try JournalReading(place, board) }
    let report = try Failure.exiting {
      let known = try reading.knownBoard(board, now: now)
      var report = DayReport(rules: board.rules, facts: known.facts)
      try reading.forEachCall(
        in: start..<workday.next(after: start), board, on: known, now: now
      ) { report.add($0, hour: hour(of: $0.call.believedStart, zone), now: now) }
      return report
    }
    var text = ReportText(
      report: report, title: zone.day(start) + "  " + zone.name,
      serviceLevel: board.rules.serviceLevel, isASCII: ascii)
    text.firstHour = hour(of: start, zone)
    var output = StandardOutput()
    for line in text.lines { output.line(line) }
    output.flush()
  }

  private var noDay: ValidationError {
    ValidationError("--day '\(day)' is no day; it is one as 2026-11-22, today, yesterday")
  }

  private func midnight(_ workday: Workday, _ now: Instant) throws -> Instant {
    do {
      return try PeriodOptions.instant(day, "--day", workday.zone, now)
    } catch {
      throw noDay
    }
  }

  private func beginning(_ workday: Workday, _ now: Instant) throws -> Instant {
    switch day {
    case "today": workday.beginning(before: now)
    case "yesterday": workday.beginning(before: workday.beginning(before: now) - .seconds(1))
    default: workday.beginning(ofDayOf: try midnight(workday, now))
    }
  }

  private func hour(of moment: Instant, _ zone: AccountZone) -> Int {
    CivilTime(moment, in: zone.civil).hour
  }
}
