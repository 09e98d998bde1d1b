import CallModel

/// The Connect applet's agent pass-through: one set of events per agent dialed.
enum ConnectReading: FamilyReading {
  static func fits(_ fields: FieldReader) -> Bool {
    let isReport = fields.fields.hasLegs || fields.isKnown(.dateUpdated)
    let isAgentStatus = agentEvent(fields) != nil
    if fields.isKnown(.eventType) {
      if fields.isKnown(.dialWhomNumber) { return true }
      return !isReport && (isAgentStatus || fields.isKnown(.callFrom))
    }
    guard isAgentStatus, !fields.isKnown(.callType), !fields.isKnown(.dialCallStatus) else {
      return false
    }
    return (fields.isKnown(.dialWhomNumber) || fields.isKnown(.currentTime))
      && fields.trueEnd(.endTime, after: .startTime) == nil
  }

  static func read(_ fields: FieldReader, sid: String) -> Callback {
    var callback = Callback(
      sid: sid, family: .connect, event: event(fields), eventTime: fields.time(.currentTime))
    callback.rawStatus = fields.rawText(.status)
    callback.status = fields.word(.status)
    callback.agent = fields.phone(.dialWhomNumber)
    callback.agentName = fields.text(.agentEmail)
    callback.aliases = [fields.phone(.agentEmail)].compactMap { $0 }
    callback.from = fields.first(.callFrom, .from, read: fields.phone)
    callback.to = fields.first(.to, .callTo, read: fields.phone)
    callback.line = fields.calledLine(last: .to)
    callback.created = fields.time(.created)
    callback.start = fields.time(.startTime)
    callback.end = fields.trueEnd(.endTime, after: .startTime)
    callback.direction = fields.text(.direction)
    // The published sample has `outbound-dial` of a caller who called in.
    callback.way =
      callback.direction.flatMap(Callback.Way.init(direction:)) == .incoming
      ? .incoming : nil
    callback.showsConversation =
      callback.event == .terminal
      && (fields.isKnown(.recordingURL) || fields.isKnown(.recordingAvailableBy))
    if let word = oddEvent(fields) { callback.isOdd = callback.event != .other(word) }
    if let status = callback.status, status != "busy", status != "free" { callback.isOdd = true }
    return callback
  }

  private static func event(_ fields: FieldReader) -> Callback.Event {
    guard fields.isKnown(.eventType) else { return agentEvent(fields) ?? .other("") }
    if let event = fields.fields.read(.eventType, FieldValue.event) { return event }
    // Whatever is told, the agent is free.
    if fields.word(.status) == "free" { return .terminal }
    return .other(fields.rawText(.eventType) ?? "")
  }

  /// An `EventType` that is none of the four.
  private static func oddEvent(_ fields: FieldReader) -> String? {
    guard fields.isKnown(.eventType), fields.fields.read(.eventType, FieldValue.event) == nil else {
      return nil
    }
    return fields.rawText(.eventType)
  }

  /// What an agent's `busy` or `free` says where there is no event; nil for any other status.
  private static func agentEvent(_ fields: FieldReader) -> Callback.Event? {
    switch fields.word(.status) {
    case "busy": .dial
    case "free": .terminal
    default: nil
    }
  }
}
