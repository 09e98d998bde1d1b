import CallModel

/// Histories of one call that several of Exotel's products tell of, made up but plausible, from a
/// seed. Every callback has a time, and many share one second.
struct FamilyHistories {
  enum Kind: CaseIterable {
    case flowThenConnect, connectWithStatus, statusOfCaller, softphoneThenFlow, streamThenConnect
    case contactCentre, leg, campaign, bridge, statusToFlow, anything
  }

  private var random: Seeded

  init(seed: UInt64) { random = Seeded(seed) }

  mutating func history(_ kind: Kind, sid: String = "c1") -> [Callback] {
    let events =
      switch kind {
      case .flowThenConnect: flow(sid) + connect(sid)
      case .connectWithStatus: connect(sid) + [status(sid, inbound: true)]
      case .statusOfCaller: flow(sid) + [status(sid, inbound: true)]
      case .softphoneThenFlow: softphone(sid) + flow(sid)
      case .streamThenConnect: stream(sid) + connect(sid)
      case .contactCentre: [phoneEnd(.contactCentre, sid)] + (coin() ? [disposition(sid)] : [])
      case .leg: leg(sid)
      case .campaign: campaign(sid)
      case .bridge: [ended(flowEvent(.disposition("completed"), sid), family: .bridge)] + flow(sid)
      case .statusToFlow: flow(sid) + [status(sid, inbound: false)] + stream(sid)
      case .anything:
        flow(sid) + connect(sid) + stream(sid) + [status(sid, inbound: coin())] + softphone(sid)
      }
    return Array(events.shuffled(using: &random).prefix(9))
  }

  private mutating func coin() -> Bool { Bool.random(using: &random) }

  private mutating func second() -> Double { Double(Int.random(in: 0...12, using: &random)) }

  private mutating func agent() -> String {
    ["asha", "ravi", "meera"].randomElement(using: &random) ?? "asha"
  }

  private mutating func connect(_ sid: String) -> [Callback] {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in
      let event: [Callback.Event] = [.dial, .ringing, .answered, .terminal, .terminal]
      var callback = Floor.connect(
        event.randomElement(using: &random) ?? .dial, agent(), at: second(), sid: sid)
      callback.showsConversation = callback.event == .terminal && coin() && coin()
      return callback
    }
  }

  private func flowEvent(_ event: Callback.Event, _ sid: String) -> Callback {
    Floor.connect(event, nil, at: 0, sid: sid)
  }

  private mutating func flow(_ sid: String) -> [Callback] {
    let events: [Callback.Event] = [.flow, .flow, .begin, .ringing, .answered]
    var all = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      var callback = flowEvent(events.randomElement(using: &random) ?? .flow, sid)
      callback.family = .flow
      callback.eventTime = Floor.at(second())
      if callback.event != .flow { callback.agent = Floor.number(agent()) }
      if callback.event == .flow, coin(), coin() { callback.end = callback.eventTime }
      if coin() { callback.digits = "\(Int.random(in: 0...9, using: &random))" }
      return callback
    }
    if coin() { all.append(disposition(sid)) }
    return all
  }

  private mutating func disposition(_ sid: String) -> Callback {
    let words = ["completed", "incomplete", "client-hangup", "voicemail"]
    return ended(
      flowEvent(.disposition(words.randomElement(using: &random) ?? "completed"), sid),
      family: .flow)
  }

  /// With what a disposition may say.
  private mutating func ended(_ callback: Callback, family: Callback.Family) -> Callback {
    var callback = callback
    callback.family = family
    callback.eventTime = Floor.at(second())
    if coin() { callback.agent = Floor.number(agent()) }
    callback.dialStatus =
      [nil, "completed", "no-answer", "busy"].randomElement(using: &random) ?? nil
    if coin() {
      callback.legs = [
        .init(
          status: coin() ? "no-answer" : nil, number: Floor.number(agent()),
          onCall: coin() ? .seconds(7) : nil)
      ]
    }
    if family == .bridge, coin() { callback.talk = .seconds(8) }
    return callback
  }

  private mutating func status(_ sid: String, inbound: Bool) -> Callback {
    var callback = Floor.status(.terminal, at: second(), sid: sid)
    callback.way = inbound ? .incoming : .outgoing
    callback.to = Floor.number(inbound || coin() ? "line" : "customer")
    callback.from = Floor.number(inbound ? "customer" : "asha")
    let words = ["completed", "no-answer", "busy", "failed", "canceled"]
    callback.status = words.randomElement(using: &random)
    if coin() {
      callback.legs =
        [
          .init(status: coin() ? "completed" : nil),
          .init(status: words.randomElement(using: &random)),
        ].indexed
    }
    if coin() { callback.conversation = .seconds(coin() ? 9 : 0) }
    if coin() { callback.end = callback.eventTime }
    return callback
  }

  private mutating func phoneEnd(_ family: Callback.Family, _ sid: String) -> Callback {
    var callback = Callback(
      sid: sid, family: family, event: .terminal, eventTime: Floor.at(second()))
    callback.way = coin() ? .incoming : .outgoing
    callback.from = Floor.number("customer")
    callback.customer = callback.from
    callback.agent = Floor.number(agent())
    callback.end = callback.eventTime
    callback.finalWord =
      [
        nil, .init(.completed), .init(.noAnswer, of: .agent), .init(.canceled, of: .customer),
      ].randomElement(using: &random) ?? nil
    if coin() { callback.talk = .seconds(11) }
    return callback
  }

  private mutating func softphone(_ sid: String) -> [Callback] {
    let first = phoneEnd(.softphone, sid)
    guard coin() else { return [first] }
    var second = phoneEnd(.softphone, sid)
    second.way = first.way
    return [first, second]
  }

  private mutating func stream(_ sid: String) -> [Callback] {
    (0..<Int.random(in: 1...2, using: &random)).map { number in
      var callback = Callback(
        sid: sid, family: .stream, event: .stream, eventTime: Floor.at(second()))
      callback.stream = .init(
        id: "s\(number)", status: [nil, "completed", "failed"].randomElement(using: &random) ?? nil)
      callback.stream?.duration = coin() ? .seconds(5) : nil
      return callback
    }
  }

  private mutating func leg(_ sid: String) -> [Callback] {
    let events: [Callback.Event] = [.dial, .ringing, .answered, .terminal, .note]
    return events.filter { _ in coin() }.map { event in
      var callback = Callback(sid: sid, family: .leg, event: event, eventTime: Floor.at(second()))
      callback.customer = Floor.number("customer")
      callback.status = event == .terminal ? "completed" : nil
      callback.bridge = coin() ? "b1" : nil
      return callback
    } + [Callback(sid: sid, family: .leg, event: .note, eventTime: Floor.at(second()))]
  }

  private mutating func campaign(_ sid: String) -> [Callback] {
    ["in-progress", "completed", "no-answer"].map { word in
      var callback = Callback(
        sid: sid, family: .campaign, event: word == "in-progress" ? .answered : .terminal,
        eventTime: Floor.at(second()))
      callback.customer = Floor.number("customer")
      callback.status = word == "in-progress" ? nil : word
      callback.campaign = "k1"
      return callback
    }
  }
}
