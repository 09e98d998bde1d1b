import CallModel

/// What a callback says that the one before it did not say, or said otherwise.
enum CallbackDifference {
  /// One line each, as `Status  busy > free`.
  static func lines(_ callback: Callback, since earlier: Callback, _ settings: ScreenSettings)
    -> [String]
  {
    let before = fields(earlier, settings)
    let names = fields(callback, settings)
    return names.compactMap { name, value in
      let old = before.first { $0.name == name }?.value ?? nil
      guard old != value else { return nil }
      let dash = settings.signs.dash
      return "\(name)  \(old ?? dash) \(settings.signs.outbound) \(value ?? dash)"
    }
  }

  /// What was understood, by the names of the wire.
  private static func fields(
    _ callback: Callback, _ settings: ScreenSettings
  ) -> [(name: String, value: String?)] {
    func time(_ moment: Instant?) -> String? { moment.map(settings.clock.time) }
    func number(_ number: PhoneNumber?) -> String? { number?.text }
    return [
      ("EventType", callback.event.word), ("Status", callback.rawStatus),
      ("event time", time(callback.eventTime)), ("Created", time(callback.created)),
      ("StartTime", time(callback.start)),
      ("EndTime", time(callback.end)), ("DialWhomNumber", number(callback.agent)),
      ("agent's addresses", addresses(callback)), ("AgentEmail", callback.agentName),
      ("From", number(callback.from)), ("To", number(callback.to)),
      ("customer", number(callback.customer)), ("ExoPhone", number(callback.line?.number)),
      ("Direction", callback.direction), ("DialCallStatus", callback.dialStatus),
      ("ConversationDuration", callback.conversation.map(ClockFace.figure)),
      ("talk time", callback.talk.map(ClockFace.figure)), ("digits", callback.digits),
      ("DisconnectedBy", callback.hungUpBy?.rawValue), ("Stream", stream(callback)),
      ("campaign", callback.campaign), ("bridge", callback.bridge),
      ("in the bridge", callback.bridgeStep?.rawValue),
      ("RecordingUrl", callback.recordingURL.map { _ in "yes" }),
      ("CustomField", callback.customField), ("Legs", legs(callback)),
    ]
  }

  private static func addresses(_ callback: Callback) -> String? {
    callback.aliases.isEmpty ? nil : callback.aliases.map(\.text).joined(separator: ", ")
  }

  private static func stream(_ callback: Callback) -> String? {
    callback.stream.map { stream in
      [stream.status ?? "runs", stream.duration.map(ClockFace.figure), stream.error]
        .compactMap { $0 }.joined(separator: " ")
    }
  }

  private static func legs(_ callback: Callback) -> String? {
    guard !callback.legs.isEmpty else { return nil }
    return callback.legs.map { leg in
      [
        leg.status, leg.number?.text, leg.ringing.map { "rang " + ClockFace.figure($0) },
        leg.onCall.map { "on call " + ClockFace.figure($0) }, leg.causeCode,
      ].compactMap { $0 }.joined(separator: " ")
    }.map { $0.isEmpty ? "null" : $0 }.joined(separator: "; ")
  }
}
