import CallModel

/// A view, and what it is about.
package enum ScreenView: Hashable, Sendable {
  package enum Kind: Hashable, Sendable, CaseIterable {
    case calls, agents, timeline, history, callbacks, call, help
  }

  case calls, agents, timeline, history, callbacks
  /// One call, by its sid.
  case call(String)
  /// The keys of the view it was called from.
  case help(Kind)

  package var kind: Kind {
    switch self {
    case .calls: .calls
    case .agents: .agents
    case .timeline: .timeline
    case .history: .history
    case .callbacks: .callbacks
    case .call: .call
    case .help: .help
    }
  }
}

/// Where the person at the screen is: views, selections, scrolling. Nothing of the board.
package struct ScreenState: Hashable, Sendable {
  package var size: ScreenSize
  /// A main view, and what was opened from it; never empty.
  private(set) var views: [ScreenView] = [.calls]
  var calls = ListCursor()
  var agents = ListCursor()
  var timeline = ListCursor()
  /// How much of the past the timeline shows.
  var span = TimelineSpan.standard
  var history = ListCursor()
  var callbacks = ListCursor()
  /// True while the agents beside the calls have the keys.
  var isAgentPane = false
  /// True while the screen stands still.
  var isPaused = false
  /// First line shown of a view that is text, for each opened view.
  private(set) var scrolls: [Int] = [0]

  package init(size: ScreenSize) { self.size = size }

  package var view: ScreenView { views.last ?? .calls }
  /// The main view that others were opened from.
  var mainView: ScreenView { views.first ?? .calls }
  var isOpened: Bool { views.count > 1 }

  var scroll: Int {
    get { scrolls.last ?? 0 }
    set { scrolls[scrolls.count - 1] = max(newValue, 0) }
  }

  mutating func show(_ view: ScreenView) {
    views = [view]
    scrolls = [0]
    isAgentPane = false
  }

  mutating func open(_ view: ScreenView) {
    guard view != self.view else { return }
    views.append(view)
    scrolls.append(0)
  }

  mutating func close() {
    guard isOpened else { return }
    views.removeLast()
    scrolls.removeLast()
  }

  /// Which list the keys move in; nil in a view that is text.
  var list: WritableKeyPath<ScreenState, ListCursor>? {
    switch view {
    case .calls: hasAgentPane && isAgentPane ? \.agents : \.calls
    case .agents: \.agents
    case .timeline: \.timeline
    case .history: \.history
    case .callbacks: \.callbacks
    case .call, .help: nil
    }
  }
}

// MARK: - Places on the screen

extension ScreenState {
  /// Below this a line says that the window is too small.
  static let smallest = ScreenSize(columns: 60, rows: 12)

  var isTooSmall: Bool {
    size.columns < Self.smallest.columns || size.rows < Self.smallest.rows
  }

  /// Rows of the header, the view's title with it.
  static let headerRows = 3
  /// First row of a list, below its headings.
  static let listTop = headerRows + 1

  /// Rows that a list shows.
  var listHeight: Int { max(size.rows - Self.listTop - 1, 0) }
  /// Rows that a view of text shows.
  var textHeight: Int { max(size.rows - Self.headerRows - 1, 0) }

  var hasAgentPane: Bool { size.columns >= 120 }
  var agentPaneWidth: Int { hasAgentPane ? min(38 + (size.columns - 120) / 4, 56) : 0 }
  var agentPaneX: Int { size.columns - agentPaneWidth }
  /// Columns of the call list.
  var callsWidth: Int { hasAgentPane ? agentPaneX - 2 : size.columns }

  /// What the current view needs of the board. Help is drawn over what is behind it.
  package var request: PageRequest {
    switch view {
    case .calls:
      .calls(
        calls, height: listHeight, agents: agents, agentHeight: hasAgentPane ? listHeight : 0)
    case .agents: .agents(agents, height: listHeight)
    case .timeline: .timeline(timeline, height: listHeight, span: span.duration)
    case .history: .history(history, height: listHeight)
    case .callbacks: .callbacks(callbacks, height: listHeight)
    case .call(let sid): .call(sid)
    case .help: .agents(ListCursor(), height: 0)
    }
  }
}
