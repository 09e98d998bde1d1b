import CallModel

/// ExoBridge and LeadAssist: the flow's words under other spellings.
struct BridgeWriting: FamilyWriting {
  func write(_ callback: Callback, to fields: inout FieldWriter) {
    fields.put("call_sid", callback.sid)
    fields.put("greenvn", callback.line?.number.text)
    fields.put("from", callback.from?.text)
    fields.put("to", callback.agent?.text)
    fields.add("direction", callback.direction)
    if case .disposition(let word) = callback.event { fields.put("call_type", word) }
    fields.put("dial_call_status", callback.dialStatus ?? live(callback.event))
    fields.put("on_call_duration", fields.seconds(callback.talk) ?? "0")
    fields.put("recording_url", callback.recordingURL)
    fields.put("start_time", fields.plain(callback.start))
    fields.put("current_time", fields.plain(callback.eventTime))
  }

  private func live(_ event: Callback.Event) -> String? {
    switch event {
    case .begin, .dial: "initiated"
    case .ringing: "ringing"
    case .answered: "in-progress"
    case .terminal, .over, .flow, .disposition, .stream, .note, .other: nil
    }
  }
}
