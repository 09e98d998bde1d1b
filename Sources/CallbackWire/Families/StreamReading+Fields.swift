import CallModel

extension StreamReading {
  static func meaning(of name: String, in callback: Callback) -> FieldMeaning? {
    switch name {
    case "from" where isFromLine(callback): FieldMeaning("the ExoPhone", .phone)
    case "to" where isFromLine(callback): FieldMeaning("the customer", .phone)
    default: fields[name] ?? streamFields[name]
    }
  }

  /// True for a call that goes out from its line.
  private static func isFromLine(_ callback: Callback) -> Bool {
    guard callback.way == .outgoing, let line = callback.line else { return false }
    return line.number.key == callback.from?.key
  }

  private static let fields: [String: FieldMeaning] = [
    "eventtype": .init("what the stream does", .text),
    "callfrom": .init("the caller", .phone), "from": .init("the caller", .phone),
    "callto": .init("the ExoPhone", .phone), "to": .init("the ExoPhone", .phone),
    "created": .init("when the call came in", .time),
    "currenttime": .init("when this happened", .time),
    "starttime": .init("when the call began", .time),
  ]

  /// They are read in a request of any family.
  static let streamFields: [String: FieldMeaning] = [
    "streamsid": .init("the id of the stream", .text),
    "streamurl": .init("where the bot is", nil),
    "stream.streamsid": .init("the id of the stream", .text),
    "stream.status": .init(
      "how the stream ended", .word(["completed", "failed", "canceled"])),
    "stream.duration": .init("seconds that the bot talked", .duration),
    "stream.recordingurl": .init("where the recording is", .text),
    "stream.streamurl": .init("where the bot is", nil),
    "stream.disconnectedby": .init("who ended the stream", .word(FieldMeaning.parties)),
    "stream.error": .init("why the stream broke", .text),
    "stream.detailedstatus": .init("how the stream ended, in detail", .text),
  ]
}
