import CallModel

extension SoftphoneReading {
  static func meaning(of name: String, in callback: Callback) -> FieldMeaning? {
    let way = Callback.Way(ofSoftphone: callback.way, dials: callback.agent != nil)
    let comesIn = way == .incoming
    switch name {
    case "callstatus":
      let isOver = callback.event == .terminal
      return isOver
        ? FieldMeaning("how the call ended, and by whom", .phoneWord)
        : FieldMeaning("busy: the agent is called; free: the attempt is over", .text)
    case "fromnumber", "from": return FieldMeaning(comesIn ? "the caller" : "the agent", .phone)
    case "tonumber": return FieldMeaning(comesIn ? "the ExoPhone" : "the customer", .phone)
    case "to": return FieldMeaning(comesIn ? "the agent" : "the customer", .phone)
    default: return fields[name]
    }
  }

  private static let fields: [String: FieldMeaning] = [
    "callstate": .init("whether the call is over", .word(["active", "terminal"])),
    "calldetail": .init("answered: both talk; others change nothing", .text),
    "event": .init("what has happened", .text),
    "dialwhomnumber": .init("the device that is called", .phone),
    "appuserid": .init("the agent's login, another address of theirs", .text),
    "userid": .init("what the agent is known by, another address of theirs", .text),
    "virtualnumber": .init("the ExoPhone", .phone), "exophone": .init("the ExoPhone", .phone),
    "totalduration": .init("seconds of talk", .duration),
    "talktime": .init("seconds of talk", .duration),
    "starttime": .init("when the call began", .time),
    "endtime": .init("when the call ended; before that it means nothing", .time),
    "timestamp": .init("when this happened", .time),
  ]
}
