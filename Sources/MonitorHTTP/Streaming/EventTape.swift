import CallModel
import DequeModule
import Monitoring
import Synchronization

/// The changes of the board as events, made once for all who read them. Whoever is slower than it is
/// long has lost the thread.
final class EventTape: Sendable {
  private struct State {
    var pieces: Deque<[UInt8]> = []
    var bytes = 0
    /// How many have left it.
    var passed = 0
    /// The changes of the board that are on it.
    var seen: UInt64
    /// The rejected requests that it tells of.
    var rejected: Int

    var end: Int { passed + pieces.count }
  }

  /// Where somebody begins to read, after what he must be told first.
  struct Beginning {
    var opening: [UInt8]
    var position: Int
  }

  private let monitor: CallMonitor
  private let text: EventText
  private let state: Mutex<State>

  private let maximumBytes: Int
  /// So much is read at once, about.
  private static let readBytes = 32_768

  init(_ monitor: CallMonitor, run: String, maximumBytes: Int = 16 << 20) {
    self.monitor = monitor
    self.maximumBytes = maximumBytes
    text = EventText(monitor: monitor, run: run)
    state = Mutex(State(seen: monitor.changeCount, rejected: monitor.rejectedCount))
    _ = monitor.followers.add(isReader: false) { [weak self] in self?.write() }
  }

  /// Those who are told when something was written.
  var readers: FollowerBell { monitor.eventReaders }

  /// Behind the event with that id, where its changes are known still, else with all that there is.
  func begin(after id: String?) -> Beginning {
    let (position, seen) = state.withLock { state in
      write(&state)
      return (state.end, state.seen)
    }
    if let last = text.changes(of: id), last <= seen, let changes = monitor.changes(since: last) {
      let pieces = text.pieces(changes.places, upTo: seen)
      return Beginning(opening: StreamText.heartbeat + pieces.joined(), position: position)
    }
    return Beginning(opening: text.snapshot(at: seen), position: position)
  }

  /// What is there from a position on, and where to go on; nil where some of it has left the tape.
  func read(from position: Int) -> (bytes: [UInt8], position: Int)? {
    state.withLock { state in
      guard position >= state.passed else { return nil }
      var (bytes, next) = ([UInt8](), position)
      while next < state.end, bytes.count < Self.readBytes {
        bytes += state.pieces[next - state.passed]
        next += 1
      }
      return (bytes, next)
    }
  }

  /// Puts what has changed on the tape, where anybody reads it.
  func write() {
    guard readers.count > 0 else { return }
    let hasNews = state.withLock { state in
      let end = state.end
      write(&state)
      return state.end != end
    }
    if hasNews { readers.ring() }
  }

  private func write(_ state: inout State) {
    guard let changes = monitor.changes(since: state.seen) else {
      // More has changed than anybody knows: who reads must begin afresh.
      state = State(
        passed: state.end + 1, seen: monitor.changeCount, rejected: monitor.rejectedCount)
      return
    }
    guard changes.count > state.seen || changes.rejected > state.rejected else { return }
    (state.seen, state.rejected) = (changes.count, changes.rejected)
    for piece in text.pieces(changes.places, upTo: changes.count) {
      state.pieces.append(piece)
      state.bytes += piece.count
    }
    while state.bytes > maximumBytes, let first = state.pieces.popFirst() {
      state.bytes -= first.count
      state.passed += 1
    }
  }
}
