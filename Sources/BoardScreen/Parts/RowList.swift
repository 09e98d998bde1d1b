import CallModel

/// A list that has the whole width: headings, rows, and where there are none, why.
struct RowList<Row: Sendable> {
  let columns: [Table.Column]
  let empty: String
  let fields: (_ row: Row, _ isSelected: Bool) -> [Table.Field]

  func draw(
    _ frame: inout Frame, _ list: ListPage<Row>, _ cursor: ListCursor, _ settings: ScreenSettings
  ) {
    let table = Table(columns, x: 1, width: frame.size.columns - 2, signs: settings.signs)
    table.drawTitles(&frame, y: ScreenState.headerRows)
    for (line, row) in list.rows.enumerated() {
      let y = ScreenState.listTop + line
      let isSelected = list.selected == list.offset + line
      table.draw(fields(row, isSelected), &frame, y: y)
      if isSelected, cursor.target != .top {
        frame.restyle(x: 0, y: y, width: frame.size.columns) { $0.isReverse = true }
      }
    }
    if list.total == 0 {
      frame.write(empty, x: 3, y: ScreenState.listTop + 1, style: Style(.muted))
    }
  }
}
