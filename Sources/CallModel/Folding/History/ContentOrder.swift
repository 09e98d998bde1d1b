/// A total order of callbacks that say different things, so that ties in time do not depend on
/// arrival. Of two that differ in nothing but what means nothing it does not matter which is first.
enum ContentOrder {
  static func precedes(_ left: Callback, _ right: Callback) -> Bool {
    for text in texts {
      let (mine, others) = (text(left) ?? "", text(right) ?? "")
      if mine != others { return mine < others }
    }
    for number in numbers {
      let (mine, others) = (number(left) ?? .min, number(right) ?? .min)
      if mine != others { return mine < others }
    }
    return left.legs.lexicographicallyPrecedes(right.legs) { key($0) < key($1) }
  }

  private static let texts: [@Sendable (Callback) -> String?] = [
    { $0.agent?.text }, { $0.family?.rawValue }, { word($0.event) }, { $0.status },
    { $0.rawStatus }, { $0.dialStatus }, { $0.finalWord.map { "\($0)" } }, { $0.agentName },
    { $0.from?.text }, { $0.to?.text }, { $0.customer?.text }, { $0.line?.number.text },
    { $0.direction }, { $0.way.map { "\($0)" } }, { $0.recordingURL }, { $0.voicemailURL },
    { $0.customField }, { $0.digits }, { $0.campaign }, { $0.bridge },
    { $0.bridgeStep?.rawValue }, { $0.hungUpBy?.rawValue },
    { $0.stream.map { "\($0)" } }, { $0.aliases.map(\.text).joined(separator: " ") },
  ]

  private static let numbers: [@Sendable (Callback) -> Int64?] = [
    { $0.eventTime?.milliseconds }, { $0.created?.milliseconds }, { $0.start?.milliseconds },
    { $0.end?.milliseconds }, { $0.conversation?.wholeMilliseconds },
    { $0.talk?.wholeMilliseconds }, { ($0.line?.kind.rawValue).map(Int64.init) },
    { $0.showsConversation ? 1 : 0 }, { $0.isOdd ? 1 : 0 },
  ]

  private static func word(_ event: Callback.Event) -> String? {
    switch event {
    case .disposition(let word), .other(let word): word
    case .dial, .ringing, .answered, .terminal, .begin, .over, .flow, .stream, .note: nil
    }
  }

  private static func key(_ report: Callback.LegReport) -> String { "\(report)" }
}
