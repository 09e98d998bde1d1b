import CallJournal
import CallModel
import CallbackWire
import Synchronization

/// The sole writer of the board: takes what arrives, keeps it, applies it, and tells of the change.
///
/// Safe from any thread; nothing in here waits.
package final class CallMonitor: Sendable {
  package let decoder: CallbackDecoder
  /// The start of the window that figures are shown for: local midnight in the account's zone.
  package let windowStart: @Sendable (Instant) -> Instant
  let state: Mutex<MonitorState>
  let clock: @Sendable () -> Instant
  let onChange: @Sendable () -> Void
  /// Nil where nothing is kept.
  private let journal: JournalWriter?
  /// Nil where nothing is recorded.
  let recording: CallbackRecording?
  /// Nil where nothing is forwarded.
  package let forwarder: ForwarderSignal?
  /// Those who follow the board elsewhere.
  package let followers = ChangeNotifier()
  /// Those who read its changes as events.
  package let eventReaders = ChangeNotifier(pause: .nanoseconds(0))
  /// Wakes who lets time pass.
  let deadlineAlarm = DeadlineAlarm()

  /// `onChange` is called after every change, on the thread that made it; it must not wait.
  package init(
    decoder: CallbackDecoder, board: CallBoard, clock: @escaping @Sendable () -> Instant,
    windowStart: @escaping @Sendable (Instant) -> Instant, journal: JournalWriter? = nil,
    facts: AccountFactsKeeper? = nil, recording: CallbackRecording? = nil,
    forwarder: ForwarderSignal? = nil,
    onChange: @escaping @Sendable () -> Void = {}
  ) {
    self.decoder = decoder
    self.windowStart = windowStart
    self.clock = clock
    self.journal = journal
    self.recording = recording
    self.forwarder = forwarder
    self.onChange = onChange
    var state = MonitorState(board: board, isJournaled: journal != nil, keeper: facts)
    state.forwarding = forwarder.map { ForwardQueue(target: $0.target) }
    self.state = Mutex(state)
  }

  /// Takes a callback, and tells through `answer` (once, from any thread) what became of it: only
  /// then may the request be answered. The board has it once it is kept.
  package func receive(
    _ request: CallbackRequest, answer: @escaping @Sendable (Receipt) -> Void
  ) {
    let content: RequestContent
    do throws(CallbackDecodingError) {
      content = try decoder.read(request.raw, arrivedAt: request.arrivedAt)
    } catch {
      refuse(
        request, .init(status: error.httpStatus, reason: error.description, isOfContent: true))
      return answer(.rejected(error))
    }
    let isAnsweredAtOnce = journal?.durability == JournalSettings.Durability.none
    if isAnsweredAtOnce { answer(.accepted) }
    keep(request.entry()) { [self] outcome in
      switch outcome {
      case .success(let sequence):
        return state.withLock { $0.accept(request, content, sequence: sequence) }
      case .failure where isAnsweredAtOnce:
        return state.withLock { $0.accept(request, content, sequence: nil) }
      case .failure(let error):
        let rejection = JournalEntry.Rejection(
          status: 503, reason: "it cannot be kept: \(error)")
        return state.withLock { $0.reject(request, rejection, sequence: nil) }
      }
    } tell: { [self] outcome in
      notify()
      defer { forwarder?.wake() }
      guard !isAnsweredAtOnce else { return }
      switch outcome {
      case .success: answer(.accepted)
      case .failure(let error): answer(.notKept(error))
      }
    }
  }

  /// Keeps a request that was refused before its content was looked at: its key, method or size is
  /// wrong.
  package func refuse(_ request: CallbackRequest, status: Int, reason: String) {
    refuse(request, .init(status: status, reason: reason))
  }

  /// As anybody can send what is refused, a limited part of it goes to the disk; all of it is counted.
  private func refuse(_ request: CallbackRequest, _ rejection: JournalEntry.Rejection) {
    guard journal != nil || recording != nil else { return keep(request, rejection) }
    let isKept = state.withLock { state in
      guard let told = state.refusals.refusal(to: request, rejection) else { return true }
      _ = state.reject(request, told, sequence: nil)
      return false
    }
    if isKept { keep(request, rejection) } else { notify() }
  }

  /// How many refused requests were not kept since the start, as there were too many.
  package var unkeptRefusals: Int { state.withLock { $0.refusals.unkept } }

  /// After every change that came over the wire.
  func notify() {
    noteDeadline()
    onChange()
    followers.notify()
  }

  private func keep(_ request: CallbackRequest, _ rejection: JournalEntry.Rejection) {
    keep(request.entry(rejection)) { [self] outcome in
      let sequence = try? outcome.get()
      return state.withLock { $0.reject(request, rejection, sequence: sequence ?? nil) }
    } tell: { [self] _ in
      notify()
    }
  }

  /// `apply` gets the sequence that the journal gave, where there is one, and gives the one that it
  /// has.
  private func keep(
    _ entry: @autoclosure () -> JournalEntry,
    apply: @escaping @Sendable (Result<UInt64?, JournalError>) -> UInt64,
    tell: @escaping @Sendable (JournalWriter.Outcome) -> Void
  ) {
    guard let journal else {
      let sequence = apply(.success(nil))
      if let recording { recording.append(entry().numbered(sequence)) }
      return tell(.success(sequence))
    }
    let entry = entry()
    journal.append(
      entry,
      apply: { [recording] outcome in
        let sequence = apply(outcome.map { $0 })
        if case .success = outcome { recording?.append(entry.numbered(sequence)) }
      }, tell: tell)
  }

  /// Takes an entry of the journal that was kept before this program was started. The clock of the
  /// board goes to its arrival, but not beyond now: the machine's clock may have been wrong.
  package func restore(_ entry: JournalEntry) {
    let request = CallbackRequest(
      raw: entry.raw, peer: entry.peer, arrivedAt: min(entry.arrivedAt, clock()),
      began: nil)
    if let content = entry.content(by: decoder) {
      _ = state.withLock { $0.accept(request, content, sequence: entry.sequence) }
      noteDeadline()
    } else {
      let changed = JournalEntry.Rejection(
        status: 400, reason: "it was understood once, and is not any more")
      _ = state.withLock {
        $0.reject(request, entry.rejection ?? changed, sequence: entry.sequence)
      }
    }
  }

  /// The size of the journal in bytes, and in how many files it is; nil where there is none.
  package var journalSize: (bytes: Int, files: Int)? {
    guard let days = try? journal?.folder.regularDays().days else { return nil }
    return (days.reduce(0) { $0 + $1.bytes }, days.count)
  }

  /// Why callbacks cannot be kept at present; nil while they can, or need not be.
  package var fault: JournalError? { journal?.fault }

  /// The transitions of calls since this was asked last, where the board keeps them.
  package func takeMoves() -> [CallRow] { state.withLock { $0.board.takeMoves() } }
}

/// What becomes of a callback.
package enum Receipt: Hashable, Sendable {
  case accepted
  case rejected(CallbackDecodingError)
  /// It cannot be kept, for this reason: the sender must send it again.
  case notKept(JournalError)
}

/// What the monitor's lock protects.
struct MonitorState {
  var board: CallBoard
  var wire = WireLog()
  var refusals = RefusalBudgets()
  /// Nil where nothing is forwarded.
  var forwarding: ForwardQueue?
  var tape = CallbackTape()
  private var lastSequence: UInt64 = 0
  /// True where time has changed something that nobody was told of.
  private var hasSilentChange = false
  /// Until when who lets time pass sleeps; nil while nobody does.
  var wakeTime: Instant?

  private var clock = ClockSteps()
  private var arrivals = ClockSteps()

  /// True where a journal counts the requests.
  private let isJournaled: Bool
  /// Nil where what is learned of the account is not kept.
  private let keeper: AccountFactsKeeper?
  /// Up to where it has it, and the recording.
  private var (keptFacts, recordedFacts) = (0, 0)

  init(board: CallBoard, isJournaled: Bool, keeper: AccountFactsKeeper? = nil) {
    self.board = board
    self.isJournaled = isJournaled
    self.keeper = keeper
  }

  /// Hands on what the board has learned of the account.
  mutating func keepFacts() {
    guard let keeper, keptFacts < board.factLog.end else { return }
    let (facts, position) = board.factLog.facts(from: keptFacts, atMost: .max)
    keptFacts = position
    keeper.keep(facts)
  }

  /// What the board has learned and the recording has not.
  mutating func takeFactsToRecord() -> [AccountFact] {
    let (facts, position) = board.factLog.facts(from: recordedFacts, atMost: .max)
    recordedFacts = position
    return facts
  }

  /// Gives the callback's sequence: the journal's, where there is one.
  mutating func accept(
    _ request: CallbackRequest, _ content: RequestContent, sequence: UInt64?
  ) -> UInt64 {
    let sequence = take(sequence)
    if arrivals.pass(request.arrivedAt) { board.turnBack(to: request.arrivedAt) }
    let began = ContinuousClock.now
    let verdict =
      switch content {
      case .callback(let callback): board.apply(callback, arrivedAt: request.arrivedAt)
      case .heartbeat(let heartbeat): board.apply(heartbeat, arrivedAt: request.arrivedAt)
      }
    wire.accept(
      request, content, verdict, sequence: sequence, foldedIn: ContinuousClock.now - began)
    keepFacts()
    // What comes from the journal has been forwarded, and followed, before.
    if request.began != nil {
      forward(request, of: content.forwardQueue, number: wire.number, at: request.arrivedAt)
      tape.append(request.entry().numbered(sequence))
    }
    forgetDeparted()
    return sequence
  }

  mutating func reject(
    _ request: CallbackRequest, _ rejection: JournalEntry.Rejection, sequence: UInt64?
  ) -> UInt64 {
    let sequence = take(sequence)
    wire.reject(request, rejection, sequence: sequence)
    if request.began != nil { tape.append(request.entry(rejection).numbered(sequence)) }
    return sequence
  }

  /// Without a journal one more than the last. What a journal does not keep has that of the last one
  /// that it kept: the next number is another request's.
  private mutating func take(_ sequence: UInt64?) -> UInt64 {
    lastSequence = max(sequence ?? (isJournaled ? lastSequence : lastSequence + 1), lastSequence)
    return sequence ?? lastSequence
  }

  mutating func advance(to now: Instant) {
    let before = board.revision
    if clock.pass(now) { board.turnBack(to: now) }
    wire.clockBehind = clock.behind
    board.advance(to: now)
    if board.revision != before { hasSilentChange = true }
    forgetDeparted()
  }

  mutating func takeSilentChange() -> Bool {
    defer { hasSilentChange = false }
    return hasSilentChange
  }

  private mutating func forgetDeparted() {
    wire.forget(board.takeDeparted().map(\.call.sid))
  }
}
