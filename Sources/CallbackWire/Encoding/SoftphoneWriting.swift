import CallModel

/// A softphone that tells of its call: `active`, then `terminal`; the pop-up of a call that comes in is
/// `busy`, then `free`.
struct SoftphoneWriting: FamilyWriting {
  func write(_ callback: Callback, to fields: inout FieldWriter) {
    let isOver = callback.event == .terminal
    fields.put("CallSid", callback.sid)
    fields.put("AppUserID", callback.aliases.first?.text)
    fields.put("VirtualNumber", callback.line?.number.text)
    fields.put("Direction", callback.direction)
    fields.put("CallStatus", callback.rawStatus ?? status(of: callback))
    fields.put("CallState", isOver ? "terminal" : "active")
    fields.put("CallDetail", isOver ? "terminal" : detail(callback.event))
    fields.put("ToNumber", callback.to?.text)
    fields.put("FromNumber", callback.from?.text)
    fields.put("TotalDuration", fields.seconds(callback.talk) ?? "0")
    fields.put("CallRecordings", callback.recordingURL)
    fields.put("DialWhomNumber", callback.agent?.text)
    fields.put("StartTime", fields.zoned(callback.start))
    fields.put("EndTime", fields.zoned(callback.end))
  }

  private func status(of callback: Callback) -> String? {
    callback.event == .over ? "free" : callback.finalWord?.text
  }

  private func detail(_ event: Callback.Event) -> String? {
    switch event {
    case .answered: "answered"
    case .ringing: "ringing"
    case .note: "recording_available"
    case .begin, .over, .dial, .terminal, .flow, .disposition, .stream, .other: nil
    }
  }
}
