import CallModel

/// The wire: each request as it came, the newest first, rejected ones with their reason.
enum CallbacksView {
  private static let columns = [
    Table.Column(title: "", width: 1, widest: 1, rank: 0),
    Table.Column(title: "TIME", width: 8, widest: 8, rank: 1),
    Table.Column(title: "METHOD", width: 6, widest: 6, rank: 6),
    Table.Column(title: "ANSWER", width: 6, widest: 6, isRight: true, rank: 2),
    Table.Column(title: "EVENT", width: 9, widest: 24, rank: 3),
    Table.Column(title: "CALL", width: 12, widest: 34, rank: 4),
    Table.Column(title: "AGENT", width: 15, widest: 18, rank: 7),
    Table.Column(title: "TOOK", width: 7, widest: 7, isRight: true, rank: 8),
    Table.Column(title: "NOTES", width: 10, widest: 80, rank: 5),
  ]

  static func draw(
    _ frame: inout Frame, _ state: ScreenState, _ list: ListPage<WireRow>,
    _ settings: ScreenSettings
  ) {
    let rows = RowList(
      columns: columns,
      empty: "Nothing has come yet."
    ) { row, isSelected in
      fields(row, isSelected: isSelected, settings)
    }
    rows.draw(&frame, list, state.callbacks, settings)
  }

  private static func fields(
    _ row: WireRow, isSelected: Bool, _ settings: ScreenSettings
  ) -> [Table.Field] {
    let signs = settings.signs
    let isRejected = row.reason != nil
    let notes = row.reason ?? row.notes.joined(separator: " ")
    return [
      .init(isSelected ? signs.selected : " ", Style(.accent, bold: true)),
      .init(settings.clock.time(row.arrivedAt), Style(.muted)),
      .init(row.method),
      .init("\(row.answered)", Style(isRejected ? .red : .good, bold: isRejected)),
      .init(row.event ?? (isRejected ? "rejected" : signs.dash)),
      .init(row.sid ?? signs.dash),
      .init(row.agent ?? signs.dash),
      .init(row.latency.map(ClockFace.latency) ?? signs.dash, Style(.muted)),
      .init(notes, Style(isRejected ? .red : .amber)),
    ]
  }
}
