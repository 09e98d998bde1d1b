/// Where things are on the screen.
extension ScreenState {
  /// Where everything stands while the state is this one.
  var screenLayout: ScreenLayout {
    ScreenLayout(
      size,
      ScreenLayout.Content(
        kind: view.kind, isOwn: isOwn, isReplay: isReplay, hasLineNotice: hasLineNotice))
  }

  var hasAgentPane: Bool { screenLayout.agentPane != nil }

  /// The names of the columns of the list that the keys move in which its width has room for.
  func columnsWithRoom(of kind: ListKind) -> Set<String> {
    if case .calls = view, kind == .agents { return AgentPaneList.columnNames }
    return kind.columnsWithRoom(layout(of: kind), width: screenLayout.list.width)
  }
}
