import CallModel

/// A campaign's call: one leg, the customer.
enum CampaignReading: FamilyReading {
  static func fits(_ fields: FieldReader) -> Bool {
    fields.isKnown(.campaignSid) && fields.isKnown(.callSid)
  }

  static func read(_ fields: FieldReader, sid: String) -> Callback {
    var callback = Callback(
      sid: sid, family: .campaign, event: .note, eventTime: fields.time(.dateUpdated))
    callback.created = fields.time(.dateCreated)
    callback.campaign = fields.text(.campaignSid)
    callback.customer = fields.first(.number, .to, read: fields.phone)
    callback.line = fields.toldLine
    callback.rawStatus = fields.rawText(.status)
    callback.status = fields.word(.status)
    switch callback.status {
    case "in-progress"?: callback.event = .answered
    case let word? where Call.Outcome(finalStatus: word) != nil: callback.event = .terminal
    case let word?: callback.event = .other(word)
    case nil: break
    }
    callback.isOdd = callback.event.isOther
    return callback
  }
}
