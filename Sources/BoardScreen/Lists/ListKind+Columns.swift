extension ListKind {
  /// The names of all its columns, in their usual order.
  package var columns: [String] { specifications.map(\.name) }

  var specifications: [Table.Column] {
    switch self {
    case .calls: CallsList.list.columns.map(\.column)
    case .agents: AgentsList.list.columns.map(\.column)
    case .history: HistoryList.list.columns.map(\.column)
    case .callbacks: CallbacksList.list.columns.map(\.column)
    }
  }

  /// The names of the columns of a layout for which a width has room.
  func columnsWithRoom(_ layout: ListLayout, width: Int) -> Set<String> {
    switch self {
    case .calls: CallsList.list.columnsWithRoom(layout, width: width)
    case .agents: AgentsList.list.columnsWithRoom(layout, width: width)
    case .history: HistoryList.list.columnsWithRoom(layout, width: width)
    case .callbacks: CallbacksList.list.columnsWithRoom(layout, width: width)
    }
  }
}
