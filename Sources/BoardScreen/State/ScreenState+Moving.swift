import CallModel

/// Selecting and scrolling.
extension ScreenState {
  /// Pins the selection to the row that the page found for it, so that it stays with that row, and
  /// makes room for what the header has to tell.
  package mutating func settle(_ page: BoardPage) {
    hasLineNotice = page.lines.isAny
    switch page.content {
    case .calls(let list, let agents):
      self.calls.settle(list)
      if hasAgentPane { self.agents.settle(agents) }
    case .agents(let list):
      if case .agents = view { agents.settle(list) }
    case .timeline(let list): timeline.settle(list)
    case .history(let list): history.settle(list)
    case .callbacks(let list): callbacks.settle(list)
    case .call, .agent, .request, .figures: break
    }
  }

  /// Keeps a view of text from being scrolled beyond its last line.
  mutating func clampScroll(to lines: Int) {
    scroll = min(scroll, max(lines - screenLayout.text.height, 0))
  }

  mutating func move(_ action: ScreenAction, _ page: BoardPage) {
    let layout = screenLayout
    let lines = list == nil ? layout.text.height : layout.listHeight
    switch action {
    case .down: move(by: 1, page)
    case .up: move(by: -1, page)
    case .halfPageDown: move(by: lines / 2, page)
    case .halfPageUp: move(by: -lines / 2, page)
    case .pageDown: move(by: lines - 1, page)
    case .pageUp: move(by: 1 - lines, page)
    case .top: toTop()
    case .bottom: move(by: Int(Int32.max), page)
    default: break
    }
  }

  private mutating func toTop() {
    if let list { self[keyPath: list] = ListCursor() } else { scroll = 0 }
    callPanes.line = 0
  }

  mutating func move(by lines: Int, _ page: BoardPage) {
    guard let list else {
      scrollText(by: lines, page)
      return
    }
    guard let shown = shown(list, page), let selected = shown.selected else { return }
    let wanted = min(max(selected + lines, 0), shown.total - 1)
    guard wanted > 0 else { return toTop() }
    let line = min(max(selected - shown.offset + lines, 0), max(screenLayout.listHeight - 1, 0))
    self[keyPath: list] = ListCursor(target: .index(wanted), line: line)
  }

  private mutating func scrollText(by lines: Int, _ page: BoardPage) {
    if view.kind == .call, callPanes.pane == .ladder, case .call(let detail?) = page.content {
      callPanes.move(by: lines, of: Ladder(detail, Signs(ascii: true)).lines.count)
    } else {
      scroll += lines
    }
  }

  /// What the page shows of a list, without its rows.
  func shown(
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
    case .call, .agent, .request, .figures: nil
    }
  }

  /// Of an agent their own view is opened, of a request without a call itself.
  mutating func openSelected(_ page: BoardPage) {
    if list == \.agents, let agent = selectedAgent(page) {
      open(.agent(agent.number.key))
    } else if let sid = selectedSid(page) {
      open(.call(sid))
    } else if case .callbacks(let wire) = page.content, let row = wire.selectedRow {
      open(.request(row.sequence))
    }
  }

  private func selectedAgent(_ page: BoardPage) -> Agent? {
    switch page.content {
    case .calls(_, let agents), .agents(let agents): agents.selectedRow
    default: nil
    }
  }

  /// The call of the selected row: of an agent the one they are in, of a request its own.
  func selectedSid(_ page: BoardPage) -> String? {
    switch page.content {
    case .calls(let calls, let agents):
      list == \.agents ? agents.selectedRow?.calls.first : calls.selectedRow?.call.sid
    case .agents(let agents): agents.selectedRow?.calls.first
    case .timeline(let calls), .history(let calls): calls.selectedRow?.call.sid
    case .callbacks(let wire): wire.selectedRow?.sid
    case .call(let detail): detail?.row.call.sid
    case .agent(let detail): detail?.calls.first?.call.sid
    case .request, .figures: nil
    }
  }

  /// The number of the selected row: of a call its caller's, of an agent or a request the agent's.
  func selectedNumber(_ page: BoardPage) -> String? {
    switch page.content {
    case .calls(let calls, let agents):
      list == \.agents
        ? agents.selectedRow?.number.text : calls.selectedRow?.call.customer?.text
    case .agents(let agents): agents.selectedRow?.number.text
    case .timeline(let calls), .history(let calls): calls.selectedRow?.call.customer?.text
    case .callbacks(let wire): wire.selectedRow?.agent?.text
    case .call(let detail): detail?.row.call.customer?.text
    case .agent(let detail): detail?.calls.first?.call.customer?.text
    case .request, .figures: nil
    }
  }
}

extension ListCursor {
  fileprivate mutating func settle(_ page: ListPage<some ListRow>) {
    guard target != .top else { return }
    guard let selected = page.selected, let row = page.selectedRow else {
      if page.total == 0, !page.isPartial { self = ListCursor() }
      return
    }
    // It may be among those that have not been looked at yet.
    if page.isPartial, case .row(let id, _) = target, row.id != id { return }
    self = ListCursor(target: .row(id: row.id, last: selected), line: selected - page.offset)
  }
}

extension ListPage {
  /// The selected row; nil when it is not among those fetched.
  var selectedRow: Row? {
    guard let selected, rows.indices.contains(selected - offset) else { return nil }
    return rows[selected - offset]
  }
}
