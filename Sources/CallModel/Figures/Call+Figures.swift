extension Call {
  /// What this call adds to the figures of the window it belongs to.
  func figures(_ rules: CallRules) -> WindowFigures {
    var figures = WindowFigures()
    switch countedWay {
    case .incoming?: figures.callers = callerFigures(rules)
    case .outgoing?: figures.placed = placedFigures
    case nil: break
    }
    return figures
  }

  /// The way by which it is counted among calls; nil for what is in no figure of calls: where the way is
  /// not known, and an agent's leg of ExoML, which is part of a customer's call.
  var countedWay: Callback.Way? { isAgentsLeg ? nil : way }

  /// True unless it goes out, or is an agent's leg.
  var isCallers: Bool { !isOutgoing && !isAgentsLeg }

  /// True for a leg of ExoML that is an agent's.
  package var isAgentsLeg: Bool {
    families.contains(.leg) && !legs.isEmpty && legs.allSatisfy { $0.party == .agent }
  }

  private func callerFigures(_ rules: CallRules) -> CallerFigures {
    var figures = CallerFigures()
    switch column {
    case .answered:
      figures.answered = 1
      if let wait {
        figures.wait = wait
        figures.waits = 1
        figures.inTime = wait <= rules.serviceLevel ? 1 : 0
      }
    case .missed: figures.missed = 1
    case .abandoned:
      figures.abandoned = 1
      figures.shortAbandons = isShort(rules) ? 1 : 0
    case .voicemail: figures.voicemail = 1
    case .ivr: figures.ivr = 1
    case .unknown: figures.unknown = 1
    case .pending: figures.pending = 1
    }
    if !isLive, let talk, talk > .zero {
      figures.talk = talk
      figures.talks = 1
    }
    return figures
  }

  private enum Column { case answered, missed, abandoned, voicemail, ivr, unknown, pending }

  /// The one column in which a caller stands.
  private var column: Column {
    if wasAnswered { return .answered }
    switch outcome {
    case .completed: return .answered
    case .missed, .busy, .failed, .agentMissed: return .missed
    case .abandoned: return .abandoned
    case .voicemail: return .voicemail
    case .ivr: return .ivr
    case .unknown: return .unknown
    case nil: return .pending
    }
  }

  /// True from the second in which an agent answers, or comes to the bridge of the caller's leg.
  package var wasAnswered: Bool {
    let answered = legs.lazy.filter { $0.state == .answered || $0.outcome == .completed }
    return answered.contains { $0.party == .agent }
      || !answered.isEmpty && companions.contains { $0.party == .agent }
  }

  /// The time of the first dial of an agent, else of the first ringing.
  var firstDial: Instant? {
    let agents = legs.lazy.filter { $0.party == .agent }
    return agents.compactMap(\.dialedAt).min() ?? agents.compactMap(\.ringingAt).min()
  }

  private func isShort(_ rules: CallRules) -> Bool {
    let isDialed = legs.contains { $0.party == .agent }
    guard let endedAt, let began = isDialed ? firstDial : startedAt else { return false }
    let span = endedAt - began
    return span >= .zero && span < rules.shortAbandon
  }

  private var placedFigures: PlacedFigures {
    var figures = PlacedFigures()
    if isConnected {
      figures.connected = 1
    } else {
      switch outcome {
      case .completed: figures.connected = 1
      case .missed, .voicemail, .ivr: figures.notPickedUp = 1
      case .busy: figures.busy = 1
      case .failed: figures.failed = 1
      case .abandoned: figures.abandoned = 1
      case .agentMissed: figures.agentMissed = 1
      case .unknown: figures.unknown = 1
      case nil: figures.pending = 1
      }
    }
    if !isLive { figures.talk = talk ?? .zero }
    return figures
  }

  /// Both sides talked; of a call into a flow or to a bot the customer's leg was answered, which any
  /// callback of the flow or of Connect shows.
  private var isConnected: Bool {
    if families.contains(where: { $0 == .flow || $0 == .connect || $0 == .stream || $0 == .bridge })
    {
      return true
    }
    if legs.count > 1 {
      return outcome == .completed
        || legs.allSatisfy { $0.state == .answered || $0.outcome == .completed }
    }
    guard let customer = legs.first, customer.party == .customer else { return false }
    return customer.state == .answered || customer.answeredAt != nil
      || customer.outcome == .completed
  }

  /// True for a caller who is not answered, and who by `moment` cannot be in time any more.
  func lateSince(_ rules: CallRules) -> Instant? {
    guard way == .incoming, isLive, !isUncertain, !wasAnswered, showsProgress else { return nil }
    return dialClock.map { $0 + rules.serviceLevel }
  }
}
