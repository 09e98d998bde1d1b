/// Makes a call from the set of its callbacks, the facts of the account, and now (`board.md` § 1). No
/// clock, no state.
struct CallFold {
  let history: CallHistory
  let rules: CallRules
  let roster: Roster
  let facts: AccountFacts
  let parties: CallParties
  var attempts: AttemptFlow
  let sides: SideFlow
  var bots: BotFlow
  /// True when the legs of the call are the caller and the attempts, false when they are those that
  /// are told by their places.
  let usesAttempts: Bool
  let startedAt: Instant
  /// What cannot be was met: a duration over a day.
  var isImplausible = false

  /// How the call ended, for one that has.
  struct End {
    /// Nil where it is not known.
    var time: Instant?
    var clock: Instant
    var outcome: Call.Outcome
  }

  /// Where the call stands: live, for how long at most, or ended.
  enum Standing {
    case live(Call.State, clock: Instant, deadline: Instant)
    case ended(End)
  }

  /// The call at `now`. `history` holds at least one callback.
  static func call(
    _ history: CallHistory, now: Instant, rules: CallRules, roster: Roster, facts: AccountFacts
  ) -> Call? {
    guard let first = history.deliveries.first else { return nil }
    var fold = CallFold(history, first: first, rules: rules, roster: roster, facts: facts)
    return fold.make(now: now, first: first)
  }

  private init(
    _ history: CallHistory, first: Delivery, rules: CallRules, roster: Roster, facts: AccountFacts
  ) {
    self.history = history
    self.rules = rules
    self.roster = roster
    self.facts = facts
    parties = CallParties(history.deliveries, roster: roster)
    let (ofAttempts, ofSides) = parties.tracks(history.deliveries)
    attempts = AttemptFlow(ofAttempts, people: facts.people, rules: rules)
    sides = SideFlow(ofSides)
    bots = BotFlow(history.deliveries)
    usesAttempts = ofSides.isEmpty || !attempts.attempts.isEmpty
    startedAt = history.deliveries.reduce(first.time) { earliest, delivery in
      let start = min(delivery.time, delivery.callback.start ?? delivery.time)
      return min(earliest, start, delivery.callback.created ?? start)
    }
  }

  private mutating func make(now: Instant, first: Delivery) -> Call? {
    settleAttempts()
    let standing = standing(now: now)
    var call = Call(
      sid: first.callback.sid, families: parties.families, state: .waiting, startedAt: startedAt,
      clock: startedAt)
    fillIdentity(&call)
    place(standing.standing, into: &call)
    if !call.isLive {
      bots.end()
      attempts.closeAll(
        at: standing.isLost ? nil : call.endedAt, clock: call.clock,
        cause: standing.isLost ? .silence : .callEnd)
    }
    call.bot = bots.bot
    call.legs = usesAttempts ? attemptLegs(call) : sideLegs(call)
    fillTimes(&call)
    call.anomalies = anomalies(of: call, isLost: standing.isLost)
    call.callbackCount = history.deliveries.count
    call.duplicates = history.duplicates
    call.believedStart = believedStart
    call.showsProgress =
      usesAttempts ? attempts.attempts.allSatisfy(showsProgress) : openLegsShowProgress
    setUncertainty(&call, now: now)
    return call
  }

  /// When the call was last heard of, as live clocks count.
  var lastHeard: Instant {
    history.deliveries.reduce(history.deliveries[0].clock) { max($0, $1.clock) }
  }

  /// The latest event time of the call.
  var lastEventTime: Instant {
    history.deliveries.reduce(history.deliveries[0].time) { max($0, $1.time) }
  }

  /// `startedAt` where the first arrival makes it believable, else that arrival.
  private var believedStart: Instant {
    let first = history.deliveries.reduce(history.deliveries[0].arrivedAt) { min($0, $1.arrivedAt) }
    let isBelievable =
      startedAt >= first - .seconds(15_000) && startedAt <= first + .seconds(5)
    return isBelievable ? startedAt : first
  }

  private func fillIdentity(_ call: inout Call) {
    for delivery in history.deliveries {
      let callback = delivery.callback
      call.direction = call.direction ?? callback.direction
      call.recordingURL = callback.recordingURL ?? call.recordingURL
      call.customField = callback.customField ?? call.customField
      call.digits = callback.digits ?? call.digits
      call.campaign = callback.campaign ?? call.campaign
      call.bridge = callback.bridge ?? call.bridge
      call.endedBy = callback.hungUpBy ?? call.endedBy
    }
    call.endedBy = call.endedBy ?? bots.bot?.endedBy
    call.from = parties.from
    call.to = parties.to
    call.virtualNumber = parties.line
    call.way = parties.way
    call.status = sides.end?.rawStatus ?? attempts.phoneEnd?.rawStatus
  }

  private func place(_ standing: Standing, into call: inout Call) {
    switch standing {
    case .live(let state, let clock, let deadline):
      call.state = state
      call.clock = clock
      call.deadline = deadline
    case .ended(let end):
      call.state = .ended
      call.clock = end.clock
      call.endedAt = end.time
      call.outcome = parties.way == .outgoing ? end.outcome : end.outcome.ofIncoming
    }
  }

  private func anomalies(of call: Call, isLost: Bool) -> AnomalySet {
    var anomalies = history.arrivalAnomalies
    anomalies.formUnion(attempts.anomalies)
    anomalies.formUnion(sides.anomalies)
    if history.deliveries.contains(where: { $0.callback.isOdd }) { anomalies.insert(.unknownStatus) }
    if isLost { anomalies.insert(.lostTerminal) }
    if isImplausible { anomalies.insert(.implausibleTime) }
    if call.outcome == .unknown || call.legs.contains(where: { $0.outcome == .unknown }) {
      anomalies.insert(.unknownOutcome)
    }
    if call.legs.contains(where: { $0.answeredAt != nil && $0.ringingAt == nil && tellsRinging($0) })
    {
      anomalies.insert(.noRinging)
    }
    if usesAttempts, AttemptOutcomes(attempts.attempts, showsProgress: showsProgress).isInferred {
      anomalies.insert(.inferredOutcome)
    }
    return anomalies
  }

  private func tellsRinging(_ leg: Leg) -> Bool {
    leg.party == .agent || !usesAttempts
  }

  /// True where the family that tells of an attempt would have told of its answer.
  func showsProgress(_ attempt: Attempt) -> Bool {
    attempts.progress.contains(attempt.family)
      || facts.showsProgress(attempt.family, on: parties.line?.key, before: attempt.began.time)
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
