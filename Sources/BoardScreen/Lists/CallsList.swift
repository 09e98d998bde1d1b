import CallModel

/// The live calls, callers before calls that go out and those that ring longest first, and those that
/// have just ended, dimmed.
enum CallsList {
  static let list = RowList<CallRow>(
    columns: [
      ListColumn("state", "STATE", 11, 15, steady: 11, rank: 1) { row, context in
        let style = context.style(row.call)
        return .init(
          context.signs.sign(row.call) + " " + CallWords.state(row.call) + style.mark, style)
      },
      ListColumn("for", "FOR", 7, 8, isRight: true, steady: 5, rank: 2) { row, context in
        .init(ClockFace.elapsed(context.now - row.call.clock), context.style(row.call))
      },
      ListColumn("caller", "CALLER", 16, 20, rank: 3) { row, context in
        .init(CallWords.customer(row.call, context.signs), context.calm(row.call))
      },
      ListColumn("agent", "AGENT", 12, 30, rank: 4) { row, context in
        .init(CallWords.agent(row, context.signs), context.calm(row.call))
      },
      ListColumn("line", "LINE", 8, 18, rank: 5) { row, context in
        .init(CallWords.line(row, context.signs), context.calm(row.call))
      },
      ListColumn("legs", "LEGS", 6, 12, rank: 6) { row, context in
        .init(CallWords.legs(row.call, context.signs), context.calm(row.call))
      },
      ListColumn("attempts", "TRIES", 5, 6, isRight: true, rank: 7) { row, context in
        let tries = row.call.attempts
        return .init("\(tries)", tries > 1 ? context.calm(row.call) : Style(.muted))
      },
      ListColumn("odd", "ODD", 9, 30, rank: 8) { row, _ in
        .init(row.call.anomalies.all.map(\.rawValue).joined(separator: " "), Style(.amber))
      },
    ], empty: "No live calls.")
}

extension RowContext {
  func style(_ call: Call) -> Style { settings.style(call, now: now) }

  /// Of what does not matter most.
  func calm(_ call: Call) -> Style {
    call.isLive ? Style(bold: isChanged) : Style(.muted, dim: true)
  }
}
