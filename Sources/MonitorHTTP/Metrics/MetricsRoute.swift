import CallModel
import Monitoring

/// `/metrics`: the board and the wire, for Prometheus.
struct MetricsRoute: Sendable {
  let monitor: CallMonitor

  private struct Material: Sendable {
    var figures: BoardFigures
    var lines: LineTroubles
    var wire: WireMetrics
    var forward: ForwardStatus?
  }

  func response() -> Response {
    let material: Material = monitor.read { board, wire, forward, now in
      Material(
        figures: board.figures(since: monitor.windowStart(now), now: now),
        lines: board.lineTroubles, wire: wire.metrics, forward: forward)
    }
    var text = MetricsText()
    addBoard(material.figures, &text)
    addLines(material.lines, &text)
    addWire(material.wire, &text)
    addJournal(&text)
    if let status = material.forward { addForwarding(status, &text) }
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
      "live_calls", .gauge, "Calls that have not ended, without the uncertain ones.",
      by: "direction", "state", samples(live.callers, "in") + samples(live.placed, "out"))
    text.add(
      "uncertain_calls", .gauge,
      "Callers of whom it is not known whether they are served, or there at all.", live.uncertain)
    text.add(
      "agents", .gauge, "Agents that the board knows.", by: "status",
      [("busy", figures.agentsBusy), ("free", figures.agentsFree)])
    text.add(
      "agent_activities", .gauge, "Agents by what they do.", by: "activity",
      Agent.Activity.allCases.map { ($0.rawValue, figures.activities[$0, default: 0]) })
    addToday(figures.window, &text)
  }

  /// They begin anew with each day.
  private func addToday(_ window: WindowFigures, _ text: inout MetricsText) {
    let (callers, placed) = (window.callers, window.placed)
    text.add(
      "calls_today", .gauge, "Calls that began today, each in one column of its direction.",
      by: "direction", "outcome",
      [
        ("in", "answered", callers.answered), ("in", "missed", callers.missed),
        ("in", "abandoned", callers.abandoned), ("in", "voicemail", callers.voicemail),
        ("in", "ivr", callers.ivr), ("in", "unknown", callers.unknown),
        ("in", "pending", callers.pending), ("out", "connected", placed.connected),
        ("out", "not_picked_up", placed.notPickedUp), ("out", "busy", placed.busy),
        ("out", "failed", placed.failed), ("out", "abandoned", placed.abandoned),
        ("out", "agent_missed", placed.agentMissed), ("out", "unknown", placed.unknown),
        ("out", "pending", placed.pending),
      ])
  }

  private func samples(
    _ states: LiveFigures.States, _ direction: String
  ) -> [(first: String, second: String, number: Int)] {
    [
      (direction, "dialing", states.dialing), (direction, "ringing", states.ringing),
      (direction, "waiting", states.waiting), (direction, "talking", states.talking),
    ]
  }

  private func addLines(_ lines: LineTroubles, _ text: inout MetricsText) {
    text.add(
      "line_health_known", .gauge, "1 while heartbeats of the lines come, 0 without any.",
      lines.isTold && lines.silentSince == nil ? 1 : 0)
    text.add(
      "lines_in_trouble", .gauge, "Lines that calls do not come in on, or go out from.",
      by: "direction", [("in", lines.incoming), ("out", lines.outgoing)])
  }

  private func addWire(_ wire: WireMetrics, _ text: inout MetricsText) {
    text.add(
      "callbacks_total", .counter, "Accepted callbacks since the start.", by: "verdict",
      [("applied", wire.applied), ("duplicate", wire.repeated), ("refused", wire.refused)])
    text.add(
      "line_heartbeats_total", .counter,
      "Accepted heartbeats of the lines, which are among the callbacks.", wire.heartbeats)
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
