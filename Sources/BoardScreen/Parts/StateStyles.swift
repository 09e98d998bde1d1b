import CallModel

extension ScreenSettings {
  /// The style of a call's state, by its age where that matters.
  func style(_ call: Call, now: Instant) -> Style {
    switch call.state {
    case .ringing:
      let role = ringing.role(call.clock, now: now, calm: .ringing)
      return Style(role, bold: true)
    case .dialing: return Style(.dialing)
    case .waiting:
      let role = waiting.role(call.clock, now: now, calm: .waiting)
      return Style(role, bold: role != .waiting)
    case .talking:
      let role = talking?.role(call.clock, now: now, calm: .talking) ?? .talking
      return Style(role, bold: role != .talking)
    case .ended: return Style(.muted, dim: true)
    }
  }

  func style(_ agent: Agent, now: Instant) -> Style {
    style(agent.activity, since: agent.since, now: now)
  }

  /// Of what an agent has done since then.
  func style(_ activity: Agent.Activity, since: Instant?, now: Instant) -> Style {
    switch activity {
    case .ringing: Style(ringing.role(since, now: now, calm: .ringing), bold: true)
    case .dialing: Style(.dialing)
    case .talking: Style(talking?.role(since, now: now, calm: .talking) ?? .talking)
    case .idle: Style(.idle)
    }
  }
}
