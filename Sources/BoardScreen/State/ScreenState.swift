import CallModel

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
  /// Of the call that was opened last.
  var callPanes = CallPanes()
  private var filters: [ListKind: AppliedFilter] = [:]
  /// While a filter is typed.
  var prompt: FilterPrompt?
  /// While a time to jump to is typed.
  var timePrompt: TimePrompt?
  /// While something is chosen.
  var menu: Menu?
  /// The calls that were marked.
  var marks: Set<String> = []
  /// True while numbers are masked.
  package var isPrivate = false
  /// What was done last, until something else is.
  package var notice: ScreenNotice?
  /// What is remembered for the next time.
  package var preferences: ScreenPreferences
  /// True while a row of the header tells of lines that are not well.
  var hasLineNotice = false
  /// True where one agent has the screen to themselves.
  let isOwn: Bool
  /// True in a replay, whose position has a line of its own.
  let isReplay: Bool
  /// True where callbacks are forwarded, which has a column of its own.
  private let isForwarding: Bool
  /// The configuration's, for lists whose layout nobody has chosen.
  private let layouts: [ListKind: ListLayout]

  /// `preferences` are those of the last time.
  package init(
    size: ScreenSize, layouts: [ListKind: ListLayout] = [:],
    preferences: ScreenPreferences = ScreenPreferences(),
    isReplay: Bool = false, isForwarding: Bool = false, ownAgent: String? = nil
  ) {
    self.size = size
    isOwn = ownAgent != nil
    self.isReplay = isReplay
    self.isForwarding = isForwarding
    self.layouts = layouts
    self.preferences = preferences
    if let ownAgent { views = [.agent(ownAgent)] }
  }

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
    if view.kind == .call { callPanes = CallPanes() }
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
    case .call, .agent, .request, .floor, .help: nil
    }
  }
}

// MARK: - What of a list is shown

extension ScreenState {
  /// The list that the keys move in. The timeline shows the calls.
  var listKind: ListKind? {
    switch view {
    case .calls: hasAgentPane && isAgentPane ? .agents : .calls
    case .agents: .agents
    case .timeline: .calls
    case .history: .history
    case .callbacks: .callbacks
    case .call, .agent, .request, .floor, .help: nil
    }
  }

  func filter(of kind: ListKind) -> AppliedFilter { filters[kind] ?? AppliedFilter() }

  mutating func setFilter(_ filter: AppliedFilter, of kind: ListKind) {
    guard filter.filter != self.filter(of: kind).filter else {
      filters[kind] = filter
      return
    }
    filters[kind] = filter
    switch kind {
    case .calls: (calls, timeline) = (ListCursor(), ListCursor())
    case .agents: agents = ListCursor()
    case .history: history = ListCursor()
    case .callbacks: callbacks = ListCursor()
    }
  }

  /// What was chosen, else the configuration's, else all columns in the list's own order.
  func layout(of kind: ListKind) -> ListLayout {
    var layout = layouts[kind] ?? ListLayout(kind)
    layout.columns = preferences.columns[kind] ?? layout.columns
    if let chosen = preferences.orders[kind] { layout.order = chosen.order }
    if kind == .callbacks, !isForwarding { layout.columns.removeAll { $0 == "forward" } }
    return layout
  }

  private func request(_ kind: ListKind, _ cursor: ListCursor, height: Int) -> ListRequest {
    ListRequest(
      cursor, height: height, filter: filter(of: kind).filter, order: layout(of: kind).order)
  }

  /// What the current view needs of the board. Help is drawn over what is behind it.
  package var request: PageRequest {
    let layout = screenLayout
    let listHeight = layout.listHeight
    return switch view {
    case .calls:
      .calls(
        request(.calls, calls, height: listHeight),
        agents: request(.agents, agents, height: layout.agentPane == nil ? 0 : listHeight))
    case .agents: .agents(request(.agents, agents, height: listHeight))
    case .timeline:
      .timeline(
        ListRequest(timeline, height: listHeight, filter: filter(of: .calls).filter),
        span: span.duration)
    case .history: .history(request(.history, history, height: listHeight))
    case .callbacks: .callbacks(request(.callbacks, callbacks, height: listHeight))
    case .call(let sid): .call(sid)
    case .agent(let key): .agent(key, earlier: size.rows)
    case .request(let sequence): .request(sequence)
    case .floor: .floor(filter(of: .calls).filter)
    case .help: .figures
    }
  }
}
