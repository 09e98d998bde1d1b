import CallModel

extension FieldMeaning {
  /// `legs.0.status`: a leg of a StatusCallback, or a destination that a flow dialed. Nil for a part
  /// that nobody knows.
  static func leg(_ name: String, in callback: Callback?) -> FieldMeaning? {
    let parts = name.split(separator: ".", maxSplits: 2)
    guard parts.count > 1, let index = Int(parts[1]) else { return nil }
    let isDestination = callback?.family == .flow
    let who = (isDestination ? "destination" : "leg") + " \(index + 1)"
    switch parts.count > 2 ? parts[2] : "" {
    case "": return FieldMeaning(who, .text)
    case "status", "insights.status":
      let isOver = callback?.event == .terminal || isDestination
      return FieldMeaning(
        "\(who): how it \(isOver ? "ended" : "stands")", .word(isOver ? ends : statuses))
    case "oncallduration": return FieldMeaning("\(who): seconds on the call", .duration)
    case "ringingduration", "insights.ringingduration":
      return FieldMeaning("\(who): seconds it rang", .ringing)
    case "number": return FieldMeaning("\(who): its number", isDestination ? .phone : nil)
    case "causecode": return FieldMeaning("\(who): why it ended", isDestination ? .text : nil)
    case "answeredby":
      return FieldMeaning("\(who): Human, Machine or NotSure answered", .text)
    case "disconnectedby", "insights.disconnectedby":
      return FieldMeaning("\(who): who ended the call", .word(parties))
    case let part:
      return legParts[String(part)].map { FieldMeaning("\(who): \($0)", nil) }
    }
  }

  private static let legParts: [String: String] = [
    "type": "what kind of line", "callerid": "what it was shown",
    "cause": "the cause as the network has it", "insights": "more about it",
    "insights.detailedstatus": "how it stands, in detail",
  ]
}
