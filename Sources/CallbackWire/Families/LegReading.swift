import CallModel

/// A leg of the new platform (ExoML): a call with one leg.
enum LegReading: FamilyReading {
  static func fits(_ fields: FieldReader) -> Bool {
    fields.isKnown(.eventSid) && fields.isKnown(.legSid)
  }

  static func read(_ fields: FieldReader, sid: String) -> Callback {
    var callback = Callback(
      sid: sid, family: .leg, event: .note, eventTime: fields.time(.eventTimestamp))
    callback.customer = fields.phone(.legContact)
    callback.line = fields.line(.legExophone, .exophone) ?? fields.toldLine
    callback.direction = fields.text(.legDirection)
    callback.way = callback.direction.flatMap(Callback.Way.init(direction:))
    callback.start = fields.time(.legStart)
    callback.bridge = fields.text(.legBridge)
    switch fields.word(.eventName) {
    case "leg-connecting"?: callback.event = .dial
    case "leg-ringing"?: callback.event = .ringing
    case "leg-answered"?: callback.event = .answered
    case "leg-terminated"?, "leg-terminal"?: end(fields, &callback, word: "completed")
    case "leg-joined-bridge"?: callback.bridgeStep = .joins
    case "leg-left-bridge"?: callback.bridgeStep = .leaves
    case "leg-failed-to-create"?: end(fields, &callback, word: "failed")
    default: break
    }
    return callback
  }

  /// `word` stands where none is told.
  private static func end(_ fields: FieldReader, _ callback: inout Callback, word: String) {
    callback.event = .terminal
    callback.end = fields.trueEnd(.legEnd, after: .legStart)
    callback.rawStatus = fields.rawText(.legTerminalStatus)
    callback.status =
      fields.word(.legTerminalStatus) ?? (word == "failed" ? word : nil)
  }
}
