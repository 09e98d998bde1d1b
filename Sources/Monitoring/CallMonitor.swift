import CallModel
import CallbackWire
import Synchronization

/// The sole writer of the board: takes what arrives, keeps it, applies it, and rings the bell.
///
/// Safe from any thread; nothing in here waits.
package final class CallMonitor: Sendable {
  package let decoder: CallbackDecoder
  /// The start of the window that figures are shown for: local midnight in the account's zone.
  package let windowStart: @Sendable (Instant) -> Instant
  private let state: Mutex<MonitorState>
  private let clock: @Sendable () -> Instant
  private let bell: @Sendable () -> Void

  /// `bell` is called after every change, on the thread that made it; it must not wait.
  package init(
    decoder: CallbackDecoder, board: CallBoard, clock: @escaping @Sendable () -> Instant,
    windowStart: @escaping @Sendable (Instant) -> Instant,
    bell: @escaping @Sendable () -> Void = {}
  ) {
    self.decoder = decoder
    self.windowStart = windowStart
    self.clock = clock
    self.bell = bell
    state = Mutex(MonitorState(board: board))
  }

  /// Takes a callback, and tells through `answer` (once, from any thread) what became of it: only
  /// then may the request be answered.
  package func receive(_ request: CallbackRequest, answer: @Sendable (Receipt) -> Void) {
    let receipt: Receipt
    do throws(CallbackDecodingError) {
      let callback = try decoder.decode(request.raw)
      receipt = .accepted(state.withLock { $0.accept(request, callback) })
    } catch {
      state.withLock { $0.reject(request, status: error.httpStatus, reason: error.description) }
      receipt = .rejected(error)
    }
    bell()
    answer(receipt)
  }

  /// Keeps a request that was refused before it could be a callback (key, method, size).
  package func refuse(_ request: CallbackRequest, status: Int, reason: String) {
    state.withLock { $0.reject(request, status: status, reason: reason) }
    bell()
  }

  /// Looks at the board and the wire as they are now. `body` must be quick: callbacks wait for it.
  package func read<Value: Sendable>(
    _ body: (borrowing CallBoard, borrowing WireLog, Instant) -> sending Value
  ) -> Value {
    let now = clock()
    return state.withLock {
      $0.advance(to: now)
      return body($0.board, $0.wire, now)
    }
  }

  /// The transitions of calls since this was asked last, where the board keeps them.
  package func takeMoves() -> [CallRow] { state.withLock { $0.board.takeMoves() } }

  /// Lets time alone change what it changes (missed, lost terminal), and rings if it did. Returns
  /// the next moment at which that happens.
  package func advance() -> Instant? {
    let now = clock()
    let (changed, next) = state.withLock {
      let before = $0.board.revision
      $0.advance(to: now)
      return (before != $0.board.revision, $0.board.nextDeadline)
    }
    if changed { bell() }
    return next
  }
}

/// What becomes of a callback.
package enum Receipt: Hashable, Sendable {
  case accepted(CallBoard.Verdict)
  case rejected(CallbackDecodingError)
  /// It cannot be kept, for this reason: the sender must send it again.
  case notKept(String)
}

/// A request with the circumstances of its arrival.
package struct CallbackRequest: Sendable {
  package var raw: RawCallback
  /// The sender's address, as `203.0.113.7:4711`.
  package var peer: String
  package var arrivedAt: Instant
  /// When the whole request was there; latencies count from here.
  package var began: ContinuousClock.Instant

  package init(
    raw: RawCallback, peer: String, arrivedAt: Instant,
    began: ContinuousClock.Instant = ContinuousClock.now
  ) {
    self.raw = raw
    self.peer = peer
    self.arrivedAt = arrivedAt
    self.began = began
  }
}

/// What the monitor's lock protects.
struct MonitorState {
  var board: CallBoard
  var wire = WireLog()

  mutating func accept(_ request: CallbackRequest, _ callback: Callback) -> CallBoard.Verdict {
    let verdict = board.apply(callback, arrivedAt: request.arrivedAt)
    wire.accept(request, callback, verdict)
    return verdict
  }

  mutating func reject(_ request: CallbackRequest, status: Int, reason: String) {
    wire.reject(request, status: status, reason: reason)
  }

  mutating func advance(to now: Instant) {
    board.advance(to: now)
    wire.forget(board.takeDeparted())
  }
}
