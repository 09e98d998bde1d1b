import CallModel

/// The contact centre (CCM v2, v3): nested, and an event may bring next to nothing.
enum ContactCentreReading: FamilyReading {
  static func fits(_ fields: FieldReader) -> Bool { fields.fields.hasCallDetails }

  static func read(_ fields: FieldReader, sid: String) -> Callback {
    var callback = Callback(sid: sid, family: .contactCentre, event: .note)
    callback.rawStatus = fields.first(.centreStatus, .centreShortStatus, read: fields.rawText)
    callback.status = fields.first(.centreStatus, .centreShortStatus, read: fields.word)
    callback.direction = fields.text(.centreDirection)
    callback.way = callback.direction.flatMap(Callback.Way.init(direction:))
    callback.agent = fields.first(.centreAgent, .centreUser, read: fields.phone)
    callback.aliases = [fields.phone(.centreUser)].compactMap { $0 }
    callback.agentName = fields.text(.centreUserName)
    callback.customer = fields.phone(.centreCustomer)
    callback.line = fields.line(.centreLine, .virtualNumber) ?? fields.toldLine
    callback.customField = fields.text(.centreCustomField)
    callback.start = fields.time(.centreStart)
    setEvent(fields, &callback)
    return callback
  }

  private static func setEvent(_ fields: FieldReader, _ callback: inout Callback) {
    let event = fields.word(.centreEvent)
    let state = fields.first(.centreState, .centreShortState, read: fields.word)
    let isOver = event == "terminal" || state == "terminal"
    let words = PhoneWords(
      state: isOver ? "terminal" : state, detail: event, status: callback.status)
    callback.event = words.event
    callback.finalWord = words.finalWord
    guard isOver else { return }
    callback.end = fields.trueEnd(.centreEnd, after: .centreStart)
    callback.eventTime = callback.end
    // 0 without an answer is no conversation.
    callback.talk = fields.duration(.centreTalk).flatMap { $0 > .zero ? $0 : nil }
  }
}
