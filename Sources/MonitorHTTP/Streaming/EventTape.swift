import CallModel
import DequeModule
import Monitoring
import Synchronization

/// The changes of the board as events, made once for all who read them. Whoever is slower than it is
/// long has lost the thread.
final class EventTape: Sendable {
  fileprivate struct State {
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

  private let monitor: CallMonitor
  private let text: EventText
  private let state: Mutex<State>
  /// Held by whoever makes what comes next; who reads does not wait for it.
  private let writing = Mutex(())

  private let maximumBytes: Int
  /// About how many bytes are read at once.
  private static let readBytes = 32_768

  init(_ monitor: CallMonitor, run: String, maximumBytes: Int = 16 << 20) {
    self.monitor = monitor
    self.maximumBytes = maximumBytes
    text = EventText(monitor: monitor, run: run)
    state = Mutex(State(seen: monitor.changeCount, rejected: monitor.rejectedCount))
    _ = monitor.followers.add(isReader: false) { [weak self] in self?.write() }
  }

  /// Those who are told when something was written.
  var readers: ChangeNotifier { monitor.eventReaders }

  /// What is told first, and where to read on: behind the event with that id, where its changes are
  /// known still, else with all that there is.
  func begin(after id: String?) -> (opening: EventOpening, position: Int) {
    let hasReaders = readers.count > 0
    let changes = (monitor.changeCount, monitor.rejectedCount)
    let (position, seen) = state.withLock { state in
      // What nobody reads is not made.
      if !hasReaders { state.skip(to: changes) }
      return (state.end, state.seen)
    }
    guard let last = text.changes(of: id), last <= seen, let changes = monitor.changes(since: last)
    else { return (EventOpening(snapshot: seen, text), position) }
    return (EventOpening(changes.places, upTo: seen, text), position)
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
    let hasNews = writing.withLock { _ in makeNext() }
    if hasNews { readers.notify() }
  }

  /// False where nothing has changed.
  private func makeNext() -> Bool {
    let (seen, rejected) = state.withLock { ($0.seen, $0.rejected) }
    guard let changes = monitor.changes(since: seen) else {
      // More has changed than anybody knows: who reads must start over.
      let now = (monitor.changeCount, monitor.rejectedCount)
      state.withLock { $0.skip(to: now) }
      return true
    }
    guard changes.count > seen || changes.rejected > rejected else { return false }
    let pieces = text.pieces(changes.places, upTo: changes.count)
    state.withLock { state in
      // What was left out meanwhile is not told either.
      guard state.seen == seen else { return }
      (state.seen, state.rejected) = (changes.count, changes.rejected)
      state.append(pieces, atMost: maximumBytes)
    }
    return true
  }
}

extension EventTape.State {
  /// Leaves out what was changed before: who reads must start over.
  fileprivate mutating func skip(to changes: (count: UInt64, rejected: Int)) {
    guard changes.count >= seen, changes.rejected >= rejected, changes != (seen, rejected) else {
      return
    }
    (passed, pieces, bytes) = (end + 1, [], 0)
    (seen, rejected) = changes
  }

  fileprivate mutating func append(_ new: [[UInt8]], atMost maximum: Int) {
    for piece in new {
      pieces.append(piece)
      bytes += piece.count
    }
    while bytes > maximum, let first = pieces.popFirst() {
      bytes -= first.count
      passed += 1
    }
  }
}
