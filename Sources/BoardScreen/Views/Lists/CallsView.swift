import CallModel

/// The live calls, and the agents beside them where there is room.
struct CallsView: View {
  private let calls: ListView<CallRow>
  private let agents: AgentPane?
  private let layout: ScreenLayout
  /// The address to send callbacks to, while none has ever come.
  private let hint: String?

  init(_ list: ListPage<CallRow>, agents: ListPage<Agent>, _ context: ViewContext) {
    let state = context.state
    layout = context.layout
    let isAgentPane = layout.agentPane != nil && state.isAgentPane
    calls = ListView(
      list: CallsList.list, page: list,
      appearance: context.appearance(
        of: .calls, hasKeys: !isAgentPane && state.calls.target != .top))
    self.agents = layout.agentPane.map { _ in AgentPane(agents, context) }
    let wire = context.page.wire
    let isQuiet = list.total == 0 && !state.filter(of: .calls).isOn
    if isQuiet, wire.lastReceivedAt == nil, case .listening(let address) = wire.listener {
      hint = address
    } else {
      hint = nil
    }
  }

  func draw(_ frame: inout Frame, in area: Area) {
    if let hint {
      drawHint(hint, &frame)
    } else {
      calls.draw(&frame, in: layout.list)
    }
    if let pane = layout.agentPane { agents?.draw(&frame, in: pane) }
  }

  /// The rule beside the agents is theirs.
  func target(x: Int, y: Int, in area: Area) -> PointerTarget? {
    if let pane = layout.agentPane, x >= pane.x - 1 {
      return agents?.target(x: x, y: y, in: pane)
    }
    return hint == nil ? calls.target(x: x, y: y, in: layout.list) : nil
  }

  /// What to do while nothing has ever come.
  private func drawHint(_ address: String, _ frame: inout Frame) {
    let area = layout.list
    let lines = [
      "No callbacks yet. Point Exotel at", "  http://\(address)", "or try, in another terminal,",
      "  callboard simulate --to http://\(address)",
    ]
    for (line, text) in lines.enumerated() {
      let ellipsis = calls.appearance.settings.signs.ellipsis
      let cut = TextWidth.cut(text, to: area.width - 4, mark: ellipsis)
      frame.write(cut, x: area.x + 3, y: area.y + 2 + line, style: Style(.muted))
    }
  }
}
