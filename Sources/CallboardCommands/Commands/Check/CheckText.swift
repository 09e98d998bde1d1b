import BoardScreen
import CallModel
import CallbackWire
import Monitoring

/// What was found, as lines of text.
enum CheckText {
  /// A callback: what sent it, and its fields.
  static func lines(_ review: CallbackReview) -> [String] {
    var lines = [head(review)]
    lines += review.remarks.map { "  " + text($0) }
    guard !review.fields.isEmpty else { return lines }
    let rows = review.fields.map { field in
      [field.name, shown(field.value), field.meaning ?? ""]
    }
    let table = TextTable(
      [("FIELD", false), ("VALUE", false), ("MEANING", false)], fitting: rows, widest: 60)
    lines += ["", table.heading]
    for (field, row) in zip(review.fields, rows) {
      lines.append(table.line(row))
      lines += field.remarks.filter { $0.kind != .unknownField || field.remarks.count == 1 }
        .map { "    " + text($0) }
    }
    return lines
  }

  /// What the board makes of a call, of one callback alone perhaps.
  static func lines(_ row: CallRow, isAlone: Bool = false) -> [String] {
    let call = row.call
    let alone = isAlone ? ", of this callback alone" : ""
    var words = ["call \(call.sid)\(alone):"] + (call.isLive ? [] : [call.state.rawValue])
    words.append(CallWords.state(call))
    if let way = call.way { words.append(way == .outgoing ? "goes out" : "comes in") }
    if let families = CallWords.families(call) { words.append("told by \(families)") }
    if let from = call.from { words.append("from \(from.text)") }
    if let to = call.to { words.append("to \(to.text)") }
    if let ring = call.ring { words.append("rang \(seconds(ring))") }
    if let talk = call.talk { words.append("talked \(seconds(talk))") }
    if let bot = CallWords.bot(call) { words.append("bot \(bot)") }
    if let ended = call.endedBy { words.append("ended by \(ended.rawValue)") }
    var lines = [words.joined(separator: " ")]
    for (leg, name) in zip(call.legs, row.legNames) {
      var words = ["  \(leg.party.rawValue)", name ?? leg.number?.text ?? "unknown"]
      words.append(leg.outcome?.rawValue ?? leg.state.rawValue)
      if let ring = leg.ring { words.append("rang \(seconds(ring))") }
      if let time = leg.onCall { words.append("on the call \(seconds(time))") }
      lines.append(words.joined(separator: "  "))
    }
    lines += call.anomalies.all.map { "  \($0.rawValue): \(CallWords.explanation($0))" }
    return lines
  }

  /// What is odd about a callback, as `  late out-of-order`.
  static func news(_ verdict: CallBoard.Verdict) -> String {
    switch verdict {
    case .repeated: "  duplicate"
    case .refused: "  not taken: the call is full"
    case .departed: "  not taken: the call has ended and left the board"
    case .applied(let anomalies):
      anomalies.isEmpty ? "" : "  " + anomalies.all.map(\.rawValue).joined(separator: " ")
    }
  }

  static func text(_ remark: ReviewRemark) -> String {
    "\(remark.severity.rawValue): \(remark.text)"
  }

  private static func head(_ review: CallbackReview) -> String {
    switch review.result {
    case .success((.callback(let shared), let sign)):
      "\(sign.kind.words), \(shared.callback.event.word): \(sign.reason)"
    case .success((.heartbeat(let heartbeat), let sign)):
      "\(sign.kind.words), \(heartbeat.status): \(sign.reason)"
    case .failure: "no callback"
    }
  }

  /// Without the addresses of recordings.
  private static func shown(_ value: String) -> String {
    value.isEmpty ? "(null or empty)" : value.hidingLinks
  }

  private static func seconds(_ duration: Duration) -> String {
    "\(Rounded.seconds(duration)) s"
  }
}

extension CallbackKind {
  fileprivate var words: String {
    switch self {
    case .connectEvent: "event of a Connect applet"
    case .agentStatus: "agent pass-through without events"
    case .afterCall: "Passthru after the call"
    case .flowRequest: "request of a flow"
    case .statusCallback: "StatusCallback"
    case .defaultPayload: "StatusCallback without events"
    case .softphone: "event of a softphone"
    case .contactCentre: "event of the contact centre"
    case .stream: "event of a bot's stream"
    case .leg: "event of an ExoML leg"
    case .bridge: "ExoBridge"
    case .campaign: "event of a campaign"
    case .heartbeat: "heartbeat of the lines"
    case .unknown: "of no known family"
    }
  }
}
