import CallModel

/// A flow's Passthru, and every applet that asks a URL: how far the flow has come so far.
enum FlowReading: FamilyReading {
  static func fits(_ fields: FieldReader) -> Bool {
    guard !fields.isKnown(.eventType) else { return false }
    if fields.isKnown(.callType) || fields.isKnown(.dialCallStatus) { return true }
    guard !fields.isKnown(.status) else { return false }
    return fields.isKnown(.callFrom) || fields.isKnown(.from)
  }

  static func read(_ fields: FieldReader, sid: String) -> Callback {
    read(
      fields, sid: sid, agent: fields.phone(.dialWhomNumber), line: fields.calledLine(last: .to))
  }

  /// The same where the agent and the line have other names.
  static func read(
    _ fields: FieldReader, sid: String, agent: PhoneNumber?, line: Callback.LineName?
  ) -> Callback {
    var callback = Callback(sid: sid, family: .flow, event: .flow)
    callback.end = fields.trueEnd(.endTime, after: .startTime)
    callback.eventTime = fields.time(.currentTime) ?? callback.end
    callback.start = fields.time(.startTime)
    callback.created = fields.time(.created)
    callback.agent = agent
    callback.agentName = fields.text(.agentEmail)
    callback.aliases = [fields.phone(.agentEmail)].compactMap { $0 }
    callback.from = fields.first(.callFrom, .from, read: fields.phone)
    callback.to = fields.first(.to, .callTo, read: fields.phone)
    callback.line = line
    callback.direction = fields.text(.direction)
    callback.way = callback.direction.flatMap(Callback.Way.init(direction:))
    callback.legs = fields.legs()
    setWords(fields.word(.callType), fields.word(.dialCallStatus), &callback)
    return callback
  }

  /// What `CallType` and `DialCallStatus` say together, in whatever spelling of their names they came.
  private static func setWords(_ callType: String?, _ dial: String?, _ callback: inout Callback) {
    if let live = dial.flatMap(liveEvent) {
      callback.event = callback.agent == nil ? .note : live
      return
    }
    let isFinal = dial.map { Leg.Outcome(finalStatus: $0) != nil } ?? false
    switch callType {
    case "completed"?, "incomplete"?, "client-hangup"?, "voicemail"?:
      callback.event = .disposition(callType ?? "")
      callback.dialStatus = isFinal ? dial : nil
      callback.isOdd = dial != nil && !isFinal
    case "call-attempt"?: callback.event = .flow
    case let word?:
      callback.event = .other(word)
      callback.family = nil
    case nil where isFinal:
      callback.event = .disposition(meaning(of: dial ?? ""))
      callback.dialStatus = dial
    case nil: callback.isOdd = dial != nil
    }
  }

  /// What a live word says of the attempt to reach an agent; it ends nothing.
  private static func liveEvent(_ word: String) -> Callback.Event? {
    switch word {
    case "ringing": .ringing
    case "in-progress", "answered": .answered
    case "initiated", "queued": .begin
    default: nil
    }
  }

  /// Exotel's own reports call an agent who could not be reached a missed call.
  static func meaning(of dial: String) -> String {
    switch dial {
    case "completed": "completed"
    case "canceled": "client-hangup"
    default: "incomplete"
    }
  }
}
