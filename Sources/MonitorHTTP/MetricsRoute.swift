import CallModel
import Monitoring

/// `/metrics`: the board and the wire, for Prometheus.
struct MetricsRoute: Sendable {
  let monitor: CallMonitor

  private struct Material: Sendable {
    var figures: BoardFigures
    var wire: WireMetrics
  }

  func response() -> Response {
    let material: Material = monitor.read { board, wire, now in
      Material(figures: board.figures(since: monitor.windowStart(now)), wire: wire.metrics)
    }
    var text = MetricsText()
    addBoard(material.figures, &text)
    addWire(material.wire, &text)
    addJournal(&text)
    if let status = monitor.forwardStatus { addForwarding(status, &text) }
    text.add(
      "stream_readers", .gauge, "Connections that follow the board.", by: "stream",
      [
        ("callbacks", monitor.followers.count), ("events", monitor.eventReaders.count),
      ])
    return Response(
      status: .ok,
      headers: [
        ("Content-Type", "text/plain; version=0.0.4; charset=utf-8"),
        ("Cache-Control", "no-store"),
      ], body: Array(text.text.utf8))
  }

  private func addBoard(_ figures: BoardFigures, _ text: inout MetricsText) {
    let live = figures.live
    text.add(
      "live_calls", .gauge, "Calls that have not ended.", by: "state",
      [
        ("dialing", live.dialing), ("ringing", live.ringing), ("waiting", live.waiting),
        ("talking", live.talking),
      ])
    text.add(
      "agents", .gauge, "Agents that the board knows.", by: "status",
      [("busy", figures.agentsBusy), ("free", figures.agentsFree)])
  }

  private func addWire(_ wire: WireMetrics, _ text: inout MetricsText) {
    text.add(
      "callbacks_total", .counter, "Accepted callbacks since the start.", by: "verdict",
      [("applied", wire.applied), ("duplicate", wire.repeated), ("refused", wire.refused)])
    text.add(
      "rejected_requests_total", .counter, "Rejected requests since the start.", by: "reason",
      Self.reasons.map { reason, statuses in
        (reason, statuses.reduce(0) { $0 + wire.rejected[$1, default: 0] })
      })
    text.add(
      "answer_duration_seconds", "From a whole request to /exotel to its answer.", wire.answers)
    text.add("fold_duration_seconds", "How long the board took over a callback.", wire.folds)
  }

  /// The statuses that requests to `/exotel` are rejected with.
  static let reasons: [(reason: String, statuses: [Int])] = [
    ("content", [400, 417]), ("key", [401]), ("method", [405]), ("size", [413, 431]),
    ("content_type", [415]), ("not_kept", [503]),
  ]

  private func addJournal(_ text: inout MetricsText) {
    guard let size = monitor.journalSize else { return }
    text.add(
      "journal_writable", .gauge, "1 while callbacks can be kept.", monitor.fault == nil ? 1 : 0)
    text.add("journal_bytes", .gauge, "Size of the journal on the disk.", size.bytes)
    text.add("journal_files", .gauge, "Files of the journal, one a day.", size.files)
  }

  private func addForwarding(_ status: ForwardStatus, _ text: inout MetricsText) {
    text.add(
      "forward_queue", .gauge, "Callbacks that are to be forwarded.", by: "state",
      [("waiting", status.waiting), ("retrying", status.retrying)])
    text.add(
      "forwarded_total", .counter, "Callbacks that were forwarded, or could not be.", by: "outcome",
      [
        ("delivered", status.delivered), ("failed", status.failed), ("dropped", status.dropped),
        ("returned", status.returned),
      ])
  }
}
