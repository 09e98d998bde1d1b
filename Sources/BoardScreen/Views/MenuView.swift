import CallModel

/// A menu in a box in the middle of the screen.
struct MenuView {
  let menu: Menu
  let size: ScreenSize

  private var hint: String {
    menu.columns == nil ? "Enter takes it, Esc closes" : "Space shows, hides; < > move; r resets"
  }

  private var width: Int {
    let words = menu.items.map { TextWidth.of($0.words) + 6 }.max() ?? 0
    return min(max(words, TextWidth.of(hint), TextWidth.of(menu.title)) + 4, size.columns)
  }

  /// Items that are visible.
  private var lines: Int { min(menu.items.count, max(size.rows - 6, 1)) }
  private var x: Int { max((size.columns - width) / 2, 0) }
  private var y: Int { max((size.rows - lines - 4) / 2, 0) }
  private var offset: Int { min(max(menu.selected - lines + 1, 0), menu.items.count - lines) }

  /// The item at a place; nil where there is none.
  func item(x: Int, y: Int) -> Int? {
    let line = y - self.y - 2
    guard (0..<lines).contains(line), (self.x..<(self.x + width)).contains(x) else { return nil }
    return offset + line
  }

  func draw(_ frame: inout Frame, _ state: ScreenState, _ settings: ScreenSettings) {
    let signs = settings.signs
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
    for line in 0..<lines { drawItem(&frame, offset + line, y: y + 2 + line, state, settings) }
    frame.write(hint, x: x + 2, y: y + 1, width: width - 4, style: Style(.muted))
  }

  private func drawItem(
    _ frame: inout Frame, _ place: Int, y: Int, _ state: ScreenState, _ settings: ScreenSettings
  ) {
    let item = menu.items[place]
    let isSelected = place == menu.selected
    let before = isSelected ? settings.signs.selected : " "
    let text = "\(before) \(sign(item, state)) \(item.words)"
    frame.write(text, x: x + 2, y: y, width: width - 4, style: Style(bold: isSelected))
    if isSelected { frame.restyle(x: x + 1, y: y, width: width - 2) { $0.isReverse = true } }
  }

  /// The key that takes it, or whether a column is shown.
  private func sign(_ item: Menu.Item, _ state: ScreenState) -> String {
    guard case .column(let name) = item.choice, let kind = menu.columns else {
      return item.key.map(String.init) ?? " "
    }
    let shown = state.layout(of: kind).columns
    return shown.contains(name) ? "[x]" : "[ ]"
  }
}
