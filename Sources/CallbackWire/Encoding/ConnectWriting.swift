import CallModel

/// The agent pass-through of a Connect applet.
struct ConnectWriting: FamilyWriting {
  let namesEvents: Bool

  func write(_ callback: Callback, to fields: inout FieldWriter) {
    fields.put("CallSid", callback.sid)
    fields.put("CallFrom", callback.from?.text)
    fields.put("CallTo", callback.line?.number.text)
    fields.put("Direction", callback.direction)
    fields.put("Created", fields.plain(callback.created))
    fields.put("From", callback.from?.text)
    fields.put("To", callback.to?.text)
    fields.put("CurrentTime", fields.plain(callback.eventTime))
    fields.put("DialWhomNumber", callback.agent?.text)
    fields.put("Status", callback.rawStatus)
    if namesEvents { fields.put("EventType", event(callback.event)) }
    fields.add("AgentEmail", callback.agentName)
    fields.add("RecordingUrl", callback.recordingURL)
    fields.add("CustomField", callback.customField)
  }

  private func event(_ event: Callback.Event) -> String? {
    switch event {
    case .dial, .begin: "Dial"
    case .ringing: "Ringing"
    case .answered: "Answered"
    case .terminal, .over: "Terminal"
    case .other(let word): word
    case .flow, .disposition, .stream, .note: nil
    }
  }
}
