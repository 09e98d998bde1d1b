import CallModel

extension BridgeReading {
  static func meaning(of name: String, in callback: Callback) -> FieldMeaning? {
    name == "oncallduration" && !callback.event.isDisposition
      ? FieldMeaning("seconds of a call that has not ended", nil)
      : own[name] ?? FlowReading.fields[name]
  }

  private static let own: [String: FieldMeaning] = [
    "greenvn": .init("the ExoPhone", .phone), "to": .init("the agent", .phone),
    "oncallduration": .init("seconds that both talked", .duration),
  ]
}
