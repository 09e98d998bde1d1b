import CallModel

/// A menu in a box in the middle of the screen.
struct MenuView: View {
  let menu: Menu
  /// The columns that are shown of the list whose columns are chosen.
  private let columns: Set<String>
  private let signs: Signs

  init(_ menu: Menu, _ context: ViewContext) {
    self.menu = menu
    columns = Set(menu.columns.map { context.state.layout(of: $0).columns } ?? [])
    signs = context.settings.signs
  }

  private var hint: String {
    menu.columns == nil ? "Enter takes it, Esc closes" : "Space shows, hides; < > move; r resets"
  }

  /// The box with its frame, in the middle of an area.
  private func box(in area: Area) -> Area {
    let words = menu.items.map { TextWidth.of($0.words) + 6 }.max() ?? 0
    let width = max(words, TextWidth.of(hint), TextWidth.of(menu.title)) + 4
    return area.centered(columns: min(width, area.width), rows: lines(in: area) + 4)
  }

  /// Items that are visible.
  private func lines(in area: Area) -> Int { min(menu.items.count, max(area.height - 6, 1)) }

  /// The first item that is visible.
  private func offset(_ lines: Int) -> Int {
    min(max(menu.selected - lines + 1, 0), menu.items.count - lines)
  }

  func target(x: Int, y: Int, in area: Area) -> PointerTarget? {
    let (box, lines) = (box(in: area), lines(in: area))
    let line = y - box.y - 2
    guard (0..<lines).contains(line), box.contains(x: x, y: y) else { return nil }
    return .menuItem(offset(lines) + line)
  }

  func draw(_ frame: inout Frame, in area: Area) {
    let (box, lines) = (box(in: area), lines(in: area))
    let (x, y, width) = (box.x, box.y, box.width)
    let rule = String(repeating: signs.rule, count: max(width - 2, 0))
    let blank = String(repeating: " ", count: max(width - 2, 0))
    frame.write(signs.corners.0 + rule + signs.corners.1, x: x, y: y, style: Style(.accent))
    for line in 1...(lines + 2) {
      frame.write(signs.bar + blank + signs.bar, x: x, y: y + line, style: Style(.accent))
    }
    frame.write(
      signs.corners.2 + rule + signs.corners.3, x: x, y: y + lines + 3, style: Style(.accent))
    frame.write(
      " \(menu.title) ", x: x + 2, y: y, width: width - 4, style: Style(.accent, bold: true))
    for line in 0..<lines { drawItem(&frame, offset(lines) + line, in: box, y: y + 2 + line) }
    frame.write(hint, x: x + 2, y: y + 1, width: width - 4, style: Style(.muted))
  }

  private func drawItem(
    _ frame: inout Frame, _ place: Int, in box: Area, y: Int
  ) {
    let item = menu.items[place]
    let isSelected = place == menu.selected
    let before = isSelected ? signs.selected : " "
    let text = "\(before) \(sign(item)) \(item.words)"
    frame.write(text, x: box.x + 2, y: y, width: box.width - 4, style: Style(bold: isSelected))
    if isSelected {
      frame.restyle(x: box.x + 1, y: y, width: box.width - 2) { $0.isReverse = true }
    }
  }

  /// The key that takes it, or whether a column is shown.
  private func sign(_ item: Menu.Item) -> String {
    guard case .column(let name) = item.choice, menu.columns != nil else {
      return item.key.map(String.init) ?? " "
    }
    return columns.contains(name) ? "[x]" : "[ ]"
  }
}
