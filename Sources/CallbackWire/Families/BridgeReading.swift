import CallModel

/// ExoBridge and LeadAssist: the flow's words under other spellings.
enum BridgeReading: FamilyReading {
  static func fits(_ fields: FieldReader) -> Bool { fields.isKnown(.greenvn) }

  static func read(_ fields: FieldReader, sid: String) -> Callback {
    var callback = FlowReading.read(
      fields, sid: sid, agent: fields.phone(.to), line: fields.toldLine)
    if callback.family != nil { callback.family = .bridge }
    if callback.event.isDisposition {
      callback.talk = fields.duration(.onCallDuration).flatMap { $0 > .zero ? $0 : nil }
    }
    return callback
  }
}
