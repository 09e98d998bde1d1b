import CallModel

/// The agent pass-through of a Connect applet.
struct ConnectWriting: FamilyWriting {
  let namesEvents: Bool

  func write(_ callback: Callback, to fields: inout FieldWriter) {
    fields.putApplet(callback, callTo: callback.line?.number)
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
