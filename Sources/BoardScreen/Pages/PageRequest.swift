import CallModel

/// The part of a list that is shown: which rows are wanted, in which order, and where it stands.
package struct ListRequest: Hashable, Sendable {
  package var cursor: ListCursor
  /// Rows that are visible; 0 where there is no room for the list.
  package var height: Int
  package var filter: CallFilter
  /// Nil for the list's own order.
  package var order: ListOrder?

  package init(
    _ cursor: ListCursor = ListCursor(), height: Int, filter: CallFilter = .everything,
    order: ListOrder? = nil
  ) {
    self.cursor = cursor
    self.height = height
    self.filter = filter
    self.order = order
  }

  /// True for all rows in their own order.
  package var isPlain: Bool { filter == .everything && order == nil }
}

/// What the screen asks for: the rows that it is about to show.
package enum PageRequest: Hashable, Sendable {
  /// The call list, and the agent list beside it.
  case calls(ListRequest, agents: ListRequest)
  case agents(ListRequest)
  /// Live calls and those that ended within the span.
  case timeline(ListRequest, span: Duration)
  case history(ListRequest)
  case callbacks(ListRequest)
  /// One call, by its sid.
  case call(String)
  /// One agent, by the key of their number, with at most this number of earlier calls.
  case agent(String, earlier: Int)
  /// One request of the wire, by its sequence number.
  case request(UInt64)
  /// Nothing but the figures, of the calls that match.
  case floor(CallFilter)
  /// Nothing but the figures.
  case figures
}
