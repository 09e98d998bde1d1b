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
      _ wish: CallArrangement.Wish, _ body: (inout CallArrangement) -> Value
    ) -> Value {
      let place: WritableKeyPath<State, CallArrangement?> =
        if case .ended = wish.list { \.ended } else { \.live }
      let kept = self[keyPath: place]
      var arrangement = kept?.wish == wish ? kept ?? CallArrangement(wish) : CallArrangement(wish)
      // Two owners would make each change a copy.
      self[keyPath: place] = nil
      defer { self[keyPath: place] = arrangement }
      return body(&arrangement)
    }
  }

  /// The number of changed calls that are looked at before a page is taken.
  private static let lastCalls = 64

  private let state = Mutex(State())

  /// Looks at up to `limit` calls more; true when all were looked at.
  func look(
    _ wish: CallArrangement.Wish, _ board: borrowing CallBoard, _ now: Instant, limit: Int
  ) -> Bool {
    state.withLock { state in state.with(wish) { $0.look(at: board, now: now, limit: limit) } }
  }

  /// The same for the figures of a filter.
  func look(
    _ filter: CallFilter, _ board: borrowing CallBoard, _ now: Instant, limit: Int
  ) -> Bool {
    state.withLock { state in
      state.figures(of: filter) { $0.look(at: board, now: now, limit: limit) }
    }
  }

  /// The figures of a filter and its last `minutes`, as far as calls were looked at.
  func figures(
    _ filter: CallFilter, _ board: borrowing CallBoard, since start: Instant, now: Instant,
    minutes: Int
  ) -> (part: BoardPage.FilteredPart, minutes: [MinuteFigures]) {
    state.withLock { state in
      state.figures(of: filter) {
        let isWhole = $0.look(at: board, now: now, limit: Self.lastCalls)
        let part = BoardPage.FilteredPart(
          figures: $0.figures(since: start, now: now), isPartial: !isWhole)
        return (part, $0.minutes(minutes, until: now))
      }
    }
  }

  /// What of it is visible now, as far as it was looked at.
  func page(
    _ wish: CallArrangement.Wish, _ cursor: ListCursor, height: Int,
    _ board: borrowing CallBoard, _ now: Instant
  ) -> ListPage<CallRow> {
    state.withLock { state in
      state.with(wish) {
        _ = $0.look(at: board, now: now, limit: Self.lastCalls)
        return $0.page(cursor, height: height, of: board, now: now)
      }
    }
  }
}
