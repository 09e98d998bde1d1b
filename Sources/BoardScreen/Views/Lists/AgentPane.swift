import CallModel

/// The agents beside the calls: who is busy, with what, since when.
struct AgentPane: View {
  private let list: ListPage<Agent>
  private let appearance: ListAppearance

  init(_ list: ListPage<Agent>, _ context: ViewContext) {
    self.list = list
    appearance = context.appearance(of: .agents, hasKeys: context.state.isAgentPane)
  }

  private var signs: Signs { appearance.settings.signs }

  /// A rule stands in the column before the area.
  func draw(_ frame: inout Frame, in area: Area) {
    for y in area.y..<area.bottom {
      frame.write(signs.bar, x: area.x - 1, y: y, style: Style(.muted))
    }
    let found = list.unfiltered.map { " \(list.total) of \($0)" } ?? ""
    let rows = list.rows.map { AgentPaneList.fields($0, appearance.now, appearance.settings) }
    let table = Table(
      AgentPaneList.columns(found), rows: rows, order: appearance.layout.order, x: area.x + 1,
      width: area.width - 2, signs: signs)
    table.drawTitles(&frame, y: area.y)
    for (line, fields) in rows.enumerated() {
      let y = area.y + 1 + line
      table.draw(fields, &frame, y: y)
      if appearance.hasKeys, list.selected == list.offset + line {
        frame.restyle(x: area.x, y: y, width: area.width) { $0.isReverse = true }
      }
    }
    guard list.total == 0 else { return }
    let words = list.emptyWords("No agent was called yet.", signs)
    frame.write(
      TextWidth.cut(words, to: area.width - 2, mark: signs.ellipsis),
      x: area.x + 1, y: area.y + 2, style: Style(.muted))
  }

  /// Its headings sort nothing.
  func target(x: Int, y: Int, in area: Area) -> PointerTarget? {
    y > area.y ? .row(y - area.withoutFirstRow.y) : nil
  }
}
