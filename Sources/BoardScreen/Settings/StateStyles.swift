import CallModel

extension Style {
  /// Tells amber and red apart where there are no colours, behind the word: `ringing!`, `ringing!!`.
  var mark: String {
    switch role {
    case .amber: "!"
    case .red: "!!"
    default: ""
    }
  }
}

extension ScreenSettings {
  /// The style of a call's state, by its age where that matters: of a call that goes out it matters
  /// less, of one that nobody is sure of and of one with a bot not at all.
  func style(_ call: Call, now: Instant) -> Style {
    let since = call.isUncertain || call.isWithBot ? nil : call.clock
    switch call.state {
    case .ended: return Style(.muted, dim: true)
    case _ where call.isCalling: return Style(.dialing)
    case .ringing:
      let thresholds = call.isOutgoing ? outgoing : ringing
      return Style(thresholds.role(since, now: now, calm: .ringing), bold: !call.isUncertain)
    case .dialing: return Style(.dialing)
    case .waiting:
      let role = waiting.role(call.isOutgoing ? nil : since, now: now, calm: .waiting)
      return Style(role, bold: role != .waiting)
    case .talking:
      let role = talking?.role(call.clock, now: now, calm: .talking) ?? .talking
      return Style(role, bold: role != .talking)
    }
  }

  func style(_ agent: Agent, now: Instant) -> Style {
    style(agent.activity, since: agent.since, now: now)
  }

  /// Of what an agent has done since then.
  func style(_ activity: Agent.Activity, since: Instant?, now: Instant) -> Style {
    switch activity {
    case .ringing: Style(ringing.role(since, now: now, calm: .ringing), bold: true)
    case .dialing, .calling: Style(.dialing)
    case .talking: Style(talking?.role(since, now: now, calm: .talking) ?? .talking)
    case .idle: Style(.idle)
    }
  }
}
