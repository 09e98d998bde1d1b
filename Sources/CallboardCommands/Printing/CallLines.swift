import BoardScreen
import CallModel
import CallbackWire
import MonitorHTTP
import Monitoring

/// Calls as text, a call after the other: a table, CSV or JSON.
struct CallLines {
  let format: HistoryCommand.Format
  let zone: AccountZone
  private var isFirst = true

  private static let table = TextTable([
    .init(title: "STARTED", width: 19), .init(title: "CALLER", width: 17),
    .init(title: "LINE", width: 15), .init(title: "AGENT", width: 20),
    .init(title: "OUTCOME", width: 13), .init(title: "RANG", width: 7, isRight: true),
    .init(title: "TALKED", width: 7, isRight: true), .init(title: "SID", width: 32),
  ])

  private static let fields = [
    "sid", "started", "ended", "families", "outgoing", "direction", "from", "to", "line",
    "line_label", "agents", "answered_by", "outcome", "ring_seconds", "talk_seconds", "bot_seconds",
    "attempts",
    "ended_by", "campaign", "bridge", "digits", "recording", "custom_field", "anomalies",
  ]

  init(format: HistoryCommand.Format, zone: AccountZone) {
    self.format = format
    self.zone = zone
  }

  /// What comes before the first call.
  var beginning: String {
    switch format {
    case .table: Self.table.heading + "\n"
    case .csv: Self.fields.joined(separator: ",") + "\n"
    case .json: "["
    }
  }

  mutating func text(_ row: CallRow) -> [UInt8] {
    defer { isFirst = false }
    switch format {
    case .table: return Array((Self.table.line(tableFields(row)) + "\n").utf8)
    case .csv: return Array((csvFields(row).map(Self.quoted).joined(separator: ",") + "\n").utf8)
    case .json:
      var writer = JSONWriter()
      writer.call(row)
      return (isFirst ? "\n" : ",\n").utf8 + writer.bytes
    }
  }

  /// What comes behind the last call.
  var ending: String { format == .json ? (isFirst ? "]\n" : "\n]\n") : "" }

  private func tableFields(_ row: CallRow) -> [String] {
    let call = row.call
    return [
      local(call.startedAt), (call.isOutgoing ? "→ " : "") + (call.customer?.text ?? "-"),
      row.lineLabel ?? call.virtualNumber?.text ?? "-",
      row.agent.map { $0.name ?? $0.number?.text ?? "unknown" } ?? "-",
      CallWords.state(call), call.ring.map(ClockFace.elapsed) ?? "-",
      call.talk.map(ClockFace.elapsed) ?? "-", call.sid,
    ]
  }

  private func csvFields(_ row: CallRow) -> [String] {
    let call = row.call
    return [
      call.sid, call.startedAt.rfc3339, call.endedAt?.rfc3339,
      call.families.map(\.rawValue).joined(separator: " "), "\(call.isOutgoing)", call.direction,
      call.from?.text, call.to?.text, call.virtualNumber?.text, row.lineLabel,
      (agents(row).map(\.name) + agentsOfBridge(row)).joined(separator: "; "),
      answeredBy(row), call.outcome?.rawValue,
      call.ring?.inSeconds.plain, call.talk?.inSeconds.plain, call.bot?.talk?.inSeconds.plain,
      "\(call.attempts)",
      call.endedBy?.rawValue, call.campaign, call.bridge, call.digits, call.recordingURL,
      call.customField,
      call.anomalies.all.map(\.rawValue).joined(separator: " "),
    ].map { $0 ?? "" }
  }

  private func answeredBy(_ row: CallRow) -> String? {
    agents(row).last { $0.leg.hasAnswered }?.name ?? agentsOfBridge(row).first
  }

  /// Those who shared a bridge with the customer's leg.
  private func agentsOfBridge(_ row: CallRow) -> [String] {
    guard !row.call.isAgentsLeg else { return [] }
    return row.call.companions.filter { $0.party == .agent }
      .map { $0.name ?? $0.number?.text ?? "unknown" }
  }

  /// Those who were dialed, in that order.
  private func agents(_ row: CallRow) -> [(leg: Leg, name: String)] {
    zip(row.call.legs, row.legNames).compactMap { leg, name in
      leg.party == .agent ? (leg, name ?? leg.number?.text ?? "unknown") : nil
    }
  }

  private func local(_ moment: Instant) -> String {
    let civil = CivilTime(moment, in: zone.civil)
    return civil.date + " " + civil.time
  }

  /// RFC 4180; what a spreadsheet would take for a formula gets an apostrophe before it. A phone number is
  /// none, nor are names and addresses behind one.
  static func quoted(_ field: String) -> String {
    var field = field
    if let first = field.first, "=@-+".contains(first), !field.isNumberAndAddresses {
      field = "'" + field
    }
    guard field.contains(where: { $0 == "\"" || $0 == "," || $0.isNewline }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}

extension Leg {
  fileprivate var hasAnswered: Bool { answeredAt != nil || outcome == .completed }
}

extension String {
  /// True for a phone number, and for one with others, names or addresses behind it, `; ` between them: of
  /// those no sign can call a function or another program.
  fileprivate var isNumberAndAddresses: Bool {
    let parts = split(separator: "; ", omittingEmptySubsequences: false)
    guard let first = parts.first, first.first == "+" else { return false }
    return first.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
      && parts.dropFirst().allSatisfy { part in
        part.allSatisfy { $0.isLetter || $0.isNumber || " +-.:@_".contains($0) }
      }
  }
}
