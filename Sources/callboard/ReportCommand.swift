import ArgumentParser
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
  var ascii = Configuration.current.ascii ?? false

  @OptionGroup var place: JournalPlace
  @OptionGroup var board: BoardOptions
  @OptionGroup var configuration: ConfigurationOption

  func run() throws {
    let now = Instant.now()
    let zone = try board.accountZone
    guard ["today", "yesterday"].contains(day) || JournalFolder.isDay(day) else {
      throw ValidationError("--day '\(day)' is no day; it is one as 2026-11-22, today, yesterday")
    }
    let start = try PeriodOptions.instant(day, "--day", zone, now)
    let reading = try Failure.exiting { try JournalReading(place, board) }
    // A day has 23 to 25 hours.
    let end = zone.startOfDay(start + .seconds(30 * 3_600))
    var report = DayReport(rules: board.rules)
    try Failure.exiting {
      try reading.forEachCall(in: start..<end, board, now: now) { row in
        let moment = row.call.believedStart
        let offset = zone.secondsEastOfUTC(at: moment)
        report.add(row, hour: CivilTime(moment, secondsEastOfUTC: offset).hour)
      }
    }
    let title = zone.day(start) + "  " + zone.zone.identifier
    let text = ReportText(
      report: report, title: title, serviceLevel: board.rules.serviceLevel, isASCII: ascii)
    var output = StandardOutput()
    for line in text.lines { output.line(line) }
    output.flush()
  }
}
