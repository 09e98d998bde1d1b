import CallModel

/// What a callback says, beside its line in the ladder.
struct LadderWords {
  let event: CallEvent
  let call: Call

  private var callback: Callback { event.callback }

  var label: (text: String, role: Style.Role) {
    switch callback.event {
    case .dial: ("dial", .dialing)
    case .begin: (callback.event.word, .dialing)
    case .ringing: ("ringing", .ringing)
    case .answered: ("answered", .talking)
    case .terminal: end
    case .over: attemptEnd ?? (callback.event.word, .muted)
    case .stream: (bot, .muted)
    case .note: (callback.rawStatus ?? callback.event.word, .muted)
    case .flow, .disposition, .other: (callback.event.word, .muted)
    }
  }

  /// How the attempt ended of which a terminal event tells; of the call where it tells of that.
  private var end: (String, Style.Role) {
    if callback.family == .connect, let end = attemptEnd { return end }
    return (callback.rawStatus ?? "terminal", callback.status == "completed" ? .good : .muted)
  }

  /// Nil where it names no agent.
  private var attemptEnd: (String, Style.Role)? {
    guard let agent = callback.agent else { return nil }
    let legs = call.legs.filter { $0.party == .agent && $0.number?.key == agent.key }
    let leg = legs.first { $0.endedAt == event.time } ?? legs.last { $0.state == .ended }
    guard let outcome = leg?.outcome else { return ("terminal", .muted) }
    let words = outcome.rawValue.split(separator: "-").joined(separator: " ")
    return (words, outcome == .completed ? .good : outcome.isMiss ? .red : .muted)
  }

  private var bot: String {
    guard let stream = callback.stream, let status = stream.status else { return "bot begins" }
    return (["bot \(status)"] + [stream.duration.map(ClockFace.figure)].compactMap { $0 })
      .joined(separator: ", ")
  }
}
