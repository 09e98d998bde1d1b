import CallModel

/// A list with headings, of the columns that were chosen; where it has no rows, it says why.
struct RowList<Row: ListRow>: Sendable {
  /// All columns, in their usual order.
  let columns: [ListColumn<Row>]
  let empty: String

  /// Where a list is drawn, and whether the keys move in it.
  struct Area {
    var x: Int
    var width: Int
    var top: Int
    var hasKeys = true
  }

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

  func draw(
    _ frame: inout Frame, _ list: ListPage<Row>, _ area: Area, _ layout: ListLayout,
    _ state: ScreenState, _ page: BoardPage, _ settings: ScreenSettings
  ) {
    let rows = rows(list, layout, state, page, settings)
    let table = table(rows, area, layout, settings.signs)
    table.drawTitles(&frame, y: area.top)
    for (line, fields) in rows.enumerated() {
      let y = area.top + 1 + line
      table.draw(fields, &frame, y: y)
      if list.selected == list.offset + line, area.hasKeys {
        frame.restyle(x: area.x, y: y, width: area.width) { $0.isReverse = true }
      }
    }
    guard list.total == 0 else { return }
    let words = list.emptyWords(empty, settings.signs)
    let cut = TextWidth.cut(words, to: area.width - 4, mark: settings.signs.ellipsis)
    frame.write(cut, x: area.x + 3, y: area.top + 2, style: Style(.muted))
  }

  /// The names of the columns that are shown in a width, by whichever the list is sorted.
  func columnsWithRoom(_ layout: ListLayout, width: Int) -> Set<String> {
    Table.withRoom(columns(of: layout).map(\.column), width: width - Self.margins)
  }

  /// The name of the column whose heading is at `x`; nil where there is none.
  func heading(
    at x: Int, _ list: ListPage<Row>, width: Int, _ state: ScreenState, _ page: BoardPage,
    _ settings: ScreenSettings, _ kind: ListKind
  ) -> String? {
    let layout = state.layout(of: kind)
    let rows = rows(list, layout, state, page, settings)
    return table(rows, Area(x: 0, width: width, top: 0), layout, settings.signs).column(at: x)
  }

  private func table(
    _ rows: [[Table.Field]], _ area: Area, _ layout: ListLayout, _ signs: Signs
  ) -> Table {
    Table(
      columns(of: layout).map(\.column), rows: rows, order: layout.order, x: area.x + 1,
      width: area.width - Self.margins, signs: signs)
  }

  private func rows(
    _ list: ListPage<Row>, _ layout: ListLayout, _ state: ScreenState, _ page: BoardPage,
    _ settings: ScreenSettings
  ) -> [[Table.Field]] {
    let columns = columns(of: layout)
    return list.rows.enumerated().map { line, row in
      let context = RowContext(
        now: page.now, settings: settings, isSelected: list.selected == list.offset + line,
        isChanged: settings.isMarked(row.changedAt, now: page.now),
        isMarked: state.marks.contains(row.id))
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
