import BoardScreen
import CallModel

/// A day's report as lines of text.
struct ReportText {
  let report: DayReport
  let title: String
  let serviceLevel: Duration
  let isASCII: Bool

  private static let barWidth = 24

  var lines: [String] {
    var lines = [title, ""]
    guard report.calls > 0 else { return lines + ["No calls."] }
    lines += totals + ["", "BY HOUR"] + hours
    if !report.agents.isEmpty { lines += ["", "BY AGENT"] + agents }
    if !report.lines.isEmpty { lines += ["", "BY LINE"] + byLine }
    return lines
  }

  private var totals: [String] {
    let total = report.total
    let live = report.live > 0 ? ", \(report.live) of them not ended" : ""
    return [
      "\(report.calls) calls\(live)",
      "offered \(total.offered)   answered \(total.answered)   missed \(total.missed)   "
        + "abandoned \(total.abandoned)   answer rate \(percent(total.answerRate))",
      "service level \(percent(total.serviceLevel)) in \(ClockFace.figure(serviceLevel))   "
        + "ASA \(figure(total.averageSpeedOfAnswer))   AHT \(figure(total.averageHandleTime))",
    ]
  }

  private static let figureTitles: [(String, isRight: Bool)] = [
    ("OFFERED", true), ("ANSWERED", true), ("MISSED", true), ("ABANDONED", true), ("SL", true),
    ("ASA", true), ("AHT", true),
  ]

  /// The hours from the first to the last with a call.
  private var hours: [String] {
    let busy = report.hours.indices.filter { report.hours[$0].offered > 0 }
    guard let first = busy.first, let last = busy.last else { return ["No call was offered."] }
    let most = report.hours.map(\.offered).max() ?? 0
    let rows = (first...last).map { hour -> [String] in
      let figures = report.hours[hour]
      return [CivilTime.digits(hour) + ":00"] + fields(figures) + [bar(figures.offered, of: most)]
    }
    return table([("HOUR", false)] + Self.figureTitles + [("OFFERED", false)], rows)
  }

  private var byLine: [String] {
    let most = report.lines.map(\.figures.offered).max() ?? 0
    let rows = report.lines.map { line in
      [line.label ?? line.number.text] + fields(line.figures)
        + [bar(line.figures.offered, of: most)]
    }
    return table([("LINE", false)] + Self.figureTitles + [("OFFERED", false)], rows)
  }

  private var agents: [String] {
    let longest = report.agents.map(\.figures.talk.inSeconds).max() ?? 0
    let rows = report.agents.map { agent -> [String] in
      let figures = agent.figures
      return [
        agent.name ?? agent.number.text, "\(figures.offered)", "\(figures.answered)",
        "\(figures.missed)", figure(figures.meanRing), ClockFace.elapsed(figures.talk),
        bar(Int(figures.talk.inSeconds), of: Int(longest)),
      ]
    }
    let titles: [(String, isRight: Bool)] = [
      ("AGENT", false), ("OFFERED", true), ("ANSWERED", true), ("MISSED", true),
      ("MEAN RING", true), ("TALK", true), ("TALK", false),
    ]
    return table(titles, rows)
  }

  private func fields(_ figures: WindowFigures) -> [String] {
    [
      "\(figures.offered)", "\(figures.answered)", "\(figures.missed)", "\(figures.abandoned)",
      percent(figures.serviceLevel), figure(figures.averageSpeedOfAnswer),
      figure(figures.averageHandleTime),
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

  private func percent(_ share: Double?) -> String {
    share.map { "\(Int(($0 * 100).rounded())) %" } ?? "-"
  }

  private func figure(_ duration: Duration?) -> String { duration.map(ClockFace.figure) ?? "-" }
}
