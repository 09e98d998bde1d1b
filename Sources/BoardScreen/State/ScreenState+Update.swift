import CallModel

/// What the screen wants done in the world.
package enum ScreenEffect: Hashable, Sendable {
  /// The signal that asked for it, if one did.
  case quit(signal: Int32?)
  case suspend
  case redraw
  /// The board on the screen stands still, or follows again.
  case freeze, thaw
}

extension ScreenState {
  /// Takes one input. `page` is what is on the screen now.
  package mutating func update(
    _ input: ScreenInput, page: BoardPage, settings: ScreenSettings
  ) -> [ScreenEffect] {
    switch input {
    case .key(let key):
      return settings.keys.action(key, in: view.kind).map { perform($0, page) } ?? []
    case .click(let x, let y):
      click(x: x, y: y, page)
      return []
    case .doubleClick(let x, let y):
      return click(x: x, y: y, page) ? perform(.open, page) : []
    case .wheel(let lines, let x, _):
      if case .calls = view, hasAgentPane { isAgentPane = x >= agentPaneX }
      move(by: lines, page)
      return []
    case .resized(let size):
      self.size = size
      return [.redraw]
    case .quit(let signal): return [.quit(signal: signal)]
    }
  }

  /// Pins the selection to the row that the page found for it, so that it stays with that row.
  package mutating func settle(_ page: BoardPage) {
    switch page.content {
    case .calls(let list, let agents):
      self.calls.settle(list) { $0.call.sid }
      if hasAgentPane { self.agents.settle(agents) { $0.number.key } }
    case .agents(let list):
      if case .agents = view { agents.settle(list) { $0.number.key } }
    case .timeline(let list): timeline.settle(list) { $0.call.sid }
    case .history(let list): history.settle(list) { $0.call.sid }
    case .callbacks(let list): callbacks.settle(list) { String($0.sequence) }
    case .call: break
    }
  }

  /// Keeps a view of text from being scrolled beyond its last line.
  mutating func clampScroll(to lines: Int) { scroll = min(scroll, max(lines - textHeight, 0)) }

  private mutating func perform(_ action: ScreenAction, _ page: BoardPage) -> [ScreenEffect] {
    switch action {
    case .showCalls: show(.calls)
    case .showAgents: show(.agents)
    case .showTimeline: show(.timeline)
    case .showHistory: show(.history)
    case .showCallbacks: show(.callbacks)
    case .down: move(by: 1, page)
    case .up: move(by: -1, page)
    case .halfPageDown: move(by: pageLines / 2, page)
    case .halfPageUp: move(by: -pageLines / 2, page)
    case .pageDown: move(by: pageLines - 1, page)
    case .pageUp: move(by: 1 - pageLines, page)
    case .top: toTop()
    case .bottom: move(by: Int(Int32.max), page)
    case .zoomIn: span = span.shorter
    case .zoomOut: span = span.longer
    case .open: openSelected(page)
    case .otherPane: if hasAgentPane { isAgentPane.toggle() }
    case .help: open(.help(view.kind))
    case .close: close()
    case .back:
      guard isOpened else { return [.quit(signal: nil)] }
      close()
    case .pause:
      isPaused.toggle()
      return [isPaused ? .freeze : .thaw]
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    }
    return []
  }

  private var pageLines: Int { list == nil ? textHeight : listHeight }

  private mutating func toTop() {
    if let list { self[keyPath: list] = ListCursor() } else { scroll = 0 }
  }

  private mutating func move(by lines: Int, _ page: BoardPage) {
    guard let list else {
      scroll += lines
      return
    }
    guard let shown = shown(list, page), let selected = shown.selected else { return }
    let wanted = min(max(selected + lines, 0), shown.total - 1)
    guard wanted > 0 else { return toTop() }
    let line = min(max(selected - shown.offset + lines, 0), max(listHeight - 1, 0))
    self[keyPath: list] = ListCursor(target: .index(wanted), line: line)
  }

  /// What the page shows of a list, without its rows.
  private func shown(
    _ list: WritableKeyPath<ScreenState, ListCursor>, _ page: BoardPage
  ) -> (total: Int, offset: Int, selected: Int?)? {
    switch page.content {
    case .calls(let calls, let agents):
      list == \.agents
        ? (agents.total, agents.offset, agents.selected)
        : (calls.total, calls.offset, calls.selected)
    case .agents(let agents): (agents.total, agents.offset, agents.selected)
    case .timeline(let calls), .history(let calls):
      (calls.total, calls.offset, calls.selected)
    case .callbacks(let wire): (wire.total, wire.offset, wire.selected)
    case .call: nil
    }
  }

  /// Opens the call of the selected row: of an agent the one he is in, of a request its own.
  private mutating func openSelected(_ page: BoardPage) {
    let sid: String? =
      switch page.content {
      case .calls(let calls, let agents):
        list == \.agents ? agents.selectedRow?.calls.first : calls.selectedRow?.call.sid
      case .agents(let agents): agents.selectedRow?.calls.first
      case .timeline(let calls), .history(let calls): calls.selectedRow?.call.sid
      case .callbacks(let wire): wire.selectedRow?.sid
      case .call: nil
      }
    if let sid { open(.call(sid)) }
  }

  /// Selects the row under the pointer; false where there is none.
  @discardableResult
  private mutating func click(x: Int, y: Int, _ page: BoardPage) -> Bool {
    if y == Self.headerRows - 1, let tab = Tabs.view(at: x, of: self, page) {
      show(tab)
      return false
    }
    if case .calls = view, hasAgentPane { isAgentPane = x >= agentPaneX - 1 }
    let line = y - Self.listTop
    guard let list, let shown = shown(list, page), (0..<listHeight).contains(line),
      shown.offset + line < shown.total
    else { return false }
    self[keyPath: list] = ListCursor(target: .index(shown.offset + line), line: line)
    return true
  }
}

extension ListCursor {
  fileprivate mutating func settle<Row>(_ page: ListPage<Row>, id: (Row) -> String) {
    guard target != .top else { return }
    guard let selected = page.selected, let row = page.selectedRow else {
      if page.total == 0 { self = ListCursor() }
      return
    }
    self = ListCursor(target: .row(id: id(row), last: selected), line: selected - page.offset)
  }
}

extension ListPage {
  /// The selected row; nil when it is not among those fetched.
  var selectedRow: Row? {
    guard let selected, rows.indices.contains(selected - offset) else { return nil }
    return rows[selected - offset]
  }
}
