/// A list whose columns can be chosen, by its name in the configuration.
package enum ListKind: String, Hashable, Sendable, CaseIterable {
  case calls, agents, history, callbacks

  /// The names of all its columns, in their usual order.
  package var columns: [String] {
    switch self {
    case .calls: ["state", "for", "caller", "agent", "line", "legs", "attempts", "odd"]
    case .agents:
      [
        "agent", "status", "does", "for", "with", "offered", "answered", "missed", "talk", "ring",
        "number", "team",
      ]
    case .history:
      [
        "ended", "outcome", "caller", "agent", "line", "rang", "talked", "legs", "attempts", "odd",
      ]
    case .callbacks:
      ["time", "method", "answer", "event", "call", "agent", "took", "notes"]
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
