import CallModel

extension StatusCallbackReading {
  static func meaning(of name: String, in callback: Callback) -> FieldMeaning? {
    switch name {
    case "status": status(callback)
    case "from", "callfrom": from(callback)
    case "to", "callto": FieldMeaning(isToLine(callback) ? "the ExoPhone" : "leg 2", .phone)
    default: fields[name]
    }
  }

  private static func from(_ callback: Callback) -> FieldMeaning {
    if callback.way == .incoming { return FieldMeaning("the caller", .phone) }
    let isAlone = callback.to == nil || isToLine(callback)
    return FieldMeaning(isAlone ? "the customer" : "leg 1, which is rung first", .phone)
  }

  /// True for a call that comes in, or whose second side is a flow or a bot on the line.
  private static func isToLine(_ callback: Callback) -> Bool {
    if callback.way == .incoming { return true }
    guard let to = callback.to, let line = callback.line else { return false }
    return line.number.key == to.key
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
