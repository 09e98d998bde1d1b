import CallModel

/// What sends a callback (`families.md` § 3).
package enum CallbackKind: String, Hashable, Sendable, CaseIterable {
  /// The Connect applet's agent pass-through, with an `EventType`.
  case connectEvent = "connect-event"
  /// The same without an `EventType`, of accounts that send only `Status`.
  case agentStatus = "agent-status"
  /// A flow's request: nobody was dialed yet, or somebody is being dialed.
  case flowRequest = "flow-request"
  /// The Passthru applet after the call.
  case afterCall = "after-call"
  /// The outbound API, with an `EventType`.
  case statusCallback = "status-callback"
  /// The outbound API at the end of a call, without event subscription.
  case defaultPayload = "default-payload"
  case softphone
  case contactCentre = "contact-centre"
  case stream, leg, bridge, campaign
  /// It is about the lines, and names no call.
  case heartbeat
  /// It names a call, and says nothing that is understood.
  case unknown
}

/// By which fields it is known what sends a callback.
package struct CallbackSign: Hashable, Sendable {
  package let kind: CallbackKind
  /// The reason, for people.
  package let reason: String

  /// Of a callback that was made of these fields.
  init(_ callback: Callback, hasEventType: Bool) {
    kind = Self.kind(callback, hasEventType)
    reason =
      callback.family == nil && callback.event != .other("")
      ? "it names a call, and its CallType is a word that Exotel does not document"
      : Self.reason(kind)
  }

  /// Of what is about no call.
  static let heartbeat = CallbackSign(.heartbeat)

  private init(_ kind: CallbackKind) {
    self.kind = kind
    reason = Self.reason(kind)
  }

  private static func kind(_ callback: Callback, _ hasEventType: Bool) -> CallbackKind {
    switch callback.family {
    case .connect?: hasEventType ? .connectEvent : .agentStatus
    case .flow?: callback.event.isDisposition ? .afterCall : .flowRequest
    case .statusCallback?: hasEventType ? .statusCallback : .defaultPayload
    case .softphone?: .softphone
    case .contactCentre?: .contactCentre
    case .stream?: .stream
    case .leg?: .leg
    case .bridge?: .bridge
    case .campaign?: .campaign
    case nil: .unknown
    }
  }

  private static func reason(_ kind: CallbackKind) -> String {
    switch kind {
    case .connectEvent:
      "it has an EventType, and a DialWhomNumber, a Status of busy or free, or a CallFrom without "
        + "Legs and DateUpdated"
    case .agentStatus:
      "it has no EventType; its Status is busy or free, with a DialWhomNumber or a CurrentTime"
    case .flowRequest: "it names a caller, and no final CallType or DialCallStatus"
    case .afterCall: "it has a final CallType or DialCallStatus, and no EventType"
    case .statusCallback: "it has an EventType, and none of the signs of a Connect applet"
    case .defaultPayload: "it has a Status, but neither EventType nor CallType"
    case .softphone: "it has a CallState, or an event of a softphone"
    case .contactCentre: "it has call_details"
    case .stream: "it has a Stream, or an EventType that begins with stream-"
    case .leg: "it has an event_sid and a data.leg_sid"
    case .bridge: "it has a greenvn"
    case .campaign: "it has a campaign_sid beside the call's sid"
    case .heartbeat: "it has a status_type, and names no call"
    case .unknown: "it names a call, and has none of the fields by which the families are known"
    }
  }
}
