import CallModel

extension ConnectReading {
  static func meaning(of name: String, in callback: Callback) -> FieldMeaning? { fields[name] }

  private static let fields: [String: FieldMeaning] = [
    "eventtype": .init("what has happened", .word(FieldMeaning.events)),
    "status": .init(
      "busy: the agent is being called or talks; free: the attempt to reach them is over",
      .word(["busy", "free"])),
    "dialwhomnumber": .init("the agent that is dialed", .phone),
    "agentemail": .init("the agent's mail, another address of theirs", .text),
    "callfrom": .init("the caller", .phone), "from": .init("the caller", .phone),
    "callto": .init("the ExoPhone", .phone),
    "to": .init("the ExoPhone, or a trunk that all calls share", .phone),
    "created": .init("when the call came in", .time),
    "currenttime": .init("when this happened", .time),
    "starttime": .init("when the call began", .time),
    "endtime": .init("when the call ended", .time),
    "recordingavailableby": .init(
      "when the recording will be there: at the end, they have talked", .text),
  ]
}
