import CallModel

/// Makes callbacks of requests, whatever their encoding and their family (`families.md`).
package struct CallbackDecoder: Sendable {
  /// Its dialing rules tell which spellings are one number.
  package let country: Country
  /// What times without a zone are in.
  let zone: CivilZone

  package init(country: Country = .india, zone: CivilZone = .kolkata) {
    self.country = country
    self.zone = zone
  }

  /// Whoever names a call is understood, if only as that; so is a heartbeat of the lines.
  /// `arrivedAt` tells which of two moments a time without a zone is, in the hour in which clocks are
  /// put back; without it the first one is meant.
  ///
  /// - Throws: why the request is refused; ``CallbackDecodingError/httpStatus`` is the answer.
  package func read(
    _ raw: RawCallback, arrivedAt: Instant? = nil
  ) throws(CallbackDecodingError) -> RequestContent {
    try content(of: raw, arrivedAt).content
  }

  /// The callback of a request that is about a call.
  ///
  /// - Throws: why there is none; ``CallbackDecodingError/missingSid(came:)`` for a heartbeat.
  package func decode(_ raw: RawCallback) throws(CallbackDecodingError) -> Callback {
    guard let callback = try read(raw).callback else { throw .missingSid(came: []) }
    return callback
  }

  /// What it says, and by which sign it is known what sent it.
  func readWithSign(
    _ raw: RawCallback
  ) throws(CallbackDecodingError) -> (content: RequestContent, sign: CallbackSign) {
    let (content, hasEventType) = try content(of: raw, nil)
    let sign =
      switch content {
      case .callback(let shared): CallbackSign(shared.callback, hasEventType: hasEventType)
      case .heartbeat: CallbackSign.heartbeat
      }
    return (content, sign)
  }

  private func content(
    of raw: RawCallback, _ arrival: Instant?
  ) throws(CallbackDecodingError) -> (content: RequestContent, hasEventType: Bool) {
    var isCut = false
    let fields = try knownFields(of: raw, isCut: &isCut)
    let hasMoreLegs = fields.hasMoreLegs
    if fields.isKnown(.statusType), !fields.namesCall,
      let heartbeat = heartbeat(of: raw, arrival)
    {
      return (.heartbeat(heartbeat), false)
    }
    let reader = FieldReader(fields: fields, country: country, zone: zone, arrival: arrival)
    var callback = try callback(reader, of: raw)
    if isCut || hasMoreLegs { callback.isOdd = true }
    return (.callback(SharedCallback(consume callback)), reader.isKnown(.eventType))
  }

  /// True where more is told of legs than is taken.
  func leavesLegsOut(of raw: RawCallback) -> Bool {
    var isCut = false
    return (try? knownFields(of: raw, isCut: &isCut))?.hasMoreLegs ?? false
  }

  private func heartbeat(of raw: RawCallback, _ arrival: Instant?) -> Heartbeat? {
    var fields = HeartbeatFields(country: country, zone: zone, arrival: arrival)
    do throws(CallbackDecodingError) {
      try raw.read(into: &fields)
    } catch {
      return nil
    }
    return fields.heartbeat
  }

  /// Where the body cannot be read, and the query names a call, the fields of the query.
  private func knownFields(
    of raw: RawCallback, isCut: inout Bool
  ) throws(CallbackDecodingError) -> KnownFields {
    var fields = KnownFields(capacity: raw.body.count + raw.target.utf8.count)
    do throws(CallbackDecodingError) {
      try raw.readBody(into: &fields)
      fields.beginQuery()
      raw.readQuery(into: &fields)
      return fields
    } catch {
      guard error.isOfBody else { throw error }
      fields = KnownFields(capacity: raw.target.utf8.count)
      raw.readQuery(into: &fields)
      guard fields.namesCall else { throw error }
      isCut = true
      return fields
    }
  }

  private func callback(
    _ fields: FieldReader, of raw: RawCallback
  ) throws(CallbackDecodingError) -> Callback {
    guard let sid = try sid(fields.fields) else {
      throw .missingSid(came: FieldNames(of: raw).told)
    }
    guard let reading = Families.reading(of: fields) else {
      var callback = Callback(sid: sid, family: nil, event: .other(""))
      callback.fingerprint = fields.fields.fingerprint.value
      callback.isOdd = true
      return callback
    }
    var callback = reading.read(fields, sid: sid)
    callback.fingerprint = fields.fields.fingerprint.value
    callback.recordingURL = recording(fields)
    callback.voicemailURL = fields.text(.voicemailURL)
    if let text = fields.text(.customField) { callback.customField = text }
    callback.digits = fields.text(.digits)
    callback.hungUpBy =
      fields.hungUpBy(.disconnectedBy, .insightsDisconnectedBy) ?? fields.legsHungUpBy
    callback.stream = StreamReading.report(fields)
    if callback.event.isOther { callback.isOdd = true }
    return callback
  }

  /// The first of these that is known, of a list its last entry.
  private func recording(_ fields: FieldReader) -> String? {
    fields.first(
      .recordingURL, .signedRecordingURL, .recordingURLList, .callRecordings, .recordings,
      .centreRecordings, .voicemailURL, .streamRecordingURL, read: fields.text)
  }

  /// Nil where no call is named.
  private func sid(_ fields: KnownFields) throws(CallbackDecodingError) -> String? {
    for field in FieldName.sids where fields.mayName(field) {
      let result: Result<String, CallbackDecodingError>? = fields.read(field) { sid in
        guard sid.count <= 128 else { return .failure(.sidTooLong(sid.count)) }
        for index in 0..<sid.count where sid[index] <= 0x20 || sid[index] > 0x7E {
          return .failure(.sidCharacter(index + 1))
        }
        return .success(sid.repairedText)
      }
      if let result { return try result.get() }
    }
    return nil
  }

  /// All fields of a request in their order, those that mean nothing here too, for views.
  ///
  /// - Throws: as `decode`, but nothing about what the fields mean.
  package func fields(of raw: RawCallback) throws(CallbackDecodingError) -> CallbackFields {
    var fields = CallbackFields()
    try raw.read(into: &fields)
    return fields
  }
}

extension KnownFields {
  fileprivate var namesCall: Bool {
    FieldName.sids.contains { mayName($0) && isKnown($0) }
  }

  /// A leg is a call where an event is told of it.
  fileprivate func mayName(_ field: FieldName) -> Bool {
    field != .legSid || isKnown(.eventSid)
  }
}

extension FieldName {
  /// Those that name a call, in the order in which they count.
  fileprivate static let sids: [FieldName] = [.callSid, .detailsCallSid, .detailsSid, .legSid]
}
