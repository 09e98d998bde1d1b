import CallModel

/// A bot's stream: it talks, or has talked, with the caller.
enum StreamReading: FamilyReading {
  private static let prefix = "stream-"
  private static let stop = prefix + "stop"

  static func fits(_ fields: FieldReader) -> Bool {
    if let event = fields.word(.eventType), event.hasPrefix(prefix) { return true }
    return fields.fields.hasStream && !fields.isKnown(.callType) && !fields.isKnown(.dialCallStatus)
  }

  static func read(_ fields: FieldReader, sid: String) -> Callback {
    var callback = Callback(
      sid: sid, family: .stream, event: .stream, eventTime: fields.time(.currentTime))
    callback.from = fields.first(.callFrom, .from, read: fields.phone)
    callback.to = fields.first(.to, .callTo, read: fields.phone)
    callback.direction = fields.text(.direction)
    callback.way = callback.direction.flatMap(Callback.Way.init(direction:))
    callback.created = fields.time(.created)
    callback.start = fields.time(.startTime)
    callback.line = fields.calledLine(last: callback.way == .outgoing ? .from : .to)
    return callback
  }

  /// What any request tells of a stream; nil where it tells of none.
  static func report(_ fields: FieldReader) -> Callback.StreamReport? {
    guard fields.fields.hasStream else { return nil }
    var report = Callback.StreamReport(
      id: fields.first(.streamStreamSid, .streamSid, read: fields.text))
    let word = fields.word(.streamStatus)
    report.status = word.flatMap { ["completed", "failed", "canceled"].contains($0) ? $0 : nil }
    report.hasStopped = fields.word(.eventType) == stop
    report.duration = fields.duration(.streamDuration)
    report.endedBy = fields.hungUpBy(.streamDisconnectedBy)
    report.error = fields.first(.streamError, .streamDetailedStatus, read: fields.text)
    return report
  }
}
