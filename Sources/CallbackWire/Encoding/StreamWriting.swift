import CallModel

/// A bot's stream: the event of its start, then what the flow's Passthru tells of its end.
struct StreamWriting: FamilyWriting {
  func write(_ callback: Callback, to fields: inout FieldWriter) {
    let stream = callback.stream ?? Callback.StreamReport()
    guard stream.status != nil else { return writeStart(callback, stream, to: &fields) }
    fields.putApplet(callback, callTo: callback.to)
    fields.put("Stream[StreamSID]", stream.id)
    fields.put("Stream[Status]", stream.status)
    fields.put("Stream[Duration]", fields.seconds(stream.duration))
    fields.put("Stream[RecordingUrl]", callback.recordingURL)
    fields.put("Stream[DisconnectedBy]", stream.endedBy?.rawValue)
    fields.put("Stream[Error]", stream.error)
  }

  private func writeStart(
    _ callback: Callback, _ stream: Callback.StreamReport, to fields: inout FieldWriter
  ) {
    fields.put("EventType", "stream-start")
    fields.put("CallSid", callback.sid)
    fields.put("StreamSid", stream.id)
    fields.put("From", callback.from?.text)
    fields.put("To", callback.to?.text)
    fields.put("Direction", callback.direction)
    fields.add("CurrentTime", fields.plain(callback.eventTime))
  }
}
