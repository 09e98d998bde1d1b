import CallModel

/// Words for calls, legs and numbers.
package enum CallWords {
  /// `+91 98123 00001` for Indian numbers of that length, others as they stand: one number in one
  /// spelling, however callbacks and the roster have it.
  static func number(_ number: PhoneNumber?, _ signs: Signs) -> String {
    guard let number else { return signs.dash }
    let text = number.international
    let digits = Array(text)
    guard text.hasPrefix("+91"), digits.count == 13,
      digits.dropFirst().allSatisfy({ ("0"..."9").contains($0) })
    else { return text }
    return "+91 " + String(digits[3..<8]) + " " + String(digits[8...])
  }

  /// Who called; with an arrow, who is being called. An agent's leg of a bridge is part of another call.
  static func customer(_ call: Call, _ signs: Signs) -> String {
    if call.isAgentsLeg { return "agent's leg" }
    return (call.isOutgoing ? signs.outbound : "") + number(call.customer, signs)
  }

  /// What goes on in a call, or how it ended; with a question mark where it is not known whether its
  /// caller is served, or there at all.
  package static func state(_ call: Call) -> String {
    guard call.isLive else {
      return call.outcome?.word(isOutgoing: call.isOutgoing) ?? "ended"
    }
    return call.word + (call.isUncertain ? "?" : "")
  }

  /// Which callbacks told of it, as `connect, flow`.
  package static func families(_ call: Call) -> String? {
    call.families.isEmpty ? nil : call.families.map(\.rawValue).joined(separator: ", ")
  }

  /// `completed, 0:32`; nil where no bot talked with the caller.
  package static func bot(_ call: Call) -> String? {
    call.bot.map { bot in
      [bot.status.rawValue, bot.talk.map(ClockFace.elapsed), bot.error].compactMap { $0 }
        .joined(separator: ", ")
    }
  }

  /// The agent who matters now, after the number of those who ring beside them.
  static func agent(_ row: CallRow, _ signs: Signs) -> String {
    guard let agent = row.agent else { return signs.dash }
    let others = agent.others > 0 ? "+\(agent.others) " : ""
    return others + (agent.name ?? number(agent.number, signs))
  }

  /// `Bridge br77 with +91 98800 00001 (Asha Rao), talking`.
  static func companion(_ companion: Companion, of call: Call, _ signs: Signs) -> String {
    let isOther = companion.party != call.legs.first?.party
    let word = companion.isThere ? (isOther ? "talking" : "there too") : "no more"
    return "Bridge \(companion.bridge) with " + number(companion.number, signs)
      + (companion.name.map { " (\($0))" } ?? "") + ", " + word
  }

  static func line(_ row: CallRow, _ signs: Signs) -> String {
    row.lineLabel ?? number(row.call.virtualNumber, signs)
  }

  /// `●─◌✗`: the first leg, then the others in the order of dialing.
  static func legs(_ call: Call, _ signs: Signs) -> String {
    guard let first = call.legs.first else { return signs.dash }
    guard call.legs.count > 1 else { return signs.sign(first) }
    return signs.sign(first) + signs.joint + call.legs.dropFirst().map(signs.sign).joined()
  }

  package static func explanation(_ anomaly: Anomaly) -> String {
    switch anomaly {
    case .duplicate: "a callback came more than once; it was counted once"
    case .inferredOutcome: "how it ended was concluded from what came; no callback says it"
    case .outOfOrder: "a callback came after a later one; it was put in its place"
    case .late: "a callback came more than 60 s after its event"
    case .noRinging: "answered without a ringing event: the ring time is not known"
    case .lostTerminal: "no callback for so long that the call was given up"
    case .unknownStatus: "Exotel used a word for a status or event that it does not document"
    case .contradiction: "the callbacks contradict each other, as free for one never dialed"
    case .unknownOutcome: "nothing tells how the call, or one of its legs, ended"
    case .implausibleTime: "a part of it took over 24 hours: nothing is counted of that part"
    }
  }
}

extension Callback.Event {
  /// As the screen names it.
  package var word: String {
    switch self {
    case .dial: "Dial"
    case .ringing: "Ringing"
    case .answered: "Answered"
    case .terminal: "Terminal"
    case .begin: "begin"
    case .over: "over"
    case .flow: "in the flow"
    case .disposition(let word): "after call: \(word)"
    case .stream: "bot"
    case .note: "note"
    case .other(let word): word.isEmpty ? "not understood" : word
    }
  }
}
