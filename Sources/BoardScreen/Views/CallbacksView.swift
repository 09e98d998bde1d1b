import CallModel

/// The wire: each request as it came, the newest first, rejected ones with their reason.
enum CallbacksView {
  static let list = RowList<WireRow>(
    columns: [
      ListColumn("time", "TIME", 9, 12, rank: 1) { row, look in
        .init(look.settings.clock.listed(row.arrivedAt, now: look.now), Style(.muted))
      },
      ListColumn("method", "METHOD", 6, 7, rank: 7) { row, _ in .init(row.method) },
      ListColumn("answer", "ANSWER", 6, 7, isRight: true, rank: 2) { row, _ in
        .init("\(row.answered)", Style(row.isRejected ? .red : .good, bold: row.isRejected))
      },
      ListColumn("event", "EVENT", 9, 24, rank: 3) { row, look in
        .init(row.eventWord ?? look.signs.dash)
      },
      ListColumn("sid", "SID", 12, 34, isPlainText: true, rank: 4) { row, look in
        .init(row.sid ?? look.signs.dash)
      },
      ListColumn("agent", "AGENT", 15, 18, rank: 8) { row, look in
        .init(CallWords.number(row.agent, look.signs))
      },
      ListColumn("took", "TOOK", 7, 7, isRight: true, rank: 9) { row, look in
        .init(row.latency.map(ClockFace.latency) ?? look.signs.dash, Style(.muted))
      },
      ListColumn("forward", "FORWARD", 11, 30, rank: 5) { row, look in
        row.forwarding.map { ForwardText.field($0, look.settings) } ?? .init(look.signs.dash)
      },
      ListColumn("notes", "NOTES", 10, 80, isPlainText: true, rank: 6) { row, _ in
        .init(
          row.reason ?? row.notes.joined(separator: " "), Style(row.isRejected ? .red : .amber))
      },
    ], empty: "Nothing has come yet.")

  static func draw(
    _ frame: inout Frame, _ state: ScreenState, _ requests: ListPage<WireRow>, _ page: BoardPage,
    _ settings: ScreenSettings
  ) {
    list.draw(
      &frame, requests, state.wholeArea(for: state.callbacks), state.layout(of: .callbacks), state,
      page, settings)
  }
}
