import CallModel

extension LegReading {
  static func meaning(of name: String, in callback: Callback) -> FieldMeaning? { fields[name] }

  private static let fields: [String: FieldMeaning] = [
    "eventsid": .init("the id of this event", nil),
    "eventtype": .init("the kind of the event", nil),
    "eventname": .init("what has happened", .text),
    "eventtimestamp": .init("when this happened", .time),
    "data.legsid": .init("the id of the leg, which is a call of its own", .text),
    "data.contacturi": .init("who is called", .phone),
    "data.exophone": .init("the ExoPhone", .phone),
    "data.direction": .init("which way the leg goes", .text),
    "data.state": .init("how the leg stands", nil),
    "data.terminalstatus": .init("how the leg ended", .word(FieldMeaning.ends)),
    "data.starttime": .init("when the leg began", .time),
    "data.endtime": .init("when the leg ended", .time),
    "data.bridgesid": .init("the bridge, whose legs belong together", .text),
  ]
}
