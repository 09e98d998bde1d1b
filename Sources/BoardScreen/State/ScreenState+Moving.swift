import CallModel

/// Selecting and scrolling, by keys and with the mouse.
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
  mutating func clampScroll(to lines: Int) { scroll = min(scroll, max(lines - textHeight, 0)) }

  mutating func move(_ action: ScreenAction, _ page: BoardPage) {
    let lines = list == nil ? textHeight : listHeight
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
    let line = min(max(selected - shown.offset + lines, 0), max(listHeight - 1, 0))
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

  /// Selects the row under the pointer, or sorts by the heading; false where there is no row.
  mutating func click(
    x: Int, y: Int, _ page: BoardPage, _ settings: ScreenSettings
  ) -> (isRow: Bool, effects: [ScreenEffect]) {
    if y == headerRows - 1, let tab = Tabs.view(at: x, of: self, page, settings) {
      show(tab)
      return (false, [])
    }
    if isReplay, y == size.rows - 2 { return (false, clickBar(x: x, page, settings)) }
    if case .calls = view, hasAgentPane { isAgentPane = x >= agentPaneX - 1 }
    if view.kind == .call {
      clickCall(x: x, y: y, page, settings)
      return (false, [])
    }
    if y == listTop - 1 { return (false, sort(at: x, page, settings)) }
    let line = y - listTop
    guard let list, let shown = shown(list, page), (0..<listHeight).contains(line),
      shown.offset + line < shown.total
    else { return (false, []) }
    self[keyPath: list] = ListCursor(target: .index(shown.offset + line), line: line)
    return (true, [])
  }

  private func clickBar(
    x: Int, _ page: BoardPage, _ settings: ScreenSettings
  ) -> [ScreenEffect] {
    guard let playback = page.wire.playback else { return [] }
    let bar = PositionBar(playback, width: size.columns, settings: settings)
    return bar.moment(at: x).map { [.playback(.jump(to: $0))] } ?? []
  }

  private mutating func clickCall(
    x: Int, y: Int, _ page: BoardPage, _ settings: ScreenSettings
  ) {
    if y == headerRows, let pane = CallPanesLine.pane(at: x) {
      callPanes.pane = pane
      scroll = 0
    } else if let line = ladder(page, settings)?.line(at: y) {
      callPanes.line = line
    }
  }

  private mutating func sort(
    at x: Int, _ page: BoardPage, _ settings: ScreenSettings
  ) -> [ScreenEffect] {
    guard let kind = listKind, let name = heading(at: x, page, settings),
      let column = kind.specifications.first(where: { $0.name == name })
    else { return [] }
    var layout = layout(of: kind)
    layout.sort(by: column)
    preferences.orders[kind] = .init(layout.order)
    return [.remember]
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
