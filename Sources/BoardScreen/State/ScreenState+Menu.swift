import CallModel

/// Choosing from a menu.
extension ScreenState {
  mutating func choose(_ input: ScreenInput, _ target: PointerTarget?) -> [ScreenEffect] {
    guard let open = menu else { return [] }
    switch input {
    case .key(let key): return choose(key, open)
    case .click, .doubleClick:
      guard case .menuItem(let item)? = target else {
        menu = nil
        return []
      }
      menu?.selected = item
      return choose(.enter, menu ?? open)
    case .wheel(let lines, _, _): menu?.move(by: lines)
    case .resized, .quit: break
    }
    return []
  }

  private mutating func choose(
    _ key: Key, _ open: Menu
  ) -> [ScreenEffect] {
    if case .character(let character) = key,
      let item = open.items.first(where: { $0.key == character })
    {
      return take(item.choice)
    }
    switch key {
    case .down, .character("j"): menu?.move(by: 1)
    case .up, .character("k"): menu?.move(by: -1)
    case .home, .character("g"): menu?.move(by: -open.items.count)
    case .end, .character("G"): menu?.move(by: open.items.count)
    case .escape, .character("q"): menu = nil
    case .enter, .character(" "): return open.choice.map { take($0) } ?? []
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .character("<"), .left: return moveColumn(-1, open)
    case .character(">"), .right: return moveColumn(1, open)
    case .character("r"):
      if let kind = open.columns { return reset(kind) }
    default: break
    }
    return []
  }

  private mutating func take(_ choice: Menu.Choice) -> [ScreenEffect] {
    if case .column(let name) = choice { return toggle(name) }
    menu = nil
    switch choice {
    case .copy(let text): return [.copy(text)]
    case .copyCall(let sid): return [.copyCall(sid)]
    case .save(let format): return [.save(format)]
    case .export(let format): return [.export(format)]
    case .column: return []
    }
  }

  private mutating func toggle(_ column: String) -> [ScreenEffect] {
    guard let kind = menu?.columns else { return [] }
    var layout = layout(of: kind)
    if let place = layout.columns.firstIndex(of: column) {
      guard layout.columns.count > 1 else { return [] }
      layout.columns.remove(at: place)
      if layout.order?.column == column { layout.order = nil }
    } else {
      // It comes back to where it stands in the menu.
      let before = menu?.items.prefix { $0.choice != .column(column) } ?? []
      let place = before.filter { item in
        layout.columns.contains { .column($0) == item.choice }
      }.count
      layout.columns.insert(column, at: place)
    }
    return setLayout(layout, kind)
  }

  private mutating func moveColumn(_ step: Int, _ open: Menu) -> [ScreenEffect] {
    guard let kind = open.columns, open.items.indices.contains(open.selected + step) else {
      return []
    }
    menu?.items.swapAt(open.selected, open.selected + step)
    menu?.selected += step
    var layout = layout(of: kind)
    layout.columns = (menu?.items ?? []).compactMap { item in
      layout.columns.first { .column($0) == item.choice }
    }
    return setLayout(layout, kind)
  }

  private mutating func setLayout(_ layout: ListLayout, _ kind: ListKind) -> [ScreenEffect] {
    preferences.columns[kind] = layout.columns
    if layout.order == nil, preferences.orders[kind]?.order != nil {
      preferences.orders[kind] = .own
    }
    return [.remember]
  }

  /// To what the configuration says.
  private mutating func reset(_ kind: ListKind) -> [ScreenEffect] {
    preferences.columns[kind] = nil
    preferences.orders[kind] = nil
    menu = Menu(columnsOf: kind, layout(of: kind))
    return [.remember]
  }
}

extension Menu {
  /// The columns of a list: those that are shown in their order, then the others.
  init(columnsOf kind: ListKind, _ layout: ListLayout) {
    let others = kind.columns.filter { !layout.columns.contains($0) }
    self.init(
      title: "Columns of \(kind.rawValue)",
      items: (layout.columns + others).map { name in
        Item(
          words: kind.specifications.first { $0.name == name }?.title ?? name,
          choice: .column(name))
      }, columns: kind)
  }
}
