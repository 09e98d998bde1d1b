import BoardScreen
import CallModel

/// A day's report as lines of text: of callers first, then of calls that went out. Columns of one
/// direction add up.
struct ReportText {
  let report: DayReport
  let title: String
  let serviceLevel: Duration
  let isASCII: Bool
  /// The hour in which the day begins.
  var firstHour = 0

  private static let barWidth = 12

  var lines: [String] {
    var lines = [title, ""]
    guard report.calls > 0 else { return lines + ["No calls."] }
    lines += totals
    lines += ["", "CALLERS BY HOUR"] + hours
    if report.total.placed.placed > 0 { lines += ["", "OUT BY HOUR"] + placedHours }
    if !report.agents.isEmpty { lines += ["", "BY AGENT"] + agents }
    let lined = report.lines.filter { $0.figures.callers.offered > 0 }
    if !lined.isEmpty { lines += ["", "CALLERS BY LINE"] + byLine(lined) }
    let placing = report.lines.filter { $0.figures.placed.placed > 0 }
    if !placing.isEmpty { lines += ["", "OUT BY LINE"] + placedByLine(placing) }
    return lines
  }

  private var totals: [String] {
    let (callers, placed) = (report.total.callers, report.total.placed)
    let live = report.live > 0 ? ", \(report.live) of them not ended" : ""
    var lines = [
      "\(report.calls) calls\(live)",
      "in: offered \(callers.offered)   answered \(callers.answered)   lost \(callers.lost)   "
        + "answer rate \(percent(callers.answerRate))",
      "    service level \(percent(report.total.serviceLevel)) in "
        + "\(ClockFace.figure(serviceLevel))   ASA \(figure(callers.averageSpeedOfAnswer)) "
        + "(known of \(callers.waits) of \(callers.answered))   "
        + "mean talk \(figure(callers.meanTalk))",
    ]
    if placed.placed > 0 {
      lines.append(
        "out: placed \(placed.placed)   connected \(placed.connected)   connect rate "
          + "\(percent(placed.connectRate))   talk \(ClockFace.elapsed(placed.talk))")
    }
    return lines
  }

  /// Behind `OFFERED` the columns that add up to it.
  private static let callerTitles: [(String, isRight: Bool)] = [
    "OFFERED", "ANSWERED", "MISSED", "ABANDONED", "VOICEMAIL", "IVR", "UNKNOWN", "PENDING", "SL",
    "ASA", "TALK",
  ].map { ($0, true) }

  /// Behind `PLACED` the columns that add up to it.
  private static let placedTitles: [(String, isRight: Bool)] = [
    "PLACED", "CONNECTED", "NOT PICKED UP", "BUSY", "FAILED", "GIVEN UP", "AGENT MISSED", "UNKNOWN",
    "PENDING", "RATE", "TALK",
  ].map { ($0, true) }

  private var hours: [String] {
    hourly(\.callers.offered, Self.callerTitles + [("", false)], none: "No call came in.") {
      fields($0)
    }
  }

  private var placedHours: [String] {
    hourly(\.placed.placed, Self.placedTitles + [("", false)], none: "No call went out.") {
      fields($0.placed)
    }
  }

  /// The hours from the first to the last with a call.
  private func hourly(
    _ count: KeyPath<WindowFigures, Int>, _ titles: [(String, isRight: Bool)], none: String,
    fields: (WindowFigures) -> [String]
  ) -> [String] {
    let day = (0..<24).map { ($0 + firstHour) % 24 }
    let busy = day.indices.filter { report.hours[day[$0]][keyPath: count] > 0 }
    guard let first = busy.first, let last = busy.last else { return ["  " + none] }
    let most = report.hours.map { $0[keyPath: count] }.max() ?? 0
    let rows = day[first...last].map { hour -> [String] in
      let figures = report.hours[hour]
      return [CivilTime.digits(hour) + ":00"] + fields(figures)
        + [bar(figures[keyPath: count], of: most)]
    }
    return table([("HOUR", false)] + titles, rows)
  }

  private func byLine(_ lines: [DayReport.LineRow]) -> [String] {
    let most = lines.map(\.figures.callers.offered).max() ?? 0
    let rows = lines.map { line in
      [line.label ?? line.number.text] + fields(line.figures)
        + [bar(line.figures.callers.offered, of: most)]
    }
    return table([("LINE", false)] + Self.callerTitles + [("", false)], rows)
  }

  private func placedByLine(_ lines: [DayReport.LineRow]) -> [String] {
    let most = lines.map(\.figures.placed.placed).max() ?? 0
    let rows = lines.map { line in
      [line.label ?? line.number.text] + fields(line.figures.placed)
        + [bar(line.figures.placed.placed, of: most)]
    }
    return table([("LINE", false)] + Self.placedTitles + [("", false)], rows)
  }

  private var agents: [String] {
    let longest = report.agents.map(\.figures.talk.inSeconds).max() ?? 0
    let rows = report.agents.map { agent -> [String] in
      let figures = agent.figures
      return [
        agent.name ?? agent.number.text, "\(figures.offered)", "\(figures.answered)",
        "\(figures.missed)", figure(figures.meanRing), ClockFace.elapsed(figures.talk),
        "\(figures.placed)", "\(figures.connected)", "\(figures.ownMissed)",
        ClockFace.elapsed(figures.placedTalk), bar(Int(figures.talk.inSeconds), of: Int(longest)),
      ]
    }
    let titles =
      [("AGENT", isRight: false)]
      + [
        "OFFERED", "ANSWERED", "MISSED", "MEAN RING", "TALK", "PLACED", "CONNECTED", "OUT MISSED",
        "OUT TALK",
      ].map { ($0, isRight: true) } + [("", isRight: false)]
    return table(titles, rows)
  }

  private func fields(_ figures: WindowFigures) -> [String] {
    let callers = figures.callers
    let counts = [
      callers.offered, callers.answered, callers.missed, callers.abandoned, callers.voicemail,
      callers.ivr, callers.unknown, callers.pending,
    ]
    return counts.map { "\($0)" } + [
      percent(figures.serviceLevel), figure(callers.averageSpeedOfAnswer),
      figure(callers.meanTalk),
    ]
  }

  private func fields(_ placed: PlacedFigures) -> [String] {
    let counts = [
      placed.placed, placed.connected, placed.notPickedUp, placed.busy, placed.failed,
      placed.abandoned, placed.agentMissed, placed.unknown, placed.pending,
    ]
    return counts.map { "\($0)" } + [
      percent(placed.connectRate), ClockFace.elapsed(placed.talk),
    ]
  }

  private func table(_ titles: [(String, isRight: Bool)], _ rows: [[String]]) -> [String] {
    let table = TextTable(titles, fitting: rows)
    return ([table.heading] + rows.map(table.line)).map { "  " + $0 }
  }

  /// In eighths of a column where the terminal has signs for them.
  private func bar(_ count: Int, of most: Int) -> String {
    guard most > 0, count > 0 else { return "" }
    let eighths = max(count * Self.barWidth * 8 / most, 1)
    if isASCII { return String(repeating: "#", count: max((eighths + 4) / 8, 1)) }
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }

  private func percent(_ share: Double?) -> String { share.map(Rounded.percent) ?? "-" }

  private func figure(_ duration: Duration?) -> String { duration.map(ClockFace.figure) ?? "-" }
}
