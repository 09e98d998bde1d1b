import CallModel

/// Callbacks of each family, with what the family can tell and nothing else.
struct RandomCallback {
  var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed) }

  mutating func next(_ family: Callback.Family) -> Callback {
    switch family {
    case .connect: connect()
    case .flow: flow()
    case .statusCallback: statusCallback()
    case .softphone: softphone()
    case .contactCentre: contactCentre()
    case .stream: stream()
    case .leg: leg()
    case .bridge: bridge()
    case .campaign: campaign()
    }
  }

  // MARK: - Values

  private mutating func pick<Value>(_ values: Value...) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func maybe<Value>(_ value: Value) -> Value? {
    Bool.random(using: &random) ? value : nil
  }

  private func phone(_ text: String) -> PhoneNumber { PhoneNumber(text, country: .india) }

  private mutating func number() -> PhoneNumber {
    phone(pick("+919812300001", "09812300002", "sip:ashar1a2b3c", "+91886799xxxx", "204"))
  }

  /// In whole seconds.
  private mutating func moment() -> Instant {
    Instant(seconds: Int64.random(in: 1_600_000_000...1_900_000_000, using: &random))
  }

  private mutating func talk() -> Duration { .seconds(Int.random(in: 1...4_000, using: &random)) }

  private mutating func base(_ family: Callback.Family, _ event: Callback.Event) -> Callback {
    Callback(sid: "s\(Int.random(in: 0...999, using: &random))", family: family, event: event)
  }

  private mutating func setDirection(_ callback: inout Callback) {
    callback.direction = pick(nil, "incoming", "inbound", "outbound", "outbound-api")
    callback.way = callback.direction.flatMap {
      $0.hasPrefix("outbound") ? .outgoing : .incoming
    }
  }

  private mutating func setLine(_ callback: inout Callback, _ kind: Callback.LineName.Kind) {
    callback.line = Callback.LineName(phone(pick("08044556601", "+918044556602")), kind)
  }

  /// A true end, after a start.
  private mutating func setEnd(_ callback: inout Callback) {
    let start = moment()
    callback.start = start
    callback.end = start + talk()
  }

  // MARK: - Families

  private mutating func connect() -> Callback {
    var callback = base(
      .connect, pick(.dial, .ringing, .answered, .terminal, .other("Whisper")))
    callback.eventTime = maybe(moment())
    callback.created = maybe(moment())
    callback.from = maybe(number())
    callback.to = phone("08044556601")
    setLine(&callback, .callTo)
    callback.agent = number()
    callback.rawStatus = callback.event == .terminal ? "free" : "busy"
    callback.status = callback.rawStatus
    callback.direction = pick("incoming", "outbound-dial")
    callback.way = callback.direction == "incoming" ? .incoming : nil
    callback.agentName = maybe("asha@example.com")
    callback.aliases = callback.agentName.map { [phone($0)] } ?? []
    callback.recordingURL = maybe("https://recordings.example.com/1.mp3")
    callback.showsConversation = callback.event == .terminal && callback.recordingURL != nil
    callback.customField = maybe("lead 4711")
    callback.isOdd = callback.event.isOther
    return callback
  }

  private mutating func flow() -> Callback {
    let live: [Callback.Event] = [.begin, .ringing, .answered]
    var callback = base(
      .flow,
      pick(
        .flow, .disposition("completed"), .disposition("incomplete"), .disposition("voicemail"),
        .disposition("client-hangup"), .begin, .ringing, .answered))
    callback.eventTime = moment()
    callback.created = maybe(moment())
    callback.from = number()
    callback.to = phone("08044556601")
    setLine(&callback, .callTo)
    setDirection(&callback)
    callback.agent = live.contains(callback.event) ? number() : maybe(number())
    callback.digits = maybe("12")
    callback.customField = maybe("lead 4711")
    callback.hungUpBy = maybe(.customer)
    if callback.event.isDisposition || Bool.random(using: &random) { setEnd(&callback) }
    guard callback.event.isDisposition else { return callback }
    callback.dialStatus = pick(nil, "completed", "no-answer", "busy", "canceled", "failed")
    callback.voicemailURL = maybe("https://recordings.example.com/2.mp3")
    callback.recordingURL = callback.voicemailURL
    callback.legs = (0..<Int.random(in: 0...3, using: &random)).map { index in
      Callback.LegReport(
        index: index, status: pick(nil, "completed", "no-answer"), number: number(),
        onCall: maybe(talk()), causeCode: pick(nil, "NORMAL_CLEARING", "RING_TIMEOUT"))
    }
    return callback
  }

  private mutating func statusCallback() -> Callback {
    var callback = base(.statusCallback, pick(.ringing, .answered, .terminal))
    let isOver = callback.event == .terminal
    callback.eventTime = moment()
    callback.rawStatus = pick("completed", "no-answer", "busy", "in-progress")
    callback.status = callback.rawStatus
    if isOver, Bool.random(using: &random) {
      // The default payload.
      callback.rawStatus = "completed"
      callback.status = "completed"
      callback.recordingURL = maybe("https://recordings.example.com/1.mp3")
      return callback
    }
    callback.created = maybe(moment())
    callback.from = number()
    callback.to = number()
    setLine(&callback, .phoneNumberSid)
    setDirection(&callback)
    if isOver { setEnd(&callback) }
    callback.conversation = isOver ? maybe(talk()) : nil
    callback.customField = maybe("lead 4711")
    callback.hungUpBy = maybe(.agent)
    callback.legs = (0..<2).map { index in
      var leg = Callback.LegReport(
        index: index, status: pick(nil, "completed", "in-progress"), onCall: maybe(talk()),
        ringing: maybe(.milliseconds(4_350)))
      leg.answeredBy = pick(nil, .human, .machine)
      return leg
    }
    return callback
  }

  private mutating func finalWord(
    _ subjects: Callback.FinalWord.Subject...
  ) -> Callback.FinalWord {
    let subject = subjects[Int.random(in: 0..<subjects.count, using: &random)]
    return pick(
      .init(.completed), .init(.noAnswer, of: subject), .init(.busy, of: subject),
      .init(.canceled, of: subject), .init(.failed, of: subject), .init(.notDialed, of: subject))
  }

  private func setWord(_ word: Callback.FinalWord, _ callback: inout Callback) {
    callback.finalWord = word
    callback.rawStatus = word.text
    callback.status = String(word.text.map { $0 == "_" ? "-" : $0 })
  }

  private mutating func softphone() -> Callback {
    var callback = base(.softphone, pick(.begin, .over, .answered, .ringing, .note, .terminal))
    callback.from = maybe(number())
    callback.to = maybe(number())
    callback.agent = maybe(number())
    callback.aliases = maybe([phone("asha@example.com")]) ?? []
    setLine(&callback, .virtualNumber)
    setDirection(&callback)
    if callback.event == .over { callback.rawStatus = "free" }
    if callback.event == .begin { callback.rawStatus = maybe("busy") }
    callback.status = callback.rawStatus
    guard callback.event == .terminal else { return callback }
    setEnd(&callback)
    callback.eventTime = callback.end
    callback.talk = maybe(talk())
    callback.recordingURL = maybe("https://recordings.example.com/1.mp3")
    setWord(finalWord(.from, .to), &callback)
    return callback
  }

  private mutating func contactCentre() -> Callback {
    var callback = base(.contactCentre, pick(.begin, .ringing, .answered, .terminal))
    callback.aliases = [phone("u77a1")]
    callback.agent = Bool.random(using: &random) ? callback.aliases[0] : number()
    callback.agentName = maybe("Asha Rao")
    callback.customer = maybe(number())
    callback.customField = maybe("lead 4711")
    setLine(&callback, .virtualNumber)
    setDirection(&callback)
    guard callback.event == .terminal else { return callback }
    setEnd(&callback)
    callback.eventTime = callback.end
    callback.talk = maybe(talk())
    setWord(finalWord(.agent, .customer), &callback)
    return callback
  }

  private mutating func stream() -> Callback {
    var callback = base(.stream, .stream)
    callback.from = number()
    callback.to = phone("08044556601")
    let hasEnded = Bool.random(using: &random)
    var report = Callback.StreamReport(id: "5t0003")
    setDirection(&callback)
    callback.eventTime = maybe(moment())
    let isFrom = callback.way == .outgoing && !hasEnded
    let line = isFrom ? callback.from : callback.to
    callback.line = line.map { Callback.LineName($0, hasEnded ? .callTo : .to) }
    if hasEnded {
      callback.created = maybe(moment())
      report.status = pick("completed", "failed", "canceled")
      report.duration = maybe(talk())
      report.endedBy = pick(nil, .bot, .customer)
      report.error = maybe("socket closed")
      callback.recordingURL = maybe("https://recordings.example.com/1.mp3")
    }
    callback.stream = report
    return callback
  }

  private mutating func leg() -> Callback {
    var callback = base(.leg, pick(.dial, .ringing, .answered, .terminal, .note))
    callback.eventTime = moment() + .milliseconds(529)
    callback.customer = number()
    setLine(&callback, .exophone)
    setDirection(&callback)
    callback.bridge = maybe("br1")
    if callback.event == .note { callback.bridgeStep = maybe(pick(.joins, .leaves)) }
    guard callback.event == .terminal else { return callback }
    setEnd(&callback)
    callback.rawStatus = pick("completed", "no-answer", "busy")
    callback.status = callback.rawStatus
    return callback
  }

  private mutating func bridge() -> Callback {
    var callback = base(
      .bridge,
      pick(.disposition("completed"), .disposition("client-hangup"), .ringing, .answered, .flow))
    callback.eventTime = moment()
    callback.start = maybe(moment())
    callback.from = number()
    callback.agent = number()
    callback.to = callback.agent
    setLine(&callback, .greenvn)
    setDirection(&callback)
    callback.recordingURL = maybe("https://recordings.example.com/1.mp3")
    guard callback.event.isDisposition else { return callback }
    callback.talk = maybe(talk())
    callback.dialStatus = pick(nil, "completed", "no-answer")
    return callback
  }

  private mutating func campaign() -> Callback {
    let word = pick("completed", "no-answer", "busy", "failed", "in-progress")
    var callback = base(.campaign, word == "in-progress" ? .answered : .terminal)
    callback.eventTime = moment()
    callback.created = maybe(moment())
    callback.campaign = "c4711"
    callback.customer = number()
    callback.rawStatus = word
    callback.status = word
    callback.recordingURL = maybe("https://recordings.example.com/1.mp3")
    return callback
  }
}
