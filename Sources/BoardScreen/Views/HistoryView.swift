import CallModel

/// The calls that have ended, the newest first, with how.
enum HistoryView {
  private static let columns = [
    Table.Column(title: "", width: 1, widest: 1, rank: 0),
    Table.Column(title: "ENDED", width: 8, widest: 8, rank: 2),
    Table.Column(title: "OUTCOME", width: 11, widest: 12, rank: 1),
    Table.Column(title: "CALLER", width: 16, widest: 20, rank: 3),
    Table.Column(title: "AGENT", width: 12, widest: 30, rank: 4),
    Table.Column(title: "LINE", width: 8, widest: 18, rank: 7),
    Table.Column(title: "RANG", width: 6, widest: 8, isRight: true, rank: 6),
    Table.Column(title: "TALKED", width: 7, widest: 8, isRight: true, rank: 5),
    Table.Column(title: "LEGS", width: 6, widest: 12, rank: 8),
    Table.Column(title: "ATTEMPTS", width: 8, widest: 8, isRight: true, rank: 9),
    Table.Column(title: "ODD", width: 9, widest: 30, rank: 10),
  ]

  static func draw(
    _ frame: inout Frame, _ state: ScreenState, _ list: ListPage<CallRow>,
    _ settings: ScreenSettings
  ) {
    let rows = RowList(
      columns: columns,
      empty: "No call has ended yet. Older ones are in the journal: callboard history."
    ) { row, isSelected in
      fields(row, isSelected: isSelected, settings)
    }
    rows.draw(&frame, list, state.history, settings)
  }

  private static func fields(
    _ row: CallRow, isSelected: Bool, _ settings: ScreenSettings
  ) -> [Table.Field] {
    let signs = settings.signs
    let call = row.call
    let tries = CallWords.attempts(call)
    return [
      .init(isSelected ? signs.selected : " ", Style(.accent, bold: true)),
      // Where the end is not known, the clock is that of the last callback.
      .init(call.endedAt == nil ? signs.dash : settings.clock.time(call.clock), Style(.muted)),
      .init(signs.sign(call.state, call.outcome) + " " + CallWords.state(call), style(call)),
      .init(CallWords.customer(call, signs)),
      .init(CallWords.agent(row, signs)),
      .init(CallWords.line(row, signs)),
      .init(call.ring.map(ClockFace.elapsed) ?? signs.dash),
      .init(call.talk.map(ClockFace.elapsed) ?? signs.dash),
      .init(CallWords.legs(call, signs)),
      .init("\(tries)", tries > 1 ? .plain : Style(.muted)),
      .init(call.anomalies.all.map(\.rawValue).joined(separator: " "), Style(.amber)),
    ]
  }

  private static func style(_ call: Call) -> Style {
    switch call.outcome {
    case .completed: Style(.good)
    case .missed, .busy, .failed: Style(.red, bold: true)
    case .abandoned: Style(.amber, bold: true)
    case .voicemail, .ivr, .unknown, nil: Style(.muted)
    }
  }
}
