import CallModel

/// A list whose columns can be chosen, by its name in the configuration.
package enum ListKind: String, Hashable, Sendable, CaseIterable {
  case calls, agents, history, callbacks

  /// The names of all its columns, in their usual order.
  package var columns: [String] { specifications.map(\.name) }

  /// What a filter of it looks at.
  var subject: CallFilter.Subject {
    switch self {
    case .calls, .history: .calls
    case .agents: .agents
    case .callbacks: .callbacks
    }
  }

  var specifications: [Table.Column] {
    switch self {
    case .calls: CallsView.list.columns.map(\.column)
    case .agents: AgentsView.list.columns.map(\.column)
    case .history: HistoryView.list.columns.map(\.column)
    case .callbacks: CallbacksView.list.columns.map(\.column)
    }
  }
}

/// What a list is ordered by instead of its own order.
package struct ListOrder: Hashable, Sendable {
  /// One of the list's columns.
  package var column: String
  package var isDescending: Bool

  package init(column: String, isDescending: Bool = false) {
    self.column = column
    self.isDescending = isDescending
  }
}

/// Which columns of a list are shown, and its order.
package struct ListLayout: Hashable, Sendable {
  /// The columns that are shown, from the left.
  package var columns: [String]
  /// Nil for the list's own order.
  package var order: ListOrder?

  package init(columns: [String], order: ListOrder? = nil) {
    self.columns = columns
    self.order = order
  }
}

extension ListLayout {
  /// All columns of a list, in its own order.
  init(_ kind: ListKind) { self.init(columns: kind.columns) }

  /// A column is sorted by, then the other way round; figures the highest first.
  mutating func sort(by column: Table.Column) {
    if order?.column == column.name {
      order?.isDescending.toggle()
    } else {
      order = ListOrder(column: column.name, isDescending: column.isRight)
    }
  }

  /// Goes to the next of the columns that have room; behind the last one is the list's own order.
  mutating func sortByNext(of kind: ListKind, among shown: Set<String>) {
    let place = order.flatMap { columns.firstIndex(of: $0.column) } ?? -1
    let next = columns.dropFirst(place + 1).first(where: shown.contains)
    let column = kind.specifications.first { $0.name == next }
    order = column.map { ListOrder(column: $0.name, isDescending: $0.isRight) }
  }
}
