import CallModel

/// The StatusCallback of the outbound API: events per leg, and the default payload at the end.
enum StatusCallbackReading: FamilyReading {
  static func fits(_ fields: FieldReader) -> Bool {
    fields.isKnown(.eventType) || fields.isKnown(.status)
  }

  static func read(_ fields: FieldReader, sid: String) -> Callback {
    var callback = Callback(sid: sid, family: .statusCallback, event: event(fields))
    let isEnd = callback.event == .terminal
    callback.rawStatus = fields.rawText(.status)
    callback.status = fields.word(.status)
    callback.created = fields.time(.dateCreated)
    callback.start = fields.time(.startTime)
    let end = fields.trueEnd(.endTime, after: .startTime)
    callback.end = end
    callback.eventTime =
      fields.time(.eventTime) ?? (isEnd ? end : nil) ?? fields.time(.dateUpdated)
    callback.from = fields.first(.from, .callFrom, read: fields.phone)
    callback.to = fields.first(.to, .callTo, read: fields.phone)
    callback.direction = fields.text(.direction)
    callback.way = callback.direction.flatMap(Callback.Way.init(direction:))
    // Whom a call goes to is no line.
    let called = callback.way == .incoming ? callback.to : nil
    callback.line = fields.toldLine ?? called.map { .init($0, .to) }
    callback.legs = fields.legs()
    if isEnd { callback.conversation = fields.duration(.conversationDuration) }
    if case .other = callback.event { callback.isOdd = true }
    return callback
  }

  /// Without an event only a final word ends a call; a live one keeps it live.
  private static func event(_ fields: FieldReader) -> Callback.Event {
    if fields.isKnown(.eventType) {
      return fields.fields.read(.eventType, FieldValue.event)
        ?? .other(fields.rawText(.eventType) ?? "")
    }
    let word = fields.word(.status) ?? ""
    if Call.Outcome(finalStatus: word) != nil { return .terminal }
    switch word {
    case "queued", "initiated", "ringing", "in-progress", "answered": return .note
    default: return .other(word)
    }
  }
}
