import CallModel
import CallbackDelivery
import Foundation

/// What became of the callbacks that were sent, in words.
struct DeliveryText {
  let counts: DeliveryCounts
  let elapsed: Duration

  private var meanRate: Double {
    let seconds = elapsed.inSeconds
    return seconds > 0 ? Double(counts.callbacks) / seconds : 0
  }

  private var untaken: Int {
    counts.answered.filter { $0.key != 200 }.values.reduce(0, +)
      + counts.unanswered.values.reduce(0, +)
  }

  /// While it goes on; `perSecond` is what was sent lately.
  func progress(calls: Int, perSecond: Double, isSimulated: Bool) -> String {
    var parts = [
      Self.clock(elapsed), Self.count(calls, "call"), Self.count(counts.callbacks, "callback"),
      Self.number(perSecond) + "/s",
    ]
    if untaken > 0 { parts.append("\(untaken) not taken") }
    if counts.waiting > 0 {
      parts.append("\(counts.waiting) wait\(counts.waiting == 1 ? "s" : "") for another try")
    }
    if isSimulated, counts.waiting > 0 { parts.append("Ctrl-C ends it") }
    return parts.joined(separator: "  ")
  }

  /// At the end: a line for each kind of answer, and the latencies.
  func summary(of what: String, calls: Int) -> String {
    let done = "\(Self.count(calls, "call")), \(Self.count(counts.callbacks, "callback"))"
    var lines = ["\(what): \(done) in \(Self.clock(elapsed)), \(Self.number(meanRate))/s"]
    func line(_ word: String, _ text: String) {
      lines.append("  " + word.padding(toLength: 10, withPad: " ", startingAt: 0) + text)
    }
    line("sent", "\(counts.callbacks)" + (counts.retries > 0 ? ", \(counts.retries) again" : ""))
    for (status, count) in counts.answered.sorted(by: { $0.key < $1.key }) {
      line("\(status)", "\(count)")
    }
    for (reason, count) in counts.unanswered.sorted(by: { $0.key < $1.key }) {
      line("no answer", "\(count), \(reason)")
    }
    if counts.givenUp > 0 { line("given up", "\(counts.givenUp)") }
    if counts.waiting > 0 { line("not sent", "\(counts.waiting) that waited for another try") }
    if let times = counts.latencies.percentiles([0.5, 0.9, 0.99, 1]) {
      let words = zip(["p50", "p90", "p99", "max"], times).map { "\($0) \(Self.milliseconds($1))" }
      line("took", words.joined(separator: "  "))
    }
    return lines.joined(separator: "\n")
  }

  static func count(_ count: Int, _ what: String) -> String {
    "\(count) \(what)" + (count == 1 ? "" : "s")
  }

  private static func number(_ value: Double) -> String {
    value < 100 ? String(format: "%.1f", value) : String(Int(value.rounded()))
  }

  private static func milliseconds(_ time: Duration) -> String {
    let microseconds =
      Double(time.components.seconds) * 1e6 + Double(time.components.attoseconds) / 1e12
    return number(microseconds / 1_000) + " ms"
  }

  private static func clock(_ time: Duration) -> String {
    let seconds = Int(time.components.seconds)
    let (minutes, rest) = (seconds / 60, CivilTime.digits(seconds % 60))
    return minutes < 60
      ? "\(CivilTime.digits(minutes)):\(rest)"
      : "\(minutes / 60):\(CivilTime.digits(minutes % 60)):\(rest)"
  }
}
