/// Makes a call from the set of its callbacks and now (`board.md` § 1). No clock, no state.
struct CallFold {
  let history: CallHistory
  let rules: CallRules
  let roster: Roster
  var connect: ConnectFlow
  let status: StatusFlow
  /// True when the legs of the call are the attempts, false when they are those of the
  /// StatusCallbacks.
  let isConnect: Bool
  let source: Call.Source
  let startedAt: Instant
  /// True once a phase was longer than can be.
  private var sawTooLong = false

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
    _ history: CallHistory, now: Instant, rules: CallRules, roster: Roster
  ) -> Call? {
    guard let first = history.deliveries.first else { return nil }
    var fold = CallFold(history, first: first, rules: rules, roster: roster)
    return fold.make(now: now, first: first)
  }

  private init(_ history: CallHistory, first: Delivery, rules: CallRules, roster: Roster) {
    self.history = history
    self.rules = rules
    self.roster = roster
    let connected = history.deliveries.filter { $0.callback.source == .connect }
    let reported = history.deliveries.filter { $0.callback.source == .statusCallback }
    connect = ConnectFlow(connected)
    status = StatusFlow(reported)
    source = reported.isEmpty ? .connect : connected.isEmpty ? .statusCallback : .both
    isConnect = !connected.isEmpty && (reported.isEmpty || !connect.attempts.isEmpty)
    startedAt = history.deliveries.reduce(first.time) { earliest, delivery in
      let start = min(delivery.time, delivery.callback.start ?? delivery.time)
      return min(earliest, start, delivery.callback.created ?? start)
    }
  }

  private mutating func make(now: Instant, first: Delivery) -> Call? {
    let stale = lastHeard + rules.staleAfter
    var lost = false
    var standing = isConnect ? connectStanding(now: min(now, stale)) : statusStanding()
    if case .live(let state, _, _) = standing {
      let limit = state == .talking ? lastHeard + rules.talkLimit : stale
      lost = now >= limit
      standing =
        lost ? .ended(End(time: nil, clock: limit, outcome: .unknown)) : standing.until(limit)
    }
    if isConnect, case .ended(let end) = standing {
      connect.closeAll(at: end.time, clock: end.clock, cause: lost ? .silence : .callEnd)
    }
    var call = Call(
      sid: first.callback.sid, source: source, state: .waiting, startedAt: startedAt,
      clock: startedAt)
    fillIdentity(&call)
    place(standing, into: &call)
    call.legs = isConnect ? connectLegs(call) : statusLegs(call)
    fillTimes(&call)
    call.anomalies = anomalies(of: call, lost: lost)
    call.callbackCount = history.deliveries.count
    call.duplicates = history.duplicates
    call.believedStart = believedStart
    return call
  }

  /// When the call was last heard of, as live clocks count.
  private var lastHeard: Instant {
    history.deliveries.reduce(history.deliveries[0].clock) { max($0, $1.clock) }
  }

  /// `startedAt` where the first arrival makes it believable, else the earliest believed event.
  private var believedStart: Instant {
    let deliveries = history.deliveries
    let believer = deliveries.min { $0.arrivedAt < $1.arrivedAt }
    if let believer, believer.isBelievable(startedAt) { return startedAt }
    return deliveries.reduce(deliveries[0].clock) { min($0, $1.clock) }
  }

  private func fillIdentity(_ call: inout Call) {
    for delivery in history.deliveries {
      call.from = call.from ?? delivery.callback.from
      call.to = call.to ?? delivery.callback.to
      call.virtualNumber = call.virtualNumber ?? delivery.callback.virtualNumber
      call.direction = call.direction ?? delivery.callback.direction
      call.recordingURL = delivery.callback.recordingURL ?? call.recordingURL
      call.customField = delivery.callback.customField ?? call.customField
    }
    call.status = status.end?.rawStatus
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
      call.outcome = end.outcome
    }
  }

  /// A length as far as it can be; that it cannot is remembered.
  mutating func known(_ length: PhaseLength) -> Duration? {
    if length.isTooLong { sawTooLong = true }
    return length.duration
  }

  private mutating func fillTimes(_ call: inout Call) {
    if isConnect {
      call.answeredAt = connect.attempts.compactMap { $0.answered?.time }.min()
      call.talk = known(connectTalk)
    } else {
      call.answeredAt = status.sides[1].answered?.time
      call.talk = call.isLive ? nil : known(status.talk(until: call.endedAt))
    }
    let agents = call.legs.filter { $0.party == .agent }
    let answer = agents.compactMap(\.answeredAt).min()
    call.wait = known(PhaseLength(from: agents.first?.dialedAt, to: answer))
    let over = call.answeredAt ?? (call.talk == nil ? call.endedAt : nil)
    call.ring = known(PhaseLength(from: call.legs.compactMap(\.ringingAt).min(), to: over))
  }

  /// What a StatusCallback reports, else the sum of the attempts' talk.
  private var connectTalk: PhaseLength {
    let reported = PhaseLength(status.conversation)
    guard reported.duration == nil else { return reported.aboveZero }
    let talks = connect.attempts.compactMap(\.talk.duration)
    return reported.or(PhaseLength(talks.isEmpty ? nil : talks.reduce(.zero, +)))
  }

  private func anomalies(of call: Call, lost: Bool) -> AnomalySet {
    var anomalies = history.arrivalAnomalies
    anomalies.formUnion(connect.anomalies)
    anomalies.formUnion(status.anomalies)
    if lost { anomalies.insert(.lostTerminal) }
    if sawTooLong { anomalies.insert(.implausibleTime) }
    if call.outcome == .unknown || call.legs.contains(where: { $0.outcome == .unknown }) {
      anomalies.insert(.unknownOutcome)
    }
    if call.legs.contains(where: { $0.answeredAt != nil && $0.ringingAt == nil }) {
      anomalies.insert(.noRinging)
    }
    if !isConnect, !call.isLive, status.hasLegs,
      status.sides.indices.contains(where: { status.outcome(of: $0).isOddWord })
    {
      anomalies.insert(.unknownStatus)
    }
    return anomalies
  }
}

extension CallFold.Standing {
  /// The same, with a deadline that is not after `limit`.
  fileprivate func until(_ limit: Instant) -> Self {
    switch self {
    case .live(let state, let clock, let deadline):
      .live(state, clock: clock, deadline: min(deadline, limit))
    case .ended: self
    }
  }
}
