/// All calls and agents as they are now: callbacks go in, pages and figures come out.
///
/// Applying a callback costs the same however many calls there are: the order of the lists, the
/// figures and the deadlines are kept up as calls change, and nothing is recounted.
package struct CallBoard: Sendable {
  package enum Verdict: Hashable, Sendable {
    /// It is new; these are the oddities of its call as it now stands.
    case applied(AnomalySet)
    /// The same delivery came before.
    case repeated
    /// Its call has more callbacks (1,000), or more attempts (200), than any real one: it changes
    /// nothing.
    case refused
  }

  /// How many ended calls have left the board.
  package struct Departures: Hashable, Sendable {
    /// As they ended too long ago.
    package var aged = 0
    /// Before their time, as more were there than it holds.
    package var crowded = 0

    package init() {}
  }

  /// One call with all it is made from.
  struct Entry: Sendable {
    var history = CallHistory()
    var call: Call
    var changedAt: Instant
  }

  package let rules: CallRules
  package let roster: Roster
  /// Counts every change.
  package private(set) var revision: UInt64 = 0
  private(set) var entries: [Entry?] = []
  private var slots: [String: Int] = [:]
  private var freeSlots: [Int] = []
  private(set) var live = OrderedIndex<LivePlace>()
  private(set) var ended = OrderedIndex<EndedPlace>()
  private var deadlines = OrderedIndex<Deadline>()
  private var window = TimeBuckets<WindowFigures>.quarterHours
  private var minutes = TimeBuckets<MinuteFigures>.minutes
  private var states: [Call.State: Int] = [:]
  private(set) var agents: AgentBoard
  private var accepted = 0
  private var duplicates = 0
  /// How many times a call has begun to ring.
  package private(set) var rings: UInt64 = 0
  package private(set) var departures = Departures()
  private var now = Instant(milliseconds: .min)
  private var departed: [CallRow] = []
  private var changes = ChangeLog()
  private let keepsMoves: Bool
  private var moves: [CallRow] = []

  /// With `keepsMoves` every transition is kept until ``takeMoves()`` takes it.
  package init(
    rules: CallRules = CallRules(), roster: Roster = Roster(), keepsMoves: Bool = false
  ) {
    self.rules = rules
    self.roster = roster
    self.keepsMoves = keepsMoves
    agents = AgentBoard(roster: roster)
  }

  /// Takes a callback. `arrivedAt` is also now.
  package mutating func apply(_ callback: Callback, arrivedAt: Instant) -> Verdict {
    advance(to: arrivedAt)
    revision += 1
    let slot = slots[callback.sid] ?? open(callback.sid)
    if hasNoRoom(for: callback, slot) {
      entries[slot]?.history.noteRefusal()
      noteRepetition(slot)
      return .refused
    }
    switch entries[slot]?.history.insert(callback, arrivedAt: arrivedAt) {
    case .inserted:
      accepted += 1
      refold(slot)
      return .applied(entries[slot]?.call.anomalies ?? AnomalySet())
    case .repeated:
      duplicates += 1
      noteRepetition(slot)
      return .repeated
    case .refused, nil:
      noteRepetition(slot)
      return .refused
    }
  }

  /// Lets time pass: calls whose deadline is over change, ended ones leave the board. Each does so at
  /// its own moment, however large the steps in which time passes.
  package mutating func advance(to moment: Instant) {
    guard moment > now else { return }
    while let due = deadlines.first, due.moment <= moment {
      now = max(now, due.moment)
      revision += 1
      refold(due.slot)
      closeOldest()
    }
    now = moment
    closeOldest()
  }

  private mutating func closeOldest() {
    while let oldest = ended.last {
      let isOld = oldest.clock < now - rules.keepEnded
      guard isOld || ended.count > rules.keepEndedCount else { break }
      if isOld { departures.aged += 1 } else { departures.crowded += 1 }
      close(oldest.slot)
    }
  }

  /// The next moment at which time alone changes something.
  package var nextDeadline: Instant? { deadlines.first?.moment }

  /// The calls that have left the board since this was asked last, as they were then.
  package mutating func takeDeparted() -> [CallRow] {
    defer { departed = [] }
    return departed
  }

  /// The transitions of calls since this was asked last, in their order; the newest 10,000.
  package mutating func takeMoves() -> [CallRow] {
    defer { moves = [] }
    return moves
  }

  /// Takes the place of another board: whoever has looked at that one sees that all has changed.
  package mutating func replace(_ other: borrowing CallBoard) {
    revision = max(revision, other.revision) + 1
    rings = max(rings, other.rings)
    changes = ChangeLog(after: max(changes.count, other.changes.count))
  }

  func slot(of sid: String) -> Int? { slots[sid] }

  package var changeCount: UInt64 { changes.count }

  /// The calls that have changed since there were so many changes; nil where that is too long ago.
  package func changedSlots(since earlier: UInt64) -> Set<Int>? { changes.since(earlier) }

  private mutating func open(_ sid: String) -> Int {
    let unknown = Call(sid: sid, source: .connect, state: .waiting, startedAt: now, clock: now)
    let entry = Entry(call: unknown, changedAt: now)
    let slot: Int
    if let free = freeSlots.popLast() {
      slot = free
      entries[slot] = entry
    } else {
      slot = entries.count
      entries.append(entry)
    }
    slots[sid] = slot
    return slot
  }

  /// Takes over what a callback that changes nothing else has changed.
  private mutating func noteRepetition(_ slot: Int) {
    guard let history = entries[slot]?.history else { return }
    entries[slot]?.call.duplicates = history.duplicates
    entries[slot]?.call.anomalies.formUnion(history.arrivalAnomalies)
    changes.append(slot)
  }

  /// Makes a call anew from its history and moves it, and all that counts it, to where it belongs.
  private mutating func refold(_ slot: Int) {
    guard let entry = entries[slot],
      let call = CallFold.call(entry.history, now: now, rules: rules, roster: roster)
    else { return }
    let old = entry.call.callbackCount == 0 ? nil : entry.call
    if let old { count(old, slot, by: -1) }
    count(call, slot, by: 1)
    let renamed = agents.update(slot, from: old, to: call, now: now)
    let moved = old.map { !$0.stands(like: call) } ?? true
    entries[slot]?.call = call
    for changed in [slot] + renamed { changes.append(changed) }
    if call.state == .ringing, old?.state != .ringing { rings += 1 }
    guard moved else { return }
    entries[slot]?.changedAt = now
    if keepsMoves, let row = row(slot) {
      if moves.count >= 10_000 { moves.removeFirst(5_000) }
      moves.append(row)
    }
  }

  private mutating func count(_ call: Call, _ slot: Int, by step: Int) {
    states[call.state, default: 0] += step
    let figures = call.figures(rules)
    if step > 0 {
      window.add(figures, at: call.believedStart)
    } else {
      window.take(figures, at: call.believedStart)
    }
    countMinute(call, figures, isThere: step > 0)
    place(call, slot, isThere: step > 0)
  }

  private mutating func countMinute(_ call: Call, _ figures: WindowFigures, isThere: Bool) {
    var minute = MinuteFigures()
    minute.begun = 1
    minute.lost = figures.missed + figures.abandoned
    if isThere {
      minutes.add(minute, at: call.believedStart)
      let kept = Duration.seconds(60 * Self.keptMinutes)
      if minutes.count > 2 * Self.keptMinutes { minutes.forget(before: now - kept) }
    } else if call.believedStart > now - .seconds(60 * Self.keptMinutes) {
      minutes.take(minute, at: call.believedStart)
    }
  }

  private static let keptMinutes = 240

  /// The last `count` minutes (240 at most), the current one at the end: calls by their start.
  package func minutes(_ count: Int, until now: Instant) -> [MinuteFigures] {
    minutes.last(min(count, Self.keptMinutes), until: now)
  }

  private mutating func place(_ call: Call, _ slot: Int, isThere: Bool) {
    let deadline = call.deadline.map { Deadline(moment: $0, slot: slot) }
    switch (call.isLive, isThere) {
    case (true, true): live.insert(LivePlace(call, slot))
    case (true, false): live.remove(LivePlace(call, slot))
    case (false, true): ended.insert(EndedPlace(clock: call.clock, slot: slot))
    case (false, false): ended.remove(EndedPlace(clock: call.clock, slot: slot))
    }
    guard let deadline else { return }
    if isThere { deadlines.insert(deadline) } else { deadlines.remove(deadline) }
  }

  /// Lets a call leave the board. What it added to the figures stays.
  private mutating func close(_ slot: Int) {
    guard let last = row(slot) else { return }
    let call = last.call
    place(call, slot, isThere: false)
    states[call.state, default: 0] -= 1
    agents.forget(slot, call)
    slots[call.sid] = nil
    entries[slot] = nil
    freeSlots.append(slot)
    departed.append(last)
    changes.append(slot)
    window.forget(before: now - .seconds(2 * 86_400))
  }

  /// The figures of the board; those of the window count calls that began at `start` or later.
  package func figures(since start: Instant) -> BoardFigures {
    var figures = BoardFigures()
    figures.live.dialing = states[.dialing, default: 0]
    figures.live.ringing = states[.ringing, default: 0]
    figures.live.waiting = states[.waiting, default: 0]
    figures.live.talking = states[.talking, default: 0]
    figures.ended = ended.count
    figures.live.longestRingingSince = longest(.ringing)
    figures.live.longestWaitingSince = longest(.waiting)
    figures.agentsBusy = agents.busy
    figures.agentsFree = agents.count - agents.busy
    figures.window = window.sum(since: start)
    figures.accepted = accepted
    figures.duplicates = duplicates
    return figures
  }

  /// The calls that have been in this state since `start` or longer.
  package func overdue(_ state: Call.State, since start: Instant) -> Overdue {
    func position(_ clock: Instant, _ slot: Int) -> Int {
      live.position(of: LivePlace(state: state, clock: clock, slot: slot))
    }
    let first = position(Instant(milliseconds: .min), 0)
    let end = position(start, .max)
    guard end > first else { return Overdue() }
    let latest = live.slice((end - 1)..<end).first.flatMap { row($0.slot) }
    return Overdue(count: end - first, row: latest)
  }

  private func longest(_ state: Call.State) -> Instant? {
    let place = live.position(
      of: LivePlace(state: state, clock: Instant(milliseconds: .min), slot: 0))
    guard let first = live.slice(place..<(place + 1)).first, first.state == state else {
      return nil
    }
    return first.clock
  }
}

extension Call {
  /// True when nothing moved between the two: neither the call nor one of its legs.
  fileprivate func stands(like other: Call) -> Bool {
    state == other.state && outcome == other.outcome
      && legs.lazy.map(\.state).elementsEqual(other.legs.lazy.map(\.state))
  }
}
