import CallModel

/// What sends a callback (`callbacks.md` § 1).
package enum CallbackKind: String, Hashable, Sendable, CaseIterable {
  /// The Connect applet's agent pass-through, with an `EventType`.
  case connectEvent = "connect-event"
  /// The same without an `EventType`, of accounts that send only `Status`.
  case agentStatus = "agent-status"
  /// The Passthru applet after the call.
  case afterCall = "after-call"
  /// The outbound API, with an `EventType`.
  case statusCallback = "status-callback"
  /// The outbound API at the end of a call, without event subscription.
  case defaultPayload = "default-payload"

  package var source: Callback.Source {
    switch self {
    case .connectEvent, .agentStatus, .afterCall: .connect
    case .statusCallback, .defaultPayload: .statusCallback
    }
  }
}

/// By which fields it is known what sends a callback (`callbacks.md` § 1, "Telling them apart").
package enum CallbackSign: Hashable, Sendable, CaseIterable {
  case eventWithAgent, eventWithAgentStatus, eventWithCaller, event
  case callType, agentStatus, otherStatus

  package var kind: CallbackKind {
    switch self {
    case .eventWithAgent, .eventWithAgentStatus, .eventWithCaller: .connectEvent
    case .event: .statusCallback
    case .callType: .afterCall
    case .agentStatus: .agentStatus
    case .otherStatus: .defaultPayload
    }
  }

  /// The reason, for people.
  package var reason: String {
    switch self {
    case .eventWithAgent: "it has an EventType and a DialWhomNumber"
    case .eventWithAgentStatus:
      "it has an EventType, and its Status is busy or free without Legs and DateUpdated"
    case .eventWithCaller: "it has an EventType, and a CallFrom without Legs and DateUpdated"
    case .event: "it has an EventType, and none of the signs of a Connect applet"
    case .callType: "it has a CallType and no EventType"
    case .agentStatus:
      "it has no EventType; its Status is busy or free, with a DialWhomNumber or without Legs and "
        + "DateUpdated"
    case .otherStatus: "it has a Status, but neither EventType nor CallType"
    }
  }
}
