import CallModel

extension FlowReading {
  static func meaning(of name: String, in callback: Callback) -> FieldMeaning? { fields[name] }

  static let fields: [String: FieldMeaning] = [
    "calltype": .init(
      "how far the call has come; call-attempt is no end", .word(FieldMeaning.callTypes)),
    "dialcallstatus": .init(
      "how the dialing of agents ended, or stands",
      .word(FieldMeaning.statuses.union(["initiated", "answered"]))),
    "status": .init(
      "the status of the call", .word(FieldMeaning.statuses.union(["busy", "free"]))),
    "dialwhomnumber": .init("the agent that was dialed last", .phone),
    "agentemail": .init("the agent's mail, another address of theirs", .text),
    "callfrom": .init("the caller", .phone), "from": .init("the caller", .phone),
    "callto": .init("the ExoPhone", .phone),
    "to": .init("the ExoPhone, or a trunk that all calls share", .phone),
    "created": .init("when the call came in", .time),
    "currenttime": .init("when this was asked", .time),
    "starttime": .init("when the call began", .time),
    "endtime": .init("when the call ended", .time),
  ]
}
