import CallModel

/// What a field means in a callback of its kind (`callbacks.md` § 1), and what stands in it.
struct FieldMeaning {
  enum Content {
    case text
    /// One of these words, in any spelling.
    case word(Set<String>)
    case phone, time, duration
    /// A duration of which zero is not known.
    case ringing
  }

  let words: String
  /// Nil where it is only kept.
  let content: Content?

  /// True where the board makes something of it.
  var isRead: Bool { content != nil }

  init(_ words: String, _ content: Content?) {
    self.words = words
    self.content = content
  }

  typealias Known = (callback: Callback, sign: CallbackSign)

  /// Nil for a field that nobody knows; `known` is nil where the callback is not understood.
  init?(_ name: String, in known: Known?) {
    if name.hasPrefix("Legs[") {
      self.init(leg: name, in: known)
      return
    }
    let isConnect = known.map { [.connect, .flow, .bridge].contains($0.callback.family) } ?? false
    if let meaning = Self.own(name, known)
      ?? (isConnect ? Self.ofConnect[name] : Self.ofStatus[name])
      ?? Self.common[name]
    {
      self = meaning
    } else if let words = Self.kept[name] {
      self.init(words, nil)
    } else {
      return nil
    }
  }

  static let events: Set = ["dial", "ringing", "answered", "terminal"]
  static let callTypes: Set = [
    "completed", "incomplete", "client-hangup", "voicemail", "call-attempt",
  ]
  static let ends: Set = ["completed", "busy", "failed", "no-answer", "canceled"]
  static let statuses = ends.union(["queued", "ringing", "in-progress"])

  /// What depends on the kind of the callback, or on its event.
  private static func own(_ name: String, _ known: Known?) -> FieldMeaning? {
    guard let (callback, sign) = known else { return nil }
    switch (name, sign.kind) {
    case ("Status", .connectEvent), ("Status", .agentStatus):
      return FieldMeaning(
        "busy: the agent is being called or talks; free: the attempt to reach them is over",
        .word(["busy", "free"]))
    case ("Status", .afterCall):
      return FieldMeaning("the status of the call", .word(statuses.union(["busy", "free"])))
    case ("Status", .defaultPayload):
      return FieldMeaning("how the call ended; busy: the line was busy", .word(ends))
    case ("Status", .statusCallback) where callback.event == .terminal:
      return FieldMeaning("how the call ended", .word(ends))
    case ("Status", .statusCallback):
      return FieldMeaning("not final before the terminal event", .word(statuses))
    case ("DialCallStatus", .afterCall):
      return FieldMeaning("how the dialing of agents ended", .word(ends))
    case ("DialWhomNumber", .afterCall):
      return FieldMeaning("the agent that was dialed last", .phone)
    default: return nil
    }
  }

  private static let common: [String: FieldMeaning] = [
    "CallSid": .init("the id of the call", .text),
    "EventType": .init("what has happened", .word(events)),
    "CallType": .init("how the call ended", .word(callTypes)),
    "Status": .init("the status of the call, or of an agent", .text),
    "DialWhomNumber": .init("the agent that is dialed", .phone),
    "AgentEmail": .init("the agent's name", .text),
    "PhoneNumberSid": .init("the ExoPhone", .phone),
    "Direction": .init("who called whom", .text),
    "RecordingUrl": .init("where the recording is", .text),
    "CustomField": .init("what the application gave along", .text),
    "ConversationDuration": .init("seconds that both talked", .duration),
    "DateUpdated": .init("when the call changed last", .time),
    "StartTime": .init("when the call began", .time),
    "EndTime": .init("when the call ended", .time),
  ]

  private static let ofConnect: [String: FieldMeaning] = [
    "CallFrom": .init("the caller", .phone),
    "From": .init("the caller", .phone),
    "CallTo": .init("the ExoPhone", .phone),
    "To": .init("the ExoPhone", .phone),
    "Created": .init("when the call came in", .time),
    "CurrentTime": .init("when this happened", .time),
  ]

  private static let ofStatus: [String: FieldMeaning] = [
    "From": .init("leg 1, which is rung first", .phone),
    "To": .init("leg 2", .phone),
    "CallFrom": .init("leg 1, which is rung first", .phone),
    "CallTo": .init("leg 2", .phone),
    "DateCreated": .init("when the call was asked for", .time),
    "EventTime": .init("when this happened", .time),
  ]

  /// What Exotel documents, or sends, and the board has no use for.
  private static let kept: [String: String] = [
    "Created": "when the call was asked for", "CurrentTime": "when this was sent",
    "DateCreated": "when the call began", "EventTime": "when this happened",
    "DialCallStatus": "how the dialing of agents ended",
    "DialCallDuration": "seconds from the dial to the end, ringing included: no talk time",
    "CallStatus": "the status of the call", "ForwardedFrom": "the number it was forwarded from",
    "digits": "keys that the caller pressed", "OutgoingPhoneNumber": "the number that was shown",
    "ProcessStatus": "how far the recording is",
    "RecordingAvailableBy": "when the recording will be there",
    "flow_id": "the flow of the call", "tenant_id": "the account",
    "passthru": "the query once more: not looked into", "key": "the listener's secret",
    "Legs": "the legs; none is told", "AccountSid": "the account",
    "ParentCallSid": "the call that this one belongs to",
    "Price": "what the call cost", "Uri": "the address of the call in the API",
  ]
}

extension FieldMeaning {
  /// `Legs[0][Status]`: a leg of a StatusCallback, or a dialed destination after the call.
  private init?(leg name: String, in known: Known?) {
    guard let end = name.firstIndex(of: "]"), let index = Int(name[..<end].dropFirst(5)) else {
      return nil
    }
    let part = name[end...].dropFirst()
    let isDestination = known?.sign.kind == .afterCall
    let who = (isDestination ? "destination" : "leg") + " \(index + 1)"
    switch part {
    case "": self.init(who, .text)
    case "[Status]", "[Insights][Status]":
      let isOver = known?.callback.event == .terminal || isDestination
      self.init(
        "\(who): how it \(isOver ? "ended" : "stands")", .word(isOver ? Self.ends : Self.statuses))
    case "[OnCallDuration]": self.init("\(who): seconds on the call", .duration)
    case "[RingingDuration]", "[Insights][RingingDuration]":
      self.init("\(who): seconds it rang", .ringing)
    case "[Number]": self.init("\(who): its number", isDestination ? .phone : nil)
    case "[CauseCode]": self.init("\(who): why it ended", isDestination ? .text : nil)
    default:
      guard let words = Self.legParts[String(part)] else { return nil }
      self.init("\(who): \(words)", nil)
    }
  }

  private static let legParts: [String: String] = [
    "[AnsweredBy]": "who answered", "[Type]": "what kind of line",
    "[CallerId]": "what it was shown",
    "[Cause]": "the cause as the network has it", "[Insights]": "more about it",
    "[Insights][DetailedStatus]": "how it stands, in detail",
  ]
}
