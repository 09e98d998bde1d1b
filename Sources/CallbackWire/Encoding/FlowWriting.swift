import CallModel

/// What the applets of a flow ask a URL. Only a Passthru tells when the call began, and by a `CallType`
/// how far it has come.
struct FlowWriting: FamilyWriting {
  let namesCallTypes: Bool

  /// How an end is told that is not known.
  private static let never = "1970-01-01 05:30:00"

  func write(_ callback: Callback, to fields: inout FieldWriter) {
    fields.putApplet(callback, callTo: callback.line?.number)
    writeWords(of: callback, to: &fields)
    if callback.start != nil || callback.event.isDisposition {
      fields.put("StartTime", fields.plain(callback.start))
      fields.put("EndTime", fields.plain(callback.end) ?? Self.never)
    }
    fields.add("DialWhomNumber", callback.agent?.text)
    fields.add("digits", callback.digits)
    for leg in callback.legs { write(leg, to: &fields) }
    if callback.recordingURL != callback.voicemailURL {
      fields.add("RecordingUrl", callback.recordingURL)
    }
    fields.add("VoicemailUrl", callback.voicemailURL)
    fields.add("CustomField", callback.customField)
    fields.add("DisconnectedBy", callback.hungUpBy?.rawValue)
  }

  private func writeWords(of callback: Callback, to fields: inout FieldWriter) {
    switch callback.event {
    case .disposition(let word):
      let isTold = callback.dialStatus.map { FlowReading.meaning(of: $0) == word } ?? false
      if namesCallTypes || !isTold { fields.put("CallType", word) }
      fields.put("DialCallStatus", callback.dialStatus)
    case .flow:
      guard callback.start != nil else { return }
      fields.put("CallType", "call-attempt")
      fields.put("DialCallStatus", nil)
    case .begin, .dial: fields.put("DialCallStatus", "initiated")
    case .ringing: fields.put("DialCallStatus", "ringing")
    case .answered: fields.put("DialCallStatus", "in-progress")
    case .other(let word): fields.put("CallType", word)
    case .terminal, .over, .stream, .note: break
    }
  }

  private func write(_ leg: Callback.LegReport, to fields: inout FieldWriter) {
    let name = "Legs[\(leg.index)]"
    fields.add("\(name)[Number]", leg.number?.text)
    fields.add("\(name)[Type]", "single")
    fields.add("\(name)[OnCallDuration]", fields.seconds(leg.onCall))
    fields.add("\(name)[Status]", leg.status)
    fields.add("\(name)[CauseCode]", leg.causeCode)
  }
}
