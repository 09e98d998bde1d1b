import CallModel

/// The line of main views above every view, which can be clicked.
struct Tabs: View {
  private let state: ScreenState
  private let page: BoardPage
  private let settings: ScreenSettings

  init(_ context: ViewContext) {
    (state, page, settings) = (context.state, context.page, context.settings)
  }

  private struct Tab {
    var view: ScreenView
    var title: String
    var width: Int { TextWidth.of(title) + 2 }
  }

  /// The main views, with as much of their titles as has room.
  private func tabs(in columns: Int) -> [Tab] {
    let beside = Self.title(of: state.view).map { TextWidth.of($0) + 1 } ?? 0
    let tried = Detail.allCases.map { detail in
      views.map { view, action, name, count in
        let key = settings.keys.key(for: action)?.label(settings.signs) ?? ""
        let isHere = view == state.mainView
        let counted = (isHere ? Self.found(page.content) : nil) ?? count.map { " \($0)" } ?? ""
        let title = name + (isHere || detail == .counts ? counted : "")
        return Tab(
          view: view, title: isHere || detail != .keys ? "\(key) \(title)" : key)
      }
    }
    let fitting = tried.first { tabs in
      tabs.reduce(1) { $0 + $1.width + 1 } + beside <= columns
    }
    return fitting ?? tried.last ?? []
  }

  /// What is told of the views that one is not in.
  private enum Detail: CaseIterable { case counts, names, keys }

  private var views: [(view: ScreenView, action: ScreenAction, name: String, count: Int?)] {
    let agents = page.figures.agentsBusy + page.figures.agentsFree
    return [
      (.calls, .showCalls, "Calls", page.figures.liveCalls),
      (.agents, .showAgents, "Agents", agents),
      (.timeline, .showTimeline, "Timeline", nil),
      (.history, .showHistory, "History", page.figures.ended),
      (.callbacks, .showCallbacks, "Callbacks", page.requests),
    ]
  }

  /// ` 3 of 41` while a filter is in force.
  private static func found(_ content: BoardPage.Content) -> String? {
    func words(_ list: ListPage<some Sendable>) -> String? {
      list.unfiltered.map { " \(list.total)\(list.isPartial ? "+" : "") of \($0)" }
    }
    return switch content {
    case .calls(let list, _), .timeline(let list), .history(let list): words(list)
    case .agents(let list): words(list)
    case .callbacks(let list): words(list)
    case .call, .agent, .request, .figures: nil
    }
  }

  func draw(_ frame: inout Frame, in area: Area) {
    var x = area.x + 1
    for tab in tabs(in: area.width) {
      let isHere = tab.view == state.mainView
      let style = Style(isHere ? .accent : .muted, bold: isHere, reverse: isHere)
      x += frame.write(" \(tab.title) ", x: x, y: area.y, style: style) + 1
    }
    if let title = Self.title(of: state.view) {
      frame.write(title, x: x, y: area.y, style: Style(.accent, bold: true))
    }
  }

  func target(x: Int, y: Int, in area: Area) -> PointerTarget? {
    var start = area.x + 1
    for tab in tabs(in: area.width) {
      if (start..<(start + tab.width)).contains(x) { return .tab(tab.view) }
      start += tab.width + 1
    }
    return nil
  }

  private static func title(of view: ScreenView) -> String? {
    switch view {
    case .calls, .agents, .timeline, .history, .callbacks: nil
    case .floor: "Floor"
    case .call(let sid): "Call " + sid
    case .agent: "Agent"
    case .request(let sequence): "Request \(sequence)"
    case .help: "Help"
    }
  }
}
