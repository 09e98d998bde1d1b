/// Makes a call from the set of its callbacks, the facts of the account, and now (`board.md` § 1). No
/// clock, no state.
struct CallFold: ~Copyable {
  let history: CallHistory
  let rules: CallRules
  /// How long a caller may wait in Exotel's queue on the line; nil where it has none.
  let queueLimit: Duration?
  let parties: CallParties
  let signs: ProgressSigns
  var attempts: AttemptFlow
  let sides: SideFlow
  let sideOutcomes: SideOutcomes
  var bots: BotFlow
  let stays: BridgeStays
  var meetings: BridgeMeetings
  /// Of the attempts as they stand.
  private(set) var outcomes = AttemptOutcomes.none
  /// True when the legs of the call are the caller and the attempts, false when they are those that
  /// are told by their places.
  let usesAttempts: Bool
  /// What the end of the whole says of a call whose attempts leave open how it ended.
  var outcomeByEnd: Call.Outcome?
  /// The earliest time that is told.
  private(set) var startedAt: Instant
  /// The latest event time of the call.
  private(set) var lastEventTime: Instant
  /// When the call was last heard of, as live clocks count.
  private(set) var lastHeard: Instant
  private var firstArrival: Instant
  /// When the call ended by what is told, which may be before an answer; nil where it is not known.
  private(set) var toldEnd: Instant?
  /// True where the call was given up, as nothing more came of it: when it ended is not known.
  private(set) var isLost = false
  /// When nothing more was waited for: until then legs were open.
  private(set) var givenUpAt: Instant?
  /// True once a phase was longer than can be.
  private var sawTooLong = false

  /// How the call ended, for one that has.
  struct End {
    /// Nil where it is not known.
    var time: Instant?
    var clock: Instant
    /// When nothing more was waited for; nil where the end was told.
    var givenUpAt: Instant?
    var outcome: Call.Outcome
  }

  /// Where the call stands: live, for how long at most, or ended.
  enum Liveness {
    case live(Call.State, clock: Instant, deadline: Instant)
    case ended(End)
  }

  /// The call at `now`; nil where `history` holds no callback. `bridges` knows the other legs of the
  /// bridges that it names.
  static func call(
    _ history: CallHistory, now: Instant, rules: CallRules, roster: Roster, facts: AccountFacts,
    bridges: Bridges = Bridges()
  ) -> Call? {
    guard let first = history.deliveries.first else { return nil }
    var fold = CallFold(
      history, first: first, rules: rules, roster: roster, facts: facts, bridges: bridges)
    return fold.make(now: now, first: first)
  }

  private init(
    _ history: CallHistory, first: Delivery, rules: CallRules, roster: Roster, facts: AccountFacts,
    bridges: Bridges
  ) {
    self.history = history
    self.rules = rules
    parties = CallParties(history.deliveries, roster: roster)
    let (ofAttempts, ofSides) = parties.tracks(history.deliveries)
    queueLimit = roster.queue(of: parties.line)
    // A caller with a bot may come to an agent later.
    let patience =
      parties.families.contains(.stream) ? nil : rules.missedAfter + (queueLimit ?? .zero)
    attempts = AttemptFlow(
      ofAttempts, people: facts.people, rules: rules, patience: patience)
    signs = ProgressSigns(
      told: attempts.progress, families: parties.families, line: parties.line?.key, facts: facts)
    sides = SideFlow(ofSides)
    sideOutcomes = SideOutcomes(sides, parties)
    bots = BotFlow(history.deliveries)
    stays = BridgeStays(parties.families.contains(.leg) ? history.deliveries : [])
    meetings = BridgeMeetings(
      stays.all, party: parties.party,
      others: bridges.others(of: stays.all, but: first.callback.sid))
    usesAttempts = ofSides.isEmpty || !attempts.attempts.isEmpty
    (startedAt, lastEventTime) = (first.time, first.time)
    (lastHeard, firstArrival) = (first.clock, first.arrivedAt)
    for delivery in history.deliveries {
      let start = min(delivery.time, delivery.callback.start ?? delivery.time)
      startedAt = min(startedAt, start, delivery.callback.created ?? start)
      lastEventTime = max(lastEventTime, delivery.time)
      lastHeard = max(lastHeard, delivery.clock)
      firstArrival = min(firstArrival, delivery.arrivedAt)
    }
  }

  /// Takes over what has changed of the attempts.
  mutating func judge() {
    outcomes = AttemptOutcomes(attempts.list, signs)
  }

  /// A length as far as it can be; that it cannot is remembered.
  mutating func known(_ length: PhaseLength) -> Duration? {
    if length.isTooLong { sawTooLong = true }
    return length.duration
  }

  private mutating func make(now: Instant, first: Delivery) -> Call? {
    if !attempts.list.all.isEmpty {
      judge()
      if settleAttempts() { judge() }
    }
    let liveness = liveness(now: now)
    isLost = liveness.isLost
    var call = Call(
      sid: first.callback.sid, families: parties.families.all, state: .waiting,
      startedAt: startedAt,
      clock: startedAt)
    fillIdentity(&call)
    place(liveness.liveness, into: &call)
    if !call.isLive {
      bots.end()
      if !attempts.list.isAllClosed {
        attempts.closeAll(
          at: isLost ? nil : toldEnd, clock: givenUpAt ?? call.clock,
          cause: isLost ? .silence : .callEnd)
        judge()
      }
    }
    call.bot = bots.bot
    call.bot?.talk = known(PhaseLength(bots.bot?.talk))
    call.legs = usesAttempts ? attemptLegs(call) : sideLegs(call)
    fillTimes(&call)
    fillMeetings(&call)
    call.anomalies = anomalies(of: call)
    call.callbackCount = history.deliveries.count
    call.duplicates = history.duplicates
    call.believedStart = believedStart
    call.dialClock = dialClock
    call.showsProgress =
      usesAttempts ? attemptsShowProgress(onlyOpen: false) : openLegsShowProgress
    setUncertainty(&call, now: now)
    return call
  }

  /// `startedAt` where the first arrival makes it believable, else that arrival.
  private var believedStart: Instant {
    let isBelievable =
      startedAt >= firstArrival - .seconds(15_000) && startedAt <= firstArrival + .seconds(5)
    return isBelievable ? startedAt : firstArrival
  }

  private var dialClock: Instant? {
    if usesAttempts {
      return attempts.attempts.compactMap(\.dialed?.clock).min()
        ?? attempts.attempts.compactMap(\.ringing?.clock).min()
    }
    guard case .customerFirst = parties.sides else { return nil }
    return sides.sides[1].dialed?.clock ?? sides.sides[1].ringing?.clock
  }

  private func fillIdentity(_ call: inout Call) {
    for delivery in history.deliveries {
      call.direction = call.direction ?? delivery.callback.direction
      call.recordingURL = delivery.callback.recordingURL ?? call.recordingURL
      call.customField = delivery.callback.customField ?? call.customField
      call.digits = delivery.callback.digits ?? call.digits
      call.campaign = delivery.callback.campaign ?? call.campaign
      call.bridge = delivery.callback.bridge ?? call.bridge
      call.endedBy = delivery.callback.hungUpBy ?? call.endedBy
    }
    call.endedBy = call.endedBy ?? bots.bot?.endedBy
    call.from = parties.from
    call.to = parties.to
    call.virtualNumber = parties.line
    call.way = parties.way
    call.status = sides.end?.rawStatus ?? attempts.phoneEnd?.rawStatus
  }

  private mutating func place(_ liveness: Liveness, into call: inout Call) {
    switch liveness {
    case .live(let state, let clock, let deadline):
      call.state = state
      call.clock = clock
      call.deadline = deadline
    case .ended(let end):
      call.state = .ended
      call.clock = end.clock
      (toldEnd, givenUpAt) = (end.time, end.givenUpAt)
      call.endedAt = end.time.map { time in
        max(time, lastKnown(before: EventMoment(time: time, clock: end.clock)) ?? time)
      }
      call.outcome = parties.way == .outgoing ? end.outcome : end.outcome.ofIncoming
    }
  }

  private func anomalies(of call: Call) -> AnomalySet {
    var anomalies = history.arrivalAnomalies
    anomalies.formUnion(attempts.anomalies)
    anomalies.formUnion(sides.anomalies)
    if history.deliveries.contains(where: { $0.callback.isOdd }) {
      anomalies.insert(.unknownStatus)
    }
    if isLost { anomalies.insert(.lostTerminal) }
    if sawTooLong { anomalies.insert(.implausibleTime) }
    if call.outcome == .unknown || call.legs.contains(where: { $0.outcome == .unknown }) {
      anomalies.insert(.unknownOutcome)
    }
    if call.legs.contains(where: { $0.answeredAt != nil && $0.ringingAt == nil && tellsRinging($0) }
    ) {
      anomalies.insert(.noRinging)
    }
    if usesAttempts, outcomes.isInferred {
      anomalies.insert(.inferredOutcome)
    }
    return anomalies
  }

  private func tellsRinging(_ leg: Leg) -> Bool {
    leg.party == .agent || !usesAttempts
  }

  /// True where the families that tell of attempts would have told of their answers.
  func attemptsShowProgress(onlyOpen: Bool) -> Bool {
    attempts.list.all.indices.allSatisfy { place in
      onlyOpen && !attempts.list.all[place].isOpen
        || signs.shows(
          attempts.list.all[place].family, since: attempts.list.all[place].began.time)
    }
  }
}

extension Call.Outcome {
  /// Exotel's own reports count a caller for whom a line was busy, or failed, as missed.
  fileprivate var ofIncoming: Call.Outcome { self == .busy || self == .failed ? .missed : self }
}

extension Instant {
  /// Never.
  static let max = Instant(milliseconds: .max)
}
