import CallModel

/// A list with headings, of the columns that were chosen; where it has no rows, it says why.
struct RowList<Row: ListRow>: Sendable {
  /// All columns, in their usual order.
  let columns: [ListColumn<Row>]
  let empty: String

  /// The columns of a layout, behind that of the marks.
  func columns(of layout: ListLayout) -> [ListColumn<Row>] {
    [Self.marks]
      + layout.columns.compactMap { name in columns.first { $0.column.name == name } }
  }

  /// Columns of the screen that stay empty beside the table.
  private static var margins: Int { 2 }

  private static var marks: ListColumn<Row> {
    ListColumn("", "", 2, 2, rank: -1) { _, context in
      let mark =
        context.isChanged ? context.signs.changed : context.isMarked ? context.signs.marked : " "
      return .init(
        (context.isSelected ? context.signs.selected : " ") + mark, Style(.accent, bold: true))
    }
  }

  /// Draws the headings in the first row of the area, and the rows below it.
  func draw(
    _ frame: inout Frame, _ list: ListPage<Row>, in area: Area, _ appearance: ListAppearance
  ) {
    let rows = rows(list, appearance)
    let table = table(rows, in: area, appearance)
    table.drawTitles(&frame, y: area.y)
    for (line, fields) in rows.enumerated() {
      let y = area.y + 1 + line
      table.draw(fields, &frame, y: y)
      if list.selected == list.offset + line, appearance.hasKeys {
        frame.restyle(x: area.x, y: y, width: area.width) { $0.isReverse = true }
      }
    }
    guard list.total == 0 else { return }
    let signs = appearance.settings.signs
    let words = list.emptyWords(empty, signs)
    let cut = TextWidth.cut(words, to: area.width - 4, mark: signs.ellipsis)
    frame.write(cut, x: area.x + 3, y: area.y + 2, style: Style(.muted))
  }

  /// The names of the columns that are shown in a width, by whichever the list is sorted.
  func columnsWithRoom(_ layout: ListLayout, width: Int) -> Set<String> {
    Table.withRoom(columns(of: layout).map(\.column), width: width - Self.margins)
  }

  /// The name of the column whose heading is at `x`; nil where there is none.
  func heading(
    at x: Int, _ list: ListPage<Row>, in area: Area, _ appearance: ListAppearance
  ) -> String? {
    table(rows(list, appearance), in: area, appearance).column(at: x)
  }

  private func table(
    _ rows: [[Table.Field]], in area: Area, _ appearance: ListAppearance
  ) -> Table {
    Table(
      columns(of: appearance.layout).map(\.column), rows: rows, order: appearance.layout.order,
      x: area.x + 1, width: area.width - Self.margins, signs: appearance.settings.signs)
  }

  private func rows(_ list: ListPage<Row>, _ appearance: ListAppearance) -> [[Table.Field]] {
    let columns = columns(of: appearance.layout)
    let (settings, now) = (appearance.settings, appearance.now)
    return list.rows.enumerated().map { line, row in
      let context = RowContext(
        now: now, settings: settings, isSelected: list.selected == list.offset + line,
        isChanged: settings.isMarked(row.changedAt, now: now),
        isMarked: appearance.marks.contains(row.id))
      return columns.map { $0.field(row, context) }
    }
  }
}

extension ListPage {
  /// Why there are no rows: `usual` where no filter leaves them out.
  func emptyWords(_ usual: String, _ signs: Signs) -> String {
    if isPartial { return "Looking" + signs.ellipsis }
    guard let all = unfiltered, all > 0 else { return usual }
    return "The filter matches none of \(all); Esc clears it."
  }
}
