import CallModel

extension ListRequest {
  /// The order of calls that is wanted; nil for their own.
  package var callOrder: SortOrder<CallSorting>? { sortOrder(CallSorting.init) }

  private func sortOrder<Key>(_ key: (String) -> Key?) -> SortOrder<Key>? {
    order.flatMap { order in
      key(order.column).map { SortOrder(key: $0, isDescending: order.isDescending) }
    }
  }
}

extension Agent {
  /// What a column sorts them by; nil for an unknown column.
  func value(of column: String) -> SortValue? {
    switch column {
    case "placed": SortValue(figures.placed)
    case "connected": SortValue(figures.connected)
    default: AgentSorting(rawValue: column)?.value(self)
    }
  }
}

extension ListRequest {
  /// Of all agents those that are wanted, in the order that is wanted.
  package func page(of agents: [Agent], now: Instant) -> ListPage<Agent> {
    let order = order
    return ListPage(
      cursor, height: height, of: agents, filter: filter, now: now,
      sortedBy: order.map { order in { $0.value(of: order.column) ?? .unknown } },
      descending: order?.isDescending ?? false, id: { $0.number.key })
  }
}

extension PageRequest {
  /// The part of the agents that it shows; nil where it shows none.
  package var agents: ListRequest? {
    switch self {
    case .calls(_, let agents), .agents(let agents): agents
    case .timeline, .history, .callbacks, .call, .agent, .request, .floor, .figures: nil
    }
  }

  /// Which calls its figures are of; nil for all.
  package var figuresFilter: CallFilter? {
    let filter: CallFilter =
      switch self {
      case .calls(let list, _), .timeline(let list, _), .history(let list): list.filter
      case .floor(let filter): filter
      case .agents, .callbacks, .call, .agent, .request, .figures: .everything
      }
    return filter == .everything ? nil : filter
  }

  /// The calls that it wants, and in which order; nil where it wants none.
  package var query: CallArrangement.Query? {
    switch self {
    case .calls(let list, _): list.query(.live(afterglow: CallBoard.afterglow))
    case .timeline(let list, let span): list.query(.live(afterglow: span))
    case .history(let list): list.query(.ended)
    case .agents, .callbacks, .call, .agent, .request, .floor, .figures: nil
    }
  }
}

extension ListRequest {
  fileprivate func query(_ kind: CallArrangement.Query.List) -> CallArrangement.Query {
    .init(kind, filter: filter, order: callOrder)
  }
}

extension CallBoard {
  /// The agents that a request shows; their figures count from `start` on.
  package borrowing func agents(
    _ list: ListRequest, since start: Instant, now: Instant
  ) -> ListPage<Agent> {
    list.isPlain
      ? agentPage(list.cursor, height: list.height, since: start)
      : list.page(of: agents(since: start), now: now)
  }

  /// The calls of a list in their own order, all of them.
  package borrowing func plainCalls(
    _ list: ListRequest, _ kind: CallArrangement.Query.List, now: Instant
  ) -> ListPage<CallRow> {
    switch kind {
    case .live(let afterglow):
      callPage(list.cursor, height: list.height, now: now, afterglow: afterglow)
    case .ended: historyPage(list.cursor, height: list.height)
    }
  }
}
