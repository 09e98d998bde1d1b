import CallModel

/// Selecting, sorting and scrolling with the mouse.
extension ScreenState {
  /// Does what a click there does; `isRow` is true where it has selected a row.
  mutating func click(
    _ target: PointerTarget?, x: Int, y: Int, _ page: BoardPage
  ) -> (isRow: Bool, effects: [ScreenEffect]) {
    switch target {
    case .tab(let view): show(view)
    case .moment(let moment): return (false, [.playback(.jump(to: moment))])
    case .callPane(let pane):
      callPanes.pane = pane
      scroll = 0
    case .ladderLine(let line): callPanes.line = line
    case .heading(let column):
      turnToPane(at: x)
      return (false, sort(by: column))
    case .row(let line):
      turnToPane(at: x)
      return (select(line, page), [])
    case .menuItem: break
    case nil:
      if y != screenLayout.positionBar?.y { turnToPane(at: x) }
    }
    return (false, [])
  }

  /// Scrolls what is under the pointer.
  mutating func turnWheel(by lines: Int, x: Int, _ page: BoardPage) {
    if let pane = screenLayout.agentPane { isAgentPane = x >= pane.x }
    move(by: lines, page)
  }

  /// The rule beside the agents is theirs.
  private mutating func turnToPane(at x: Int) {
    if let pane = screenLayout.agentPane { isAgentPane = x >= pane.x - 1 }
  }

  /// Selects the row at a line of the list; false where there is none.
  private mutating func select(_ line: Int, _ page: BoardPage) -> Bool {
    guard let list, let shown = shown(list, page), shown.offset + line < shown.total else {
      return false
    }
    self[keyPath: list] = ListCursor(target: .index(shown.offset + line), line: line)
    return true
  }

  private mutating func sort(by name: String) -> [ScreenEffect] {
    guard let kind = listKind, let column = kind.specifications.first(where: { $0.name == name })
    else { return [] }
    var layout = layout(of: kind)
    layout.sort(by: column)
    preferences.orders[kind] = .init(layout.order)
    return [.remember]
  }
}
