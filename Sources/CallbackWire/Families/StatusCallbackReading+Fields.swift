import CallModel

extension StatusCallbackReading {
  static func meaning(of name: String, in callback: Callback) -> FieldMeaning? {
    switch name {
    case "status": status(callback)
    case "from", "callfrom":
      FieldMeaning(callback.way == .incoming ? "the caller" : "leg 1, which is rung first", .phone)
    case "to", "callto": FieldMeaning(callback.way == .incoming ? "the ExoPhone" : "leg 2", .phone)
    default: fields[name]
    }
  }

  private static func status(_ callback: Callback) -> FieldMeaning {
    guard callback.event == .terminal else {
      return FieldMeaning("not final before the terminal event", .word(FieldMeaning.statuses))
    }
    let isAlone = callback.from == nil && callback.legs.isEmpty
    return FieldMeaning(
      "how the call ended" + (isAlone ? "; busy: the line was busy" : ""),
      .word(FieldMeaning.ends))
  }

  private static let fields: [String: FieldMeaning] = [
    "eventtype": .init("what has happened", .word(FieldMeaning.events)),
    "phonenumbersid": .init("the ExoPhone", .phone),
    "datecreated": .init("when the call was asked for", .time),
    "dateupdated": .init("when the call changed last", .time),
    "eventtime": .init("when this happened", .time),
    "starttime": .init("when the call began", .time),
    "endtime": .init("when the call ended", .time),
    "conversationduration": .init("seconds that both talked", .duration),
  ]
}
