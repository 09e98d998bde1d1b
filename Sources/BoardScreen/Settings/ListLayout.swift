import CallModel

/// A list whose columns can be chosen, by its name in the configuration.
package enum ListKind: String, Hashable, Sendable, CaseIterable {
  case calls, agents, history, callbacks

  /// What a filter of it looks at.
  var subject: CallFilter.Subject {
    switch self {
    case .calls, .history: .calls
    case .agents: .agents
    case .callbacks: .callbacks
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
