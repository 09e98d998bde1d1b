import CallModel

extension ContactCentreReading {
  static func meaning(of name: String, in callback: Callback) -> FieldMeaning? {
    if name == "calldetails.callstatus" || name == "calldetails.status" {
      return callback.event == .terminal
        ? FieldMeaning("how the call ended, and by whom", .phoneWord)
        : FieldMeaning("the status of the call", .text)
    }
    return fields[name]
  }

  private static let fields: [String: FieldMeaning] = [
    "eventdetails.eventtype": .init(
      "what has happened", .word(["ringing", "answered", "terminal"])),
    "calldetails.callsid": .init("the id of the call", .text),
    "calldetails.sid": .init("the id of the call", .text),
    "calldetails.callstate": .init("whether the call is over", .word(["active", "terminal"])),
    "calldetails.state": .init("whether the call is over", .word(["active", "terminal"])),
    "calldetails.direction": .init("which way the call goes", .text),
    "calldetails.virtualnumber": .init("the ExoPhone", .phone),
    "calldetails.starttime": .init("when the call began", .time),
    "calldetails.endtime": .init("when the call ended", .time),
    "calldetails.totaltalktime": .init("seconds of talk", .duration),
    "calldetails.totalduration": .init("seconds with ringing: no talk time", nil),
    "calldetails.recordings": .init("where the recording is", .text),
    "calldetails.customfield": .init("what the application gave along", .text),
    "calldetails.assignedagentdetails.userid": .init("what the agent is known by", .text),
    "calldetails.assignedagentdetails.username": .init("the agent's name", .text),
    "calldetails.assignedagentdetails.contacturi": .init("the agent's device", .phone),
    "calldetails.customerdetails.contacturi": .init("the customer", .phone),
    "calldetails.customerdetails.status": .init("how the customer's leg stands", nil),
  ]
}
