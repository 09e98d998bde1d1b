import CallModel

/// The wire: each request as it came, the newest first, rejected ones with their reason.
enum CallbacksList {
  static let list = RowList<WireRow>(
    columns: [
      ListColumn("time", "TIME", 9, 12, rank: 1) { row, context in
        .init(context.settings.clock.listed(row.arrivedAt, now: context.now), Style(.muted))
      },
      ListColumn("method", "METHOD", 6, 7, rank: 7) { row, _ in .init(row.method) },
      ListColumn("answer", "ANSWER", 6, 7, isRight: true, rank: 2) { row, _ in
        .init("\(row.answered)", Style(row.isRejected ? .red : .good, bold: row.isRejected))
      },
      ListColumn("event", "EVENT", 9, 24, rank: 3) { row, context in
        .init(row.eventWord ?? context.signs.dash)
      },
      ListColumn("sid", "SID", 12, 34, isPlainText: true, rank: 4) { row, context in
        .init(row.sid ?? context.signs.dash)
      },
      ListColumn("agent", "AGENT", 15, 18, rank: 8) { row, context in
        .init(CallWords.number(row.agent, context.signs))
      },
      ListColumn("took", "TOOK", 7, 7, isRight: true, rank: 9) { row, context in
        .init(row.latency.map(ClockFace.latency) ?? context.signs.dash, Style(.muted))
      },
      ListColumn("forward", "FORWARD", 11, 30, rank: 5) { row, context in
        row.forwarding.map { ForwardText.field($0, context.settings) } ?? .init(context.signs.dash)
      },
      ListColumn("notes", "NOTES", 10, 80, isPlainText: true, rank: 6) { row, _ in
        .init(
          row.reason ?? row.notes.joined(separator: " "), Style(row.isRejected ? .red : .amber))
      },
    ], empty: "Nothing has come yet.")
}
