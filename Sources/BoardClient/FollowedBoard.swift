import CallJournal
import CallModel
import CallbackWire
import Monitoring
import Synchronization

/// The board of a listener elsewhere, made of what its stream tells. Safe from any thread; its events
/// come from one.
package final class FollowedBoard: Sendable {
  /// Whether a stream is to be read on.
  package enum Verdict: Hashable {
    case readsOn
    /// What was asked for belongs to a run of the listener that has ended: ask anew.
    case asksAnew
    case fails(String)
  }

  /// The state of the connection to the listener.
  package enum Link: Hashable, Sendable {
    /// What came before is being read; the number of callbacks so far.
    case catchingUp(Int)
    case live
    /// The board is that of `since`; `retry`: the next attempt, nil while one is made.
    case lost(since: Instant, reason: String, retry: Instant?)
  }

  /// Makes an empty board by the terms of a listener, and by that clock.
  package typealias MonitorMaker =
    @Sendable (BoardTerms, FollowedClock) throws(BoardTermsError) -> CallMonitor

  private struct State {
    var monitor: CallMonitor
    var greeting: ListenerGreeting
    /// The last callback that is on the board.
    var sequence: UInt64?
    var link = Link.catchingUp(0)
  }

  package let clock: FollowedClock
  /// The listener, as a person knows it.
  package let name: String
  private let makeMonitor: MonitorMaker
  private let onChange: @Sendable () -> Void
  private let state: Mutex<State>

  /// `name`: the listener, as a person knows it; `greeting`: what it said when it was asked first;
  /// `now`: the clock of this machine; `onChange` is called after every change that no monitor tells of;
  /// `makeMonitor` at once, and whenever the stream begins anew.
  ///
  /// - Throws: what `makeMonitor` throws.
  package init(
    of name: String, _ greeting: ListenerGreeting, now: @escaping @Sendable () -> Instant,
    onChange: @escaping @Sendable () -> Void, makeMonitor: @escaping MonitorMaker
  ) throws(BoardTermsError) {
    self.name = name
    clock = FollowedClock(now: now)
    self.onChange = onChange
    self.makeMonitor = makeMonitor
    let monitor = try makeMonitor(greeting.board, clock)
    state = Mutex(State(monitor: monitor, greeting: greeting))
    clock.freezeBeforeAll()
  }

  /// Replaced by a new one whenever the stream begins anew.
  package var monitor: CallMonitor { state.withLock { $0.monitor } }

  /// What was not heard for too long, as by a machine that slept, is not live.
  package var link: Link {
    let link = lastLink
    guard link == .live, let heard = clock.silentSince else { return link }
    return .lost(since: heard, reason: "nothing was heard", retry: nil)
  }

  /// The last callback that is on the board; nil where there is none.
  package var sequence: UInt64? { state.withLock { $0.sequence } }

  private var lastLink: Link { state.withLock { $0.link } }

  /// The transitions of calls since this was asked last; none while the past is read.
  package func takeMoves() -> [CallRow] { lastLink == .live ? monitor.takeMoves() : [] }

  /// After one or several events.
  package func notify() { onChange() }

  /// From now on the board stands still.
  package func lose(_ reason: String, retryIn pause: Duration) {
    let now = clock.listener
    let heard = clock.lose()
    state.withLock {
      var since = heard
      if case .lost(let first, _, _) = $0.link { since = first }
      $0.link = .lost(since: since, reason: reason, retry: now + pause)
    }
    onChange()
  }

  /// Puts onto the board what the stream tells.
  package func take(_ event: CallbackStream.Event) -> Verdict {
    switch event {
    case .hello(let greeting): return greet(greeting)
    case .restart: return restart()
    case .live(let sequence): goLive(sequence)
    case .callback(let entry): restore(entry)
    case .fact(let line): join(line)
    case .isAlive: break
    }
    return .readsOn
  }

  private func greet(_ greeting: ListenerGreeting) -> Verdict {
    if let moment = greeting.clock { clock.set(moment) }
    let (isOther, hasBoard) = state.withLock { state in
      defer { state.greeting = greeting }
      state.link = .catchingUp(0)
      return (state.greeting.run != greeting.run, state.sequence != nil)
    }
    guard isOther else { return .readsOn }
    let verdict = restart()
    return verdict == .readsOn && hasBoard ? .asksAnew : verdict
  }

  /// Forgets the board.
  private func restart() -> Verdict {
    let (last, greeting) = state.withLock { ($0.monitor, $0.greeting) }
    do throws(BoardTermsError) {
      let next = try makeMonitor(greeting.board, clock)
      next.succeed(last)
      clock.freezeBeforeAll()
      state.withLock { ($0.monitor, $0.sequence, $0.link) = (next, nil, .catchingUp(0)) }
      return .readsOn
    } catch {
      return .fails(error.description)
    }
  }

  private func goLive(_ sequence: UInt64?) {
    _ = monitor.takeMoves()
    clock.thaw()
    state.withLock {
      // What came twice is told under its first number.
      if let sequence { $0.sequence = max($0.sequence ?? 0, sequence) }
      $0.link = .live
    }
  }

  private func join(_ line: [UInt8]) {
    let monitor = monitor
    let country = monitor.decoder.country
    if let fact = AccountFact(line: line[...], country: country) { monitor.join([fact]) }
  }

  private func restore(_ entry: JournalEntry) {
    clock.note(arrival: entry.arrivedAt)
    let (monitor, isLive) = state.withLock { ($0.monitor, $0.link == .live) }
    if !isLive { clock.freeze(at: entry.arrivedAt) }
    monitor.restore(entry)
    state.withLock {
      $0.sequence = entry.sequence
      if case .catchingUp(let count) = $0.link { $0.link = .catchingUp(count + 1) }
    }
  }
}

/// A listener's terms that this machine or program does not know.
package struct BoardTermsError: Error, CustomStringConvertible {
  /// What is not known, and what to do.
  package let description: String

  package init(description: String) { self.description = description }
}
