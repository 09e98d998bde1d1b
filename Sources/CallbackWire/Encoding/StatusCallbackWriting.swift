import CallModel

/// The StatusCallback: an event of one leg, or of the end. What names nobody is the default payload.
struct StatusCallbackWriting: FamilyWriting {
  func write(_ callback: Callback, to fields: inout FieldWriter) {
    let isOver = callback.event == .terminal
    fields.put("CallSid", callback.sid)
    guard callback.from != nil || callback.to != nil else {
      fields.put("DateUpdated", fields.plain(callback.eventTime))
      fields.put("Status", callback.rawStatus)
      fields.put("RecordingUrl", callback.recordingURL)
      return
    }
    fields.put("EventType", event(callback.event))
    fields.put("DateCreated", fields.plain(callback.created))
    fields.put("DateUpdated", fields.plain(callback.eventTime))
    fields.put("Status", callback.rawStatus)
    fields.put("To", callback.to?.text)
    fields.put("From", callback.from?.text)
    fields.put("PhoneNumberSid", callback.line?.number.text)
    fields.put("StartTime", fields.plain(callback.start))
    fields.put("EndTime", fields.plain(callback.end))
    fields.put("EventTime", fields.plain(callback.eventTime))
    fields.put("Direction", callback.direction)
    fields.put("RecordingUrl", callback.recordingURL)
    fields.put("ConversationDuration", fields.seconds(callback.conversation))
    fields.add("CustomField", callback.customField)
    fields.add("DisconnectedBy", callback.hungUpBy?.rawValue)
    for leg in callback.legs { write(leg, isOver: isOver, to: &fields) }
  }

  /// At the end the ringing that nobody was told of is zero.
  private func write(_ leg: Callback.LegReport, isOver: Bool, to fields: inout FieldWriter) {
    let name = "Legs[\(leg.index)]"
    fields.put("\(name)[OnCallDuration]", fields.seconds(leg.onCall))
    fields.add("\(name)[RingingDuration]", fields.seconds(leg.ringing) ?? (isOver ? "0" : nil))
    fields.put("\(name)[Status]", leg.status)
    fields.add("\(name)[AnsweredBy]", leg.answeredBy?.rawValue)
  }

  private func event(_ event: Callback.Event) -> String? {
    switch event {
    case .ringing: "ringing"
    case .answered: "answered"
    case .terminal, .over: "terminal"
    case .other(let word): word
    case .dial, .begin, .flow, .disposition, .stream, .note: nil
    }
  }
}
