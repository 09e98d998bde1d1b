import CallJournal
import CallModel
import Monitoring

/// What was found in a journal, as lines of text.
struct AuditText {
  let audit: JournalAudit
  let zone: AccountZone

  /// Damages that are told one by one, of each day.
  private static let toldDamages = 20

  var lines: [String] {
    let titles: [(String, isRight: Bool)] = [
      ("DAY", false), ("CALLBACKS", true), ("REJECTED", true), ("FIRST", false), ("LAST", false),
      ("SIZE", true), ("", false),
    ]
    let rows = audit.days.map(row)
    let table = TextTable(titles, fitting: rows)
    return [table.heading] + rows.map(table.line) + audit.days.flatMap(details) + ["", summary]
  }

  private func row(_ day: JournalAudit.Day) -> [String] {
    let problems = day.damages.count { !$0.isTorn } + day.gaps.count
    return [
      day.day.name, "\(day.accepted)", "\(day.rejected)", time(day.first), time(day.last),
      "\(ByteCount(day.day.bytes))" + (day.day.isCompressed ? " gz" : ""),
      problems == 0 ? "sound" : "\(problems) damaged or missing",
    ]
  }

  private func details(_ day: JournalAudit.Day) -> [String] {
    let problems = day.damages.map(\.description) + day.gaps.map { "\(day.day.path): \($0)" }
    let more = problems.count - Self.toldDamages
    return problems.prefix(Self.toldDamages) + (more > 0 ? ["… and \(more) more"] : [])
  }

  private var summary: String {
    let count = audit.days.reduce(0) { $0 + $1.accepted + $1.rejected }
    let bytes = audit.days.reduce(0) { $0 + $1.day.bytes }
    let span = audit.sequences.map { ", numbers \($0.lowerBound) to \($0.upperBound)" } ?? ""
    let verdict = audit.isSound ? "all sound" : "NOT sound"
    let days = DeliveryText.count(audit.days.count, "day")
    let entries = count == 1 ? "1 entry" : "\(count) entries"
    return "\(days), \(entries)\(span), \(ByteCount(bytes)): \(verdict)"
  }

  private func time(_ moment: Instant?) -> String {
    moment.map {
      CivilTime($0, in: zone.civil).time
    } ?? "-"
  }
}
