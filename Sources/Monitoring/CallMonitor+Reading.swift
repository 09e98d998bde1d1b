import CallModel

/// For those who look at the board: what one answer or one frame of the screen tells is taken in one look,
/// so that no two figures of it are of different moments.
extension CallMonitor {
  /// Looks at the board and the wire as they are now. `body` must be quick: callbacks wait for it.
  package func read<Value: Sendable>(
    _ body: (borrowing CallBoard, borrowing WireLog, Instant) -> sending Value
  ) -> Value {
    read { board, wire, _, now in body(board, wire, now) }
  }

  /// Looks at them together with how the way to another URL stands; nil where there is none.
  package func read<Value: Sendable>(
    _ body: (borrowing CallBoard, borrowing WireLog, ForwardStatus?, Instant) -> sending Value
  ) -> Value {
    state.withLock {
      // Within the lock: the clock of a replay goes back together with the board.
      let now = clock()
      $0.advance(to: now)
      return body($0.board, $0.wire, $0.forwarding?.status, now)
    }
  }
}
