/// The calls that are wanted, in the order that is wanted, kept up as the board changes: what a
/// frame costs depends on what has changed, not on how many calls there are.
package struct CallArrangement: Sendable {
  /// Which calls, in which order.
  package struct Query: Hashable, Sendable {
    package enum List: Hashable, Sendable {
      /// Live calls, and those that ended within this time.
      case live(afterglow: Duration)
      case ended
    }

    package var list: List
    package var filter: CallFilter
    /// Nil for the list's own order.
    package var order: SortOrder<CallSorting>?

    /// True for all calls in the list's own order: the board has them without being arranged.
    package var isPlain: Bool { filter == .everything && order == nil }

    package init(
      _ list: List, filter: CallFilter = .everything, order: SortOrder<CallSorting>? = nil
    ) {
      self.list = list
      self.filter = filter
      self.order = order
    }
  }

  package let query: Query
  private let filter: CompiledFilter
  private var index = OrderedIndex<ArrangedPlace>()
  private var places: [Int: ArrangedPlace] = [:]
  private var changed = ChangedCalls()

  package init(_ query: Query) {
    self.query = query
    filter = CompiledFilter(query.filter)
  }

  /// Looks at up to `limit` calls that have changed, that time alone has changed, or that it does not
  /// know yet. Returns false while there are more of those.
  package mutating func look(
    at board: borrowing CallBoard, now: Instant, limit: Int
  ) -> Bool {
    if !changed.take(changesOf: board) { (index, places) = (OrderedIndex(), [:]) }
    for _ in 0..<limit {
      guard let slot = changed.popSlot(board, now) else { return true }
      consider(slot, board, now)
    }
    return changed.isEmpty(board, now)
  }

  /// True once all calls were looked at: from then on there is only to look at what changes.
  package var hasSeenAll: Bool { changed.hasSeenAll }

  private mutating func consider(_ slot: Int, _ board: borrowing CallBoard, _ now: Instant) {
    if let place = places.removeValue(forKey: slot) { index.remove(place) }
    guard board.entries.indices.contains(slot), let row = board.row(slot),
      query.list.has(row.call, now)
    else { return }
    if filter.matches(row, now: now) {
      let place = ArrangedPlace(row, slot, query.order)
      places[slot] = place
      index.insert(place)
    }
    let changes = [leaves(row.call), filter.nextChange(row, after: now)]
    changed.setDue(changes.compactMap { $0 }.min(), slot)
  }

  private func leaves(_ call: Call) -> Instant? {
    guard case .live(let afterglow) = query.list, !call.isLive else { return nil }
    return call.clock + afterglow + .milliseconds(1)
  }

  /// What of it is visible. Where calls are left to be looked at, none is shown that is not wanted any more.
  package func page(
    _ cursor: ListCursor, height: Int, of board: borrowing CallBoard, now: Instant
  ) -> ListPage<CallRow> {
    let isPartial = !changed.isEmpty(board, now)
    var page = ListPage(
      cursor, height: height, total: index.count,
      position: { sid in board.slot(of: sid).flatMap { places[$0] }.map { index.position(of: $0) }
      },
      slice: { range in
        index.slice(range).compactMap { board.row($0.slot) }.filter {
          !isPartial || query.list.has($0.call, now) && filter.matches($0, now: now)
        }
      })
    page.isPartial = isPartial
    if query.filter != .everything { page.unfiltered = board.count(of: query.list, now: now) }
    return page
  }

  /// The slots of all of it, in its order, to take their rows with ``CallBoard/rows(at:)``.
  package var slots: [Int] { index.slice(0..<index.count).map(\.slot) }
}

extension CallArrangement.Query {
  /// Looks for wanted calls in many.
  package struct Sieve: Sendable {
    private let list: List
    private let filter: CompiledFilter

    fileprivate init(_ query: CallArrangement.Query) {
      list = query.list
      filter = CompiledFilter(query.filter)
    }

    /// True for a call that is wanted.
    package func wants(_ row: CallRow, now: Instant) -> Bool {
      list.has(row.call, now) && filter.matches(row, now: now)
    }
  }

  package var sieve: Sieve { Sieve(self) }
}

extension CallArrangement.Query.List {
  fileprivate func has(_ call: Call, _ now: Instant) -> Bool {
    switch self {
    case .live(let afterglow): call.isLive || now - call.clock <= afterglow
    case .ended: !call.isLive
    }
  }
}
