import CallModel

/// Where things are on the screen.
extension ScreenState {
  /// Below this a line says that the window is too small.
  static let smallest = ScreenSize(columns: 60, rows: 12)
  /// One agent's own view has room in a corner.
  private static let smallestOwn = ScreenSize(columns: 24, rows: 5)

  var least: ScreenSize { isOwn ? Self.smallestOwn : Self.smallest }

  var isTooSmall: Bool {
    size.columns < least.columns || size.rows < least.rows
  }

  /// In a low window the calls per minute give their line to the list.
  static let sparklineRows = 20
  private var hasSparklines: Bool { size.rows >= Self.sparklineRows }
  /// Rows of the header, the view's title with it.
  var headerRows: Int {
    isOwn ? max(ownHeaderRows, 1 + noticeRows) : (hasSparklines ? 4 : 3) + noticeRows
  }
  /// Those that tell of lines that are not well, below the first one.
  var noticeRows: Int { hasLineNotice ? 1 : 0 }
  /// A low window has no room for an empty row.
  private var ownHeaderRows: Int { size.rows < 8 ? 1 : 2 }
  /// The last line, in a replay with the position above it.
  var footerRows: Int { isReplay ? 2 : 1 }
  /// First row of a list, below its headings.
  var listTop: Int { headerRows + 1 }

  /// Rows that a list shows.
  var listHeight: Int { max(size.rows - listTop - footerRows, 0) }
  /// First row of a view of text; a call has its panes' names above it.
  var textTop: Int { headerRows + (view.kind == .call ? 1 : 0) }
  /// Rows that a view of text shows.
  var textHeight: Int { max(size.rows - textTop - footerRows, 0) }

  /// The ladder of the opened call, where that is shown.
  func ladder(_ page: BoardPage, _ settings: ScreenSettings) -> LadderView? {
    guard view.kind == .call, callPanes.pane == .ladder, case .call(let detail?) = page.content
    else { return nil }
    return LadderView(
      detail: detail, panes: callPanes, now: page.now, settings: settings, size: size,
      top: textTop, height: textHeight)
  }

  var hasAgentPane: Bool { size.columns >= 120 }
  var agentPaneWidth: Int { hasAgentPane ? min(38 + (size.columns - 120) / 4, 56) : 0 }
  var agentPaneX: Int { size.columns - agentPaneWidth }
  /// Columns of the call list.
  var callsWidth: Int { hasAgentPane ? agentPaneX - 2 : size.columns }

  /// Of a list that has the whole width.
  func wholeArea<Row>(for cursor: ListCursor) -> RowList<Row>.Area {
    .init(x: 0, width: size.columns, top: headerRows, hasKeys: cursor.target != .top)
  }

  /// The names of the columns of the list that the keys move in which its width has room for.
  func columnsWithRoom(of kind: ListKind) -> Set<String> {
    if case .calls = view, kind == .agents { return AgentPane.sortedColumns }
    let layout = layout(of: kind)
    return switch kind {
    case .calls: CallsView.list.columnsWithRoom(layout, width: callsWidth)
    case .agents: AgentsView.list.columnsWithRoom(layout, width: size.columns)
    case .history: HistoryView.list.columnsWithRoom(layout, width: size.columns)
    case .callbacks: CallbacksView.list.columnsWithRoom(layout, width: size.columns)
    }
  }

  /// The name of the column whose heading is at `x`, in the list that has the whole width, or in that
  /// of the calls.
  func heading(at x: Int, _ page: BoardPage, _ settings: ScreenSettings) -> String? {
    switch (view, page.content) {
    case (.calls, .calls(let calls, _)) where listKind == .calls:
      CallsView.list.heading(at: x, calls, width: callsWidth, self, page, settings, .calls)
    case (.agents, .agents(let agents)):
      AgentsView.list.heading(at: x, agents, width: size.columns, self, page, settings, .agents)
    case (.history, .history(let calls)):
      HistoryView.list.heading(at: x, calls, width: size.columns, self, page, settings, .history)
    case (.callbacks, .callbacks(let requests)):
      CallbacksView.list.heading(
        at: x, requests, width: size.columns, self, page, settings, .callbacks)
    default: nil
    }
  }
}
