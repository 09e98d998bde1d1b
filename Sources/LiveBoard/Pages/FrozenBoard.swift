import CallModel
import Monitoring
import Synchronization

/// The board as it was when the screen was paused, if it is.
final class FrozenBoard: Sendable {
  struct Copy: Sendable {
    var board: CallBoard
    var wire: WireLog
    var now: Instant
  }

  private let copy = Mutex<Copy?>(nil)

  var isSet: Bool { copy.withLock { $0 != nil } }

  func set(_ board: Copy?) { copy.withLock { $0 = board } }

  /// Nil while nothing stands still.
  func read<Value: Sendable>(
    _ body: (borrowing CallBoard, borrowing WireLog, Instant) -> sending Value
  ) -> Value? {
    copy.withLock { copy in copy.map { body($0.board, $0.wire, $0.now) } }
  }
}
