import CallModel

/// A list with its headings in the first row.
struct ListView<Row: ListRow>: View {
  let list: RowList<Row>
  let page: ListPage<Row>
  let appearance: ListAppearance

  func draw(_ frame: inout Frame, in area: Area) { list.draw(&frame, page, in: area, appearance) }

  func target(x: Int, y: Int, in area: Area) -> PointerTarget? {
    guard y > area.y else {
      return list.heading(at: x, page, in: area, appearance).map(PointerTarget.heading)
    }
    return .row(y - area.withoutFirstRow.y)
  }
}
