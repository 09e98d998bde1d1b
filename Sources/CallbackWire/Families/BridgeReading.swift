import CallModel

/// ExoBridge and LeadAssist: the flow's words under other spellings.
enum BridgeReading: FamilyReading {
  static func fits(_ fields: FieldReader) -> Bool { fields.isKnown(.greenvn) }

  static func read(_ fields: FieldReader, sid: String) -> Callback {
    var callback = FlowReading.read(fields, sid: sid)
    if callback.family != nil { callback.family = .bridge }
    callback.agent = fields.phone(.to)
    callback.line = fields.phone(.greenvn).map { .init($0, .greenvn) }
    callback.talk = fields.duration(.onCallDuration).flatMap { $0 > .zero ? $0 : nil }
    FlowReading.setWords(fields.word(.callType), fields.word(.dialCallStatus), &callback)
    return callback
  }
}
