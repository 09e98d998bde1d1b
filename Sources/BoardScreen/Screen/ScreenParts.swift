import CallModel

/// The views of which the screen is made, each with its area.
enum ScreenParts {
  typealias Part = (view: any View, area: Area)

  /// What tells of the board: the header and the view.
  static func board(_ context: ViewContext) -> [Part] {
    let (page, settings, layout) = (context.page, context.settings, context.layout)
    guard !layout.isTooSmall else {
      return [(TooSmallView(least: layout.least), layout.whole)]
    }
    let parts: [(view: any View, area: Area?)] = [
      (WireLine(page: page, settings: settings), layout.wire),
      (LineNotice(troubles: page.lines, now: page.clock, settings: settings), layout.lineNotice),
      (HeaderTiles(page: page, settings: settings), layout.tiles),
      (MinutesLine(page: page, settings: settings), layout.minutes),
      (Tabs(context), layout.tabs),
    ]
    let shown = parts.compactMap { part in part.area.map { (part.view, $0) } }
    return shown + (view(context).map { [($0, layout.main)] } ?? [])
  }

  /// The view that the state asks for; nil while the page is still that of another one.
  static func view(_ context: ViewContext) -> (any View)? {
    switch (context.state.view, context.page.content) {
    case (.calls, .calls(let calls, let agents)): CallsView(calls, agents: agents, context)
    case (.agents, .agents(let agents)):
      AnyListView.agents(
        list(AgentsList.list, agents, .agents, context.state.agents, context))
    case (.timeline, .timeline(let calls)): TimelineView(calls, context)
    case (.history, .history(let calls)):
      AnyListView.calls(
        list(HistoryList.list, calls, .history, context.state.history, context))
    case (.callbacks, .callbacks(let requests)):
      AnyListView.callbacks(
        list(CallbacksList.list, requests, .callbacks, context.state.callbacks, context))
    case (.call, .call(let detail)): CallView(detail, context)
    case (.agent, .agent(let detail)): AgentOwnView(detail, context)
    case (.request, .request(let detail)): request(detail, context)
    case (.floor, _): FloorView(context)
    case (.help(let kind), _):
      TextView(
        HelpText(kind: kind, width: context.layout.text.width, settings: context.settings).text,
        context)
    case (.calls, _), (.agents, _), (.timeline, _), (.history, _), (.callbacks, _), (.call, _),
      (.agent, _), (.request, _):
      nil
    }
  }

  /// What stands below the board, and over it.
  static func controls(_ context: ViewContext) -> [Part] {
    let layout = context.layout
    guard !layout.isTooSmall else { return [] }
    var parts: [Part] = []
    if let area = layout.positionBar, let playback = context.page.wire.playback {
      let bar = PositionBar(playback, width: area.width, settings: context.settings)
      parts.append((bar, area))
    }
    parts.append((Footer(context), layout.footer))
    if let menu = context.state.menu { parts.append((MenuView(menu, context), layout.whole)) }
    return parts
  }

  private static func list<Row>(
    _ list: RowList<Row>, _ page: ListPage<Row>, _ kind: ListKind, _ cursor: ListCursor,
    _ context: ViewContext
  ) -> ListView<Row> {
    ListView(
      list: list, page: page,
      appearance: context.appearance(of: kind, hasKeys: cursor.target != .top))
  }

  private static func request(_ detail: RequestDetail?, _ context: ViewContext) -> TextView {
    guard let detail else {
      return TextView(instead: "This request is not kept any more.", context)
    }
    let text = RequestText(
      detail: detail, now: context.page.now, width: context.layout.text.width,
      settings: context.settings)
    return TextView(text.text, context)
  }
}
