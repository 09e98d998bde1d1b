import BoardScreen
import CallJournal
import CallModel
import CallbackWire
import MonitorHTTP
import Monitoring
import Synchronization

/// The board of a listener elsewhere, made of what its stream tells. Safe from any thread; its events
/// come from one.
final class FollowedBoard: Sendable {
  /// Whether a stream is to be read on.
  enum Verdict: Hashable {
    case readsOn
    /// What was asked for belongs to a run of the listener that has ended: ask anew.
    case asksAnew
    case fails(String)
  }

  private struct State {
    var monitor: CallMonitor
    var greeting: ListenerGreeting
    /// The last callback that is on the board.
    var sequence: UInt64?
    var link = AttachStatus.Link.catchingUp(0)
  }

  let clock = FollowedClock()
  private let name: String
  private let keepsMoves: Bool
  private let bell: @Sendable () -> Void
  private let state: Mutex<State>

  /// `name`: the listener, as a person knows it; `greeting`: what it said when it was asked first;
  /// `bell` is called after every change.
  init(
    of name: String, _ greeting: ListenerGreeting, keepsMoves: Bool = false,
    bell: @escaping @Sendable () -> Void
  ) throws(BoardTermsError) {
    self.name = name
    self.keepsMoves = keepsMoves
    self.bell = bell
    let monitor = try greeting.board.monitor(clock, keepsMoves: keepsMoves, bell: bell)
    state = Mutex(State(monitor: monitor, greeting: greeting))
    clock.freezeBeforeAll()
  }

  /// Replaced by a new one whenever the stream begins anew.
  var monitor: CallMonitor { state.withLock { $0.monitor } }

  /// What was not heard for too long, as by a machine that slept, is not live.
  var status: AttachStatus {
    var link = link
    if link == .live, let heard = clock.silentSince {
      link = .lost(since: heard, reason: "nothing was heard", retry: nil)
    }
    return AttachStatus(name: name, link: link)
  }

  /// The last callback that is on the board; nil where there is none.
  var sequence: UInt64? { state.withLock { $0.sequence } }

  private var link: AttachStatus.Link { state.withLock { $0.link } }

  /// The transitions of calls since this was asked last; none while the past is read.
  func takeMoves() -> [CallRow] { link == .live ? monitor.takeMoves() : [] }

  /// After one or several events.
  func ring() { bell() }

  /// From now on the board stands still.
  func lose(_ reason: String, retryIn pause: Duration) {
    let now = clock.listener
    let heard = clock.lose()
    state.withLock {
      var since = heard
      if case .lost(let first, _, _) = $0.link { since = first }
      $0.link = .lost(since: since, reason: reason, retry: now + pause)
    }
    bell()
  }

  func take(_ event: CallbackStream.Event) -> Verdict {
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
      let next = try greeting.board.monitor(clock, keepsMoves: keepsMoves, bell: bell)
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
struct BoardTermsError: Error, CustomStringConvertible {
  let description: String
}

extension BoardTerms {
  /// - Throws: a zone or country that is not known here.
  func accountZone() throws(BoardTermsError) -> AccountZone {
    guard let zone = AccountZone(name: zone) else {
      throw BoardTermsError(
        description: "this machine does not know the listener's zone, "
          + TextCleaning.cleaned(self.zone) + "; update its tzdata")
    }
    return zone
  }

  fileprivate func monitor(
    _ clock: FollowedClock, keepsMoves: Bool, bell: @escaping @Sendable () -> Void
  ) throws(BoardTermsError) -> CallMonitor {
    guard let country = dialingCountry else {
      throw BoardTermsError(
        description: "this program does not know the listener's country, "
          + TextCleaning.cleaned(country) + "; update it")
    }
    let zone = try accountZone()
    let workday = Workday(zone: zone, start: dayStart)
    return CallMonitor(
      decoder: CallbackDecoder(country: country, zone: zone.civil),
      board: CallBoard(rules: rules, roster: roster(country: country), keepsMoves: keepsMoves),
      clock: { clock.board }, windowStart: workday.figures(rules), bell: bell)
  }
}
