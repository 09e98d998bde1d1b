import BoardScreen
import CallModel
import Synchronization

/// The filtered or sorted lists that the screen shows, kept up from frame to frame.
final class Arrangements: Sendable {
  private struct State {
    var live: CallArrangement?
    var ended: CallArrangement?
    var figures: FilteredFigures?

    /// The figures of a filter, which are begun anew where it is another one.
    mutating func figures<Value>(
      of filter: CallFilter, _ body: (inout FilteredFigures) -> Value
    ) -> Value {
      let kept = figures.flatMap { $0.filter == filter ? $0 : nil }
      var filtered = kept ?? FilteredFigures(filter)
      // Two owners would make each change a copy.
      figures = nil
      defer { figures = filtered }
      return body(&filtered)
    }

    /// The one for a list, which is begun anew where it is to be another one.
    mutating func with<Value>(
      _ query: CallArrangement.Query, _ body: (inout CallArrangement) -> Value
    ) -> Value {
      let place: WritableKeyPath<State, CallArrangement?> =
        if case .ended = query.list { \.ended } else { \.live }
      let kept = self[keyPath: place]
      var arrangement =
        kept?.query == query ? kept ?? CallArrangement(query) : CallArrangement(query)
      // Two owners would make each change a copy.
      self[keyPath: place] = nil
      defer { self[keyPath: place] = arrangement }
      return body(&arrangement)
    }
  }

  private let state = Mutex(State())

  /// Looks at up to `limit` calls more; true when all were looked at.
  func look(
    _ query: CallArrangement.Query, _ board: borrowing CallBoard, _ now: Instant, limit: Int
  ) -> Bool {
    state.withLock { state in state.with(query) { $0.look(at: board, now: now, limit: limit) } }
  }

  /// True once all calls were looked at for it.
  func hasSeenAll(_ query: CallArrangement.Query) -> Bool {
    state.withLock { state in state.with(query) { $0.hasSeenAll } }
  }

  /// The same for the figures of a filter.
  func hasSeenAll(_ filter: CallFilter) -> Bool {
    state.withLock { state in state.figures(of: filter) { $0.hasSeenAll } }
  }

  /// The same as for a list.
  func look(
    _ filter: CallFilter, _ board: borrowing CallBoard, _ now: Instant, limit: Int
  ) -> Bool {
    state.withLock { state in
      state.figures(of: filter) { $0.look(at: board, now: now, limit: limit) }
    }
  }

  /// The figures of a filter and its last `minutes`, once up to `limit` calls more were looked at.
  func figures(
    _ filter: CallFilter, _ board: borrowing CallBoard, since start: Instant, now: Instant,
    minutes: Int, limit: Int
  ) -> (part: BoardPage.FilteredPart, minutes: [MinuteFigures]) {
    state.withLock { state in
      state.figures(of: filter) {
        let isWhole = $0.look(at: board, now: now, limit: limit)
        let part = BoardPage.FilteredPart(
          figures: $0.figures(since: start, now: now), isPartial: !isWhole)
        return (part, $0.minutes(minutes, until: now))
      }
    }
  }

  /// What of it is visible now, once up to `limit` calls more were looked at.
  func page(
    _ query: CallArrangement.Query, _ cursor: ListCursor, height: Int,
    _ board: borrowing CallBoard, _ now: Instant, limit: Int
  ) -> ListPage<CallRow> {
    state.withLock { state in
      state.with(query) {
        _ = $0.look(at: board, now: now, limit: limit)
        return $0.page(cursor, height: height, of: board, now: now)
      }
    }
  }
}
