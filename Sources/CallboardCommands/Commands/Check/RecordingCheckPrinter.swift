import BoardScreen
import CallJournal
import CallModel
import CallbackWire
import Monitoring

/// Prints what is found in a recording while it is read: each call, then the totals.
struct RecordingCheckPrinter {
  private var check: RecordingCheck
  private let json: Bool
  private var output = StandardOutput()
  private var isFirst = true

  init(_ check: RecordingCheck, json: Bool) {
    self.check = check
    self.json = json
  }

  /// True where something is wrong.
  func run(_ recording: Recording) throws -> Bool {
    var printer = self
    return try printer.print(recording)
  }

  private mutating func print(_ recording: Recording) throws -> Bool {
    if json { output.write("{\"readAs\":\"a recording\",\"calls\":[".utf8) }
    try recording.forEach { item in
      take(check.take(item))
      return true
    }
    take(check.finish())
    if json {
      // The object that is open goes on with the members of another one.
      output.write([UInt8(ascii: "]"), UInt8(ascii: ",")] + CheckJSON.totals(check).dropFirst())
      output.line("")
    } else {
      for line in totals { output.line(line) }
    }
    output.flush()
    return check.isWrong
  }

  private mutating func take(_ calls: [RecordingCheck.CheckedCall]) {
    for call in calls {
      if json {
        if !isFirst { output.write(",".utf8) }
        output.write(CheckJSON.call(call))
      } else {
        for line in Self.lines(call) { output.line(line) }
      }
      isFirst = false
    }
  }

  /// `c4f1…  ended completed  5 callbacks  late`, then what is odd.
  private static func lines(_ checked: RecordingCheck.CheckedCall) -> [String] {
    let call = checked.row.call
    let words = [
      call.sid,
      (call.isLive ? "" : call.state.rawValue + " ") + CallWords.state(call),
      call.callbackCount == 1 ? "1 callback" : "\(call.callbackCount) callbacks",
      call.anomalies.all.map(\.rawValue).joined(separator: " "),
    ]
    let mark = checked.isWrong ? "! " : "  "
    return [mark + words.filter { !$0.isEmpty }.joined(separator: "  ")]
      + checked.findings.map { finding in
        let place = finding.field.map { "\($0): " } ?? ""
        let often = finding.count > 1 ? "; \(finding.count) times" : ""
        return "    \(finding.remark.severity.rawValue): \(place)\(finding.remark.text) "
          + "(seq \(finding.sequence)\(often))"
      }
  }

  private var totals: [String] {
    var lines = isFirst ? [] : [""]
    lines.append(
      "\(check.entries + check.damagedCount) lines, \(check.calls) calls, \(check.wrongCalls) of them "
        + "with something wrong, \(check.rejectedCount) rejected, \(check.damagedCount) damaged")
    if check.heartbeats > 0 {
      lines.append("  heartbeats of the lines, which are about no call: \(check.heartbeats)")
    }
    lines += check.damages.map { "  damaged: \($0)" }
    lines += more(check.damagedCount - check.damages.reduce(0) { $0 + $1.lines.count })
    lines += check.rejections.map { rejection in
      "  \(rejection.status), \(rejection.count)\(rejection.count == 1 ? " time" : " times"): \(rejection.reason) (seq \(rejection.sequence))"
    }
    lines += more(check.rejectedCount - check.rejections.reduce(0) { $0 + $1.count })
    let kinds = check.kinds.sorted { ($1.key.severity, $1.value) < ($0.key.severity, $0.value) }
    lines += kinds.map { "  \($0.key.severity.rawValue): \($0.key.rawValue) \($0.value)" }
    return lines
  }

  private func more(_ count: Int) -> [String] { count > 0 ? ["  and \(count) more"] : [] }
}

extension CheckJSON {
  /// The totals of a recording.
  static func totals(_ check: RecordingCheck) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.field("lines", check.entries + check.damagedCount)
      $0.field("callCount", check.calls)
      $0.field("wrongCalls", check.wrongCalls)
      $0.field("heartbeats", check.heartbeats)
      $0.field("rejectedCount", check.rejectedCount)
      $0.field("rejected", array: check.rejections) { writer, rejection in
        writer.object {
          $0.field("status", rejection.status)
          $0.field("reason", rejection.reason)
          $0.field("count", rejection.count)
          $0.field("sequence", Int(clamping: rejection.sequence))
        }
      }
      $0.field("damagedCount", check.damagedCount)
      $0.field("damaged", array: check.damages) { writer, damage in
        writer.object {
          $0.field("path", damage.path)
          $0.field("line", damage.lines.lowerBound)
          $0.field("lastLine", damage.lines.upperBound)
          $0.field("reason", damage.reason)
        }
      }
      $0.field(
        "remarks",
        object: {
          for (kind, count) in check.kinds.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            $0.field(kind.rawValue, count)
          }
        })
    }
    return writer.bytes
  }
}
