import CallModel

/// The line of main views above every view, which can be clicked.
enum Tabs {
  private struct Tab {
    var view: ScreenView
    var title: String
  }

  private static func tabs(_ page: BoardPage) -> [Tab] {
    let agents = page.figures.agentsBusy + page.figures.agentsFree
    return [
      Tab(view: .calls, title: "1 Calls \(page.figures.live.total)"),
      Tab(view: .agents, title: "2 Agents \(agents)"),
      Tab(view: .timeline, title: "3 Timeline"),
      Tab(view: .history, title: "4 History \(page.figures.ended)"),
      Tab(view: .callbacks, title: "5 Callbacks \(page.wire.received + page.wire.rejected)"),
    ]
  }

  static func draw(_ frame: inout Frame, _ state: ScreenState, _ page: BoardPage, y: Int) {
    var x = 1
    for tab in tabs(page) {
      let isHere = tab.view == state.mainView
      let style = Style(isHere ? .accent : .muted, bold: isHere, reverse: isHere)
      x += frame.write(" \(tab.title) ", x: x, y: y, style: style) + 1
    }
    if let title = title(of: state.view) {
      frame.write(title, x: x + 1, y: y, style: Style(.accent, bold: true))
    }
  }

  /// The main view whose tab is at a column.
  static func view(at x: Int, of state: ScreenState, _ page: BoardPage) -> ScreenView? {
    var start = 1
    for tab in tabs(page) {
      let width = TextWidth.of(tab.title) + 2
      if (start..<(start + width)).contains(x) { return tab.view }
      start += width + 1
    }
    return nil
  }

  private static func title(of view: ScreenView) -> String? {
    switch view {
    case .calls, .agents, .timeline, .history, .callbacks: nil
    case .call(let sid): "Call " + sid
    case .help: "Help"
    }
  }
}
