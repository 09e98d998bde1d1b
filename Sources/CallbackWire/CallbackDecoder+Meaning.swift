import CallModel

/// From known fields to what they say: `callbacks.md` § 1, "Telling them apart", and § 2.
extension CallbackDecoder {
  func callback(
    _ fields: KnownFields
  ) throws(CallbackDecodingError) -> (callback: Callback, sign: CallbackSign) {
    let sid = try sid(fields)
    let (sign, event) = try sign(fields)
    var callback = Callback(sid: sid, source: sign.kind.source, event: event)
    callback.rawStatus = fields.read(.status, FieldValue.text)
    callback.status = fields.read(.status, FieldValue.statusWord)
    callback.agent = phone(.dialWhomNumber, fields)
    callback.agentName = fields.read(.agentEmail, FieldValue.trimmedText)
    callback.direction = fields.read(.direction, FieldValue.trimmedText)
    callback.recordingURL = fields.read(.recordingURL, FieldValue.trimmedText)
    callback.customField = fields.read(.customField, FieldValue.trimmedText)
    callback.conversation = fields.read(.conversationDuration, FieldValue.duration)
    let isDisposition = if case .disposition = event { true } else { false }
    if isDisposition {
      callback.dialStatus = fields.read(.dialCallStatus, FieldValue.statusWord)
    }
    callback.legs = legs(fields, asDestinations: isDisposition)
    setParties(of: &callback, fields)
    setTimes(of: &callback, fields)
    return (callback, sign)
  }

  private func sid(_ fields: KnownFields) throws(CallbackDecodingError) -> String {
    let result: Result<String, CallbackDecodingError>? = fields.read(.callSid) { sid in
      guard sid.count <= 128 else { return .failure(.sidTooLong(sid.count)) }
      for index in 0..<sid.count where sid[index] <= 0x20 || sid[index] > 0x7E {
        return .failure(.sidCharacter(index + 1))
      }
      return .success(sid.repairedText)
    }
    guard let result else { throw .missingSid }
    return try result.get()
  }

  /// By which sign it is known what sends the callback, and what it says has happened.
  private func sign(
    _ fields: KnownFields
  ) throws(CallbackDecodingError) -> (CallbackSign, Callback.Event) {
    let agentStatus = fields.read(.status, agentStatusEvent)
    let isReport = fields.hasLegs || fields.isKnown(.dateUpdated)
    let connect: CallbackSign? =
      if fields.isKnown(.dialWhomNumber) {
        .eventWithAgent
      } else if !isReport, agentStatus != nil {
        .eventWithAgentStatus
      } else {
        !isReport && fields.isKnown(.callFrom) ? .eventWithCaller : nil
      }
    if let event = fields.read(.eventType, event) { return (connect ?? .event, event) }
    if let callType = fields.read(.callType, FieldValue.statusWord) {
      return (.callType, .disposition(callType))
    }
    guard fields.isKnown(.status) else { throw .nothingSaid }
    // Without an event only an agent's own words are a pass-through.
    if connect != nil, let agentStatus { return (.agentStatus, agentStatus) }
    return (.otherStatus, .terminal)
  }

  private func event(_ bytes: Span<UInt8>) -> Callback.Event? {
    let word = bytes.extracting(bytes.trimmedRange)
    if word.equalsIgnoringCase("dial") { return .dial }
    if word.equalsIgnoringCase("ringing") { return .ringing }
    if word.equalsIgnoringCase("answered") { return .answered }
    if word.equalsIgnoringCase("terminal") { return .terminal }
    return .other(bytes.repairedText)
  }

  /// What an agent's `busy` or `free` says where there is no event; nil for any other status.
  private func agentStatusEvent(_ bytes: Span<UInt8>) -> Callback.Event? {
    let word = bytes.extracting(bytes.trimmedRange)
    if word.equalsIgnoringCase("busy") { return .dial }
    return word.equalsIgnoringCase("free") ? .terminal : nil
  }

  private func setParties(of callback: inout Callback, _ fields: KnownFields) {
    switch callback.source {
    case .connect:
      callback.from = phone(.callFrom, fields) ?? phone(.from, fields)
      callback.to = phone(.to, fields) ?? phone(.callTo, fields)
      callback.virtualNumber = phone(.callTo, fields) ?? callback.to
    case .statusCallback:
      callback.from = phone(.from, fields) ?? phone(.callFrom, fields)
      callback.to = phone(.to, fields) ?? phone(.callTo, fields)
      callback.virtualNumber = phone(.phoneNumberSid, fields)
    }
  }

  private func setTimes(of callback: inout Callback, _ fields: KnownFields) {
    callback.updated = time(.dateUpdated, fields)
    callback.start = time(.startTime, fields)
    callback.end = time(.endTime, fields)
    if let start = callback.start, let end = callback.end, end < start { callback.end = nil }
    switch (callback.source, callback.event) {
    case (.connect, .disposition):
      callback.created = time(.created, fields)
      callback.eventTime = time(.currentTime, fields) ?? callback.end ?? callback.created
    case (.connect, _):
      callback.created = time(.created, fields)
      callback.eventTime = time(.currentTime, fields) ?? callback.created
    case (.statusCallback, let event):
      callback.created = time(.dateCreated, fields)
      let end = event == .terminal ? callback.end : nil
      callback.eventTime = time(.eventTime, fields) ?? end ?? callback.updated
    }
  }

  private func legs(_ fields: KnownFields, asDestinations: Bool) -> [Callback.LegReport] {
    (0..<fields.legCount).map { leg in
      Callback.LegReport(
        status: fields.read(.status, leg: leg, FieldValue.statusWord)
          ?? fields.read(.insightsStatus, leg: leg, FieldValue.statusWord),
        number: asDestinations
          ? fields.read(.number, leg: leg) { FieldValue.phone($0, country: country) } : nil,
        onCall: fields.read(.onCallDuration, leg: leg, FieldValue.duration),
        ringing: fields.read(.ringingDuration, leg: leg, FieldValue.ringing)
          ?? fields.read(.insightsRingingDuration, leg: leg, FieldValue.ringing),
        causeCode: asDestinations
          ? fields.read(.causeCode, leg: leg, FieldValue.upperCased) : nil)
    }
  }

  private func phone(_ field: FieldName, _ fields: KnownFields) -> PhoneNumber? {
    fields.read(field) { FieldValue.phone($0, country: country) }
  }

  private func time(_ field: FieldName, _ fields: KnownFields) -> Instant? {
    fields.read(field) { ProviderTime.read($0, zone: zone) }
  }
}
