import CallModel

extension CampaignReading {
  static func meaning(of name: String, in callback: Callback) -> FieldMeaning? { fields[name] }

  private static let fields: [String: FieldMeaning] = [
    "campaignsid": .init("the campaign", .text),
    "status": .init("how the call ended, or stands", .word(FieldMeaning.statuses)),
    "number": .init("the customer", .phone), "to": .init("the customer", .phone),
    "datecreated": .init("when the call was made", .time),
    "dateupdated": .init("when this happened", .time),
  ]
}
