import CallModel

/// The calls that have ended, the newest first, with how.
enum HistoryList {
  static let list = RowList<CallRow>(
    columns: [
      // Where the end is not known, the clock is that of the last callback.
      ListColumn("ended", "ENDED", 9, 12, rank: 2) { row, context in
        let time = row.call.endedAt.map { _ in
          context.settings.clock.listed(row.call.clock, now: context.now)
        }
        return .init(time ?? context.signs.dash, Style(.muted))
      },
      ListColumn("outcome", "OUTCOME", 15, 15, steady: 11, rank: 1) { row, context in
        .init(context.signs.sign(row.call) + " " + CallWords.state(row.call), style(row.call))
      },
      ListColumn("caller", "CALLER", 16, 20, rank: 3) { row, context in
        .init(CallWords.customer(row.call, context.signs))
      },
      ListColumn("agent", "AGENT", 12, 30, rank: 4) { row, context in
        .init(CallWords.agent(row, context.signs))
      },
      ListColumn("line", "LINE", 8, 18, rank: 6) { row, context in
        .init(CallWords.line(row, context.signs))
      },
      ListColumn("rang", "RANG", 6, 8, isRight: true, rank: 7) { row, context in
        .init(row.call.ring.map(ClockFace.elapsed) ?? context.signs.dash)
      },
      ListColumn("talked", "TALKED", 7, 8, isRight: true, rank: 5) { row, context in
        .init(row.call.talk.map(ClockFace.elapsed) ?? context.signs.dash)
      },
      ListColumn("legs", "LEGS", 6, 12, rank: 8) { row, context in
        .init(CallWords.legs(row.call, context.signs))
      },
      ListColumn("attempts", "TRIES", 5, 6, isRight: true, rank: 9) { row, _ in
        .init("\(row.call.attempts)", row.call.attempts > 1 ? .plain : Style(.muted))
      },
      ListColumn("hung-up", "HUNG UP", 8, 9, rank: 10) { row, context in
        .init(row.call.endedBy?.rawValue ?? context.signs.dash, Style(.muted))
      },
      ListColumn("odd", "ODD", 9, 30, rank: 11) { row, _ in
        .init(row.call.anomalies.all.map(\.rawValue).joined(separator: " "), Style(.amber))
      },
    ], empty: "No call has ended yet. Older ones are in the journal: callboard history.")

  /// Nobody was lost by a call that went out.
  static func style(_ call: Call) -> Style {
    switch call.outcome {
    case .completed: Style(.good)
    case .agentMissed: Style(.amber, bold: true)
    case .missed, .busy, .failed: call.isOutgoing ? Style(.muted) : Style(.red, bold: true)
    case .abandoned: call.isOutgoing ? Style(.muted) : Style(.amber, bold: true)
    case .voicemail, .ivr, .unknown, nil: Style(.muted)
    }
  }
}
