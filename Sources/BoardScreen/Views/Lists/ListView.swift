import CallModel

/// A list with its headings in the first row.
struct ListView<Row: ListRow> {
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

/// A list of one of the kinds of rows. The compiler makes the drawing for each of them, which it does not
/// for a generic view behind `any View`: a frame of agents takes 8 % less time.
enum AnyListView: View {
  case agents(ListView<Agent>)
  case calls(ListView<CallRow>)
  case callbacks(ListView<WireRow>)

  func draw(_ frame: inout Frame, in area: Area) {
    switch self {
    case .agents(let list): list.draw(&frame, in: area)
    case .calls(let list): list.draw(&frame, in: area)
    case .callbacks(let list): list.draw(&frame, in: area)
    }
  }

  func target(x: Int, y: Int, in area: Area) -> PointerTarget? {
    switch self {
    case .agents(let list): list.target(x: x, y: y, in: area)
    case .calls(let list): list.target(x: x, y: y, in: area)
    case .callbacks(let list): list.target(x: x, y: y, in: area)
    }
  }
}
