import CallModel

/// A leg of the new platform (ExoML). Times are told in UTC, with their milliseconds.
struct LegWriting: FamilyWriting {
  func write(_ callback: Callback, to fields: inout FieldWriter) {
    let event = event(of: callback)
    fields.put("event_sid", "\(callback.sid)-\(event)")
    fields.put("event_type", "leg_lifecycle_event")
    fields.put("event_name", event)
    fields.put("event_timestamp", fields.utc(callback.eventTime))
    fields.put("data[leg_sid]", callback.sid)
    fields.put("data[contact_uri]", callback.customer?.text)
    fields.put("data[exophone]", callback.line?.number.text)
    fields.put("data[direction]", callback.direction)
    fields.add("data[start_time]", fields.utc(callback.start))
    fields.add("data[bridge_sid]", callback.bridge)
    guard callback.event == .terminal else { return }
    fields.put("data[terminal_status]", callback.rawStatus)
    fields.put("data[end_time]", fields.utc(callback.end))
  }

  private func event(of callback: Callback) -> String {
    switch callback.event {
    case .dial, .begin: "leg_connecting"
    case .ringing: "leg_ringing"
    case .answered: "leg_answered"
    case .terminal, .over: "leg_terminated"
    case .flow, .disposition, .stream, .note, .other:
      switch callback.bridgeStep {
      case .joins?: "leg_joined_bridge"
      case .leaves?: "leg_left_bridge"
      case nil: "play_started"
      }
    }
  }
}
