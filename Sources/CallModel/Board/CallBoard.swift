/// All calls and agents as they are now: callbacks go in, pages and figures come out.
///
/// Applying a callback costs the same however many calls there are: the order of the lists, the
/// figures and the deadlines are kept up as calls change, and nothing is recounted.
package struct CallBoard: Sendable {
  package enum Verdict: Hashable, Sendable {
    /// It is new; this is what is odd about it: what its call had not before, and how it arrived.
    case applied(AnomalySet)
    /// The same delivery came before.
    case repeated
    /// Its call has more callbacks (1,000), or more attempts (200), than any real one: it changes
    /// nothing.
    case refused
    /// Its call has ended and left the board: it changes nothing.
    case departed
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
    /// Nil before it was folded, and in a slot that is free.
    var folded: FoldedCall?
    var changedAt: Instant

    /// The key of the call's line; nil where none is known.
    var line: String? { folded?.call.virtualNumber?.key }

    static let free = Entry(changedAt: .distantPast)
  }

  package let rules: CallRules
  package let roster: Roster
  /// Counts every change.
  package internal(set) var revision: UInt64 = 0
  package internal(set) var facts: AccountFacts
  /// The same as they were learned.
  package internal(set) var factLog = FactLog()
  /// By their slots; some are free.
  var entries = ChunkedArray<Entry>()
  private var slots = ShardedDictionary<String, Int>()
  /// The calls of each line that do not show progress, which a fact about the line may change.
  var withoutProgress: [String: OrderedIndex<CallMoment>] = [:]
  /// The calls whose callbacks name an address, which a fact about a person may change.
  var slotsByAddress = ShardedDictionary<String, Set<Int>>()
  var outdated = OutdatedCalls()
  var deferred = DeferredFolds()
  var bridges = Bridges()
  private var freeSlots: [Int] = []
  var tally = CallTally()
  var ended = OrderedIndex<EndedPlace>()
  var deadlines = OrderedIndex<CallMoment>()
  var agents: AgentBoard
  var lines: LineBoard
  var accepted = 0
  var duplicates = 0
  /// How many times a caller's call has begun to ring.
  package internal(set) var rings: UInt64 = 0
  package private(set) var departures = Departures()
  var now = Instant(milliseconds: .min)
  private var departed: [CallRow] = []
  private(set) var departedCalls = DepartedCalls()
  var changes = ChangeLog()
  let keepsMoves: Bool
  var moves: [CallRow] = []

  /// With `keepsMoves` every transition is kept until ``takeMoves()`` takes it.
  package init(
    rules: CallRules = CallRules(), roster: Roster = Roster(), keepsMoves: Bool = false
  ) {
    self.rules = rules
    self.roster = roster
    self.keepsMoves = keepsMoves
    facts = AccountFacts(roster: roster)
    agents = AgentBoard(roster: roster)
    lines = LineBoard(roster: roster, silence: rules.heartbeatAfter)
  }

  /// Takes a callback. `arrivedAt` is also now. A call of very many callbacks may stand as it was for a
  /// moment, until ``advance(to:)``.
  package mutating func apply(_ callback: Callback, arrivedAt: Instant) -> Verdict {
    apply(SharedCallback(callback), arrivedAt: arrivedAt)
  }

  /// The same of one that others keep, too.
  package mutating func apply(_ shared: SharedCallback, arrivedAt: Instant) -> Verdict {
    if deferred.isDue(at: arrivedAt) { foldDeferred() }
    pass(to: arrivedAt)
    revision += 1
    let place = slots[shared.callback.sid]
    if place == nil, departedCalls.isPast(shared.callback, now: arrivedAt) { return .departed }
    let slot = place ?? open(shared.callback.sid)
    if hasNoRoom(for: shared.callback, slot) {
      entries[slot].history.noteRefusal()
      noteRepetition(slot)
      return .refused
    }
    let known = entries[slot].folded?.call.anomalies ?? AnomalySet()
    switch entries[slot].history.insert(shared, arrivedAt: arrivedAt) {
    case .inserted(let oddities):
      accepted += 1
      shared.callback.forEachNamedAddress { slotsByAddress[$0, default: []].insert(slot) }
      learnJoins(shared, of: slot, arrivedAt: arrivedAt)
      if entries[slot].history.deliveries.count > DeferredFolds.many {
        deferred.add(slot, at: arrivedAt)
        learnProgress(shared, of: slot)
      } else {
        if !fold(slot) { learnProgress(shared, of: slot) }
      }
      refoldOutdated(atMost: 64)
      let anomalies = entries[slot].folded?.call.anomalies ?? AnomalySet()
      return .applied(anomalies.news(of: shared.callback, oddities, since: known))
    case .repeated:
      duplicates += 1
      noteRepetition(slot)
      return .repeated
    case .refused:
      noteRepetition(slot)
      return .refused
    }
  }

  /// Lets time pass; it never goes back by this. Calls whose deadline is over change, ended ones leave
  /// the board. Each does so at its own moment, however large the steps in which time passes.
  package mutating func advance(to moment: Instant) {
    foldDeferred()
    pass(to: moment)
  }

  private mutating func pass(to moment: Instant) {
    refoldOutdated(atMost: 64)
    guard moment > now else { return }
    while let due = deadlines.first, due.moment <= moment {
      now = max(now, due.moment)
      revision += 1
      fold(due.slot)
      refoldOutdated(atMost: 64)
      closeOldest()
    }
    now = moment
    closeOldest()
    if lines.advance(to: moment) { revision += 1 }
  }

  /// Takes over that the clock was set back: what is to happen with time happens by the new one. What
  /// has happened by the old one is corrected as callbacks come.
  package mutating func turnBack(to moment: Instant) {
    guard moment < now else { return }
    now = moment
    revision += 1
  }

  private mutating func closeOldest() {
    while let oldest = ended.last {
      let isOld = oldest.clock < now - rules.keepEnded
      guard isOld || ended.count > rules.keepEndedCount else { break }
      if isOld { departures.aged += 1 } else { departures.crowded += 1 }
      close(oldest.slot)
    }
  }

  /// The next moment at which time alone changes something: a call, what is known of the lines, or which
  /// calls are on the board.
  package var nextDeadline: Instant? {
    guard outdated.isEmpty else { return now }
    let departure = ended.last.map { $0.clock + rules.keepEnded + .milliseconds(1) }
    return [deadlines.first?.moment, lines.nextDeadline, deferred.due, departure]
      .compactMap(\.self).min()
  }

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
    agents.replace(other.agents)
  }

  private mutating func forget(_ slot: Int, at address: String) {
    slotsByAddress[address]?.remove(slot)
    if slotsByAddress[address]?.isEmpty == true { slotsByAddress[address] = nil }
  }

  func slot(of sid: String) -> Int? { slots[sid] }

  var live: OrderedIndex<LivePlace> { tally.live }

  package var changeCount: UInt64 { changes.count }

  /// The calls that have changed since ``changeCount`` was `earlier`; nil where that is too long ago.
  package func changedSlots(since earlier: UInt64) -> Set<Int>? { changes.since(earlier) }

  private mutating func open(_ sid: String) -> Int {
    let entry = Entry(changedAt: now)
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

  /// Lets a call leave the board. What it added to the figures stays.
  private mutating func close(_ slot: Int) {
    guard let last = row(slot) else { return }
    let entry = entries[slot]
    count(slot, from: entry.folded?.share, to: nil)
    agents.forget(slot, entry.folded?.parts ?? [], now: now)
    if let leg = BridgeLeg(last.call, roster: roster) { bridges.leave(leg) }
    slots[last.call.sid] = nil
    for delivery in entry.history.deliveries {
      delivery.callback.forEachNamedAddress { forget(slot, at: $0) }
    }
    lines.leave(last.call)
    entries[slot] = .free
    freeSlots.append(slot)
    departed.append(last)
    departedCalls.insert(last.call, latest: entry.history.latestTime, now: now)
    changes.append(slot)
    tally.forget(before: now - .seconds(2 * 86_400))
    agents.forget(before: now - .seconds(2 * 86_400))
  }
}
