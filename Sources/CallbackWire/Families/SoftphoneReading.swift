import CallModel

/// Softphones: in the browser, of Integration Core, IP-PSTN.
enum SoftphoneReading: FamilyReading {
  static func fits(_ fields: FieldReader) -> Bool {
    fields.isKnown(.callState) || newerEvent(fields) != nil
  }

  static func read(_ fields: FieldReader, sid: String) -> Callback {
    if !fields.isKnown(.callState), let event = newerEvent(fields) {
      return event.callback(fields, sid: sid)
    }
    var callback = Callback(sid: sid, family: .softphone, event: .note)
    callback.rawStatus = fields.rawText(.callStatus)
    callback.status = fields.word(.callStatus)
    callback.direction = fields.text(.direction)
    callback.way = callback.direction.flatMap(Callback.Way.init(direction:))
    callback.from = fields.phone(.fromNumber)
    callback.to = fields.phone(.toNumber)
    callback.agent = fields.phone(.dialWhomNumber)
    callback.aliases = [fields.phone(.appUserID)].compactMap { $0 }
    callback.line =
      fields.toldLine ?? (callback.way == .incoming ? fields.line(.toNumber, .to) : nil)
    callback.start = fields.time(.startTime)
    let words = PhoneWords(
      state: fields.word(.callState), detail: fields.word(.callDetail), status: callback.status)
    callback.event = words.event
    callback.finalWord = words.finalWord
    if callback.event == .terminal {
      callback.end = fields.trueEnd(.endTime, after: .startTime)
      callback.eventTime = callback.end
      callback.talk = fields.duration(.totalDuration).flatMap { $0 > .zero ? $0 : nil }
    }
    return callback
  }

  private static func newerEvent(_ fields: FieldReader) -> SoftphoneEvent? {
    guard fields.isKnown(.callSid) else { return nil }
    return fields.word(.event).flatMap(SoftphoneEvent.init(rawValue:))
  }
}

/// The events of the newer softphones, which are documented.
private enum SoftphoneEvent: String {
  case incomingCall = "incoming-call"
  case outboundCall = "outbound-call"
  case ringing = "call-ringing"
  case answered = "call-answered"
  case completed = "call-completed"
  case missed = "call-missed"
  case missedCall = "missed-call"

  func callback(_ fields: FieldReader, sid: String) -> Callback {
    var callback = Callback(
      sid: sid, family: .softphone, event: event, eventTime: fields.time(.timestamp))
    callback.from = fields.phone(.from)
    callback.to = fields.phone(.to)
    callback.direction = fields.text(.direction)
    callback.way = way(told: callback.direction.flatMap(Callback.Way.init(direction:)))
    callback.aliases = [fields.phone(.userID)].compactMap { $0 }
    callback.line = fields.toldLine
    if callback.way == .incoming, let to = callback.to, to.key != callback.line?.number.key {
      callback.agent = to
    }
    if callback.event == .terminal {
      callback.talk = fields.duration(.talkTime).flatMap { $0 > .zero ? $0 : nil }
      callback.end = callback.eventTime
    }
    switch self {
    case .completed: callback.finalWord = .init(.completed)
    case .missed, .missedCall: callback.finalWord = .init(.noAnswer, of: .agent)
    case .incomingCall, .outboundCall, .ringing, .answered: break
    }
    return callback
  }

  private var event: Callback.Event {
    switch self {
    case .incomingCall, .outboundCall: .begin
    case .ringing: .ringing
    case .answered: .answered
    case .completed, .missed, .missedCall: .terminal
    }
  }

  /// `told` is what the direction says.
  private func way(told: Callback.Way?) -> Callback.Way? {
    switch self {
    case .incomingCall: .incoming
    case .outboundCall: .outgoing
    // Only a call that comes in is missed by an agent.
    case .missed, .missedCall: told ?? .incoming
    case .ringing, .answered, .completed: told
    }
  }
}
