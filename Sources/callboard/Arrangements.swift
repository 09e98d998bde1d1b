import CallModel
import Synchronization

/// The filtered or sorted lists that the screen shows, kept up from frame to frame.
final class Arrangements: Sendable {
  private struct State {
    var live: CallArrangement?
    var ended: CallArrangement?

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

  /// So many calls that changed since are looked at before a page is taken.
  private static let lastCalls = 64

  private let state = Mutex(State())

  /// Looks at up to `limit` calls more; true when all were looked at.
  func look(
    _ wish: CallArrangement.Wish, _ board: borrowing CallBoard, _ now: Instant, limit: Int
  ) -> Bool {
    state.withLock { state in state.with(wish) { $0.look(at: board, now: now, limit: limit) } }
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
