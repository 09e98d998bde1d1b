import CallModel

/// The contact centre: nested objects, as JSON has them.
struct ContactCentreWriting: FamilyWriting {
  func write(_ callback: Callback, to fields: inout FieldWriter) {
    let isOver = callback.event == .terminal
    let user = callback.aliases.first
    func call(_ name: String) -> String { "call_details[\(name)]" }
    fields.put("event_details[event_type]", event(callback.event))
    fields.put(call("call_sid"), callback.sid)
    fields.put(call("call_state"), isOver ? "terminal" : "active")
    fields.put(call("call_status"), callback.rawStatus ?? callback.finalWord?.text)
    fields.put(call("direction"), callback.direction)
    fields.put(call("virtual_number"), callback.line?.number.text)
    fields.put(call("start_time"), fields.zoned(callback.start))
    fields.put(call("end_time"), fields.zoned(callback.end))
    fields.put(call("total_talk_time"), fields.seconds(callback.talk) ?? "0")
    fields.put(call("recordings"), callback.recordingURL)
    fields.put(call("custom_field"), callback.customField)
    fields.put(call("assigned_agent_details][user_id"), user?.text)
    fields.put(call("assigned_agent_details][user_name"), callback.agentName)
    fields.put(
      call("assigned_agent_details][contact_uri"),
      callback.agent == user ? nil : callback.agent?.text)
    fields.put(call("customer_details][contact_uri"), callback.customer?.text)
  }

  private func event(_ event: Callback.Event) -> String? {
    switch event {
    case .ringing: "ringing"
    case .answered: "answered"
    case .terminal: "terminal"
    case .begin, .over, .dial, .flow, .disposition, .stream, .note, .other: nil
    }
  }
}
