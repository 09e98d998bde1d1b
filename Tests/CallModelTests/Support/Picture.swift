import CallModel

/// The board as text, for stories.
enum Picture {
  static func of(_ board: CallBoard, now: Instant) -> String {
    var query = CallQuery()
    query.which = .all
    let calls = board.calls(query).rows.map { of($0.call) }
    let agents = board.agents(since: Instant(milliseconds: 0)).map(of)
    return (calls + agents.sorted()).joined(separator: "\n") + "\n"
  }

  static func of(_ call: Call) -> String {
    var words = [
      "\(call.source?.rawValue ?? "?") \(call.state.rawValue)\(call.isUncertain ? "?" : "")"
    ]
    words.append("since \(Floor.offset(call.clock))")
    if let outcome = call.outcome { words.append("outcome \(outcome.rawValue)") }
    if let status = call.status { words.append("status \(status)") }
    words.append("started \(Floor.offset(call.startedAt))")
    words.append("answered \(Floor.offset(call.answeredAt)) ended \(Floor.offset(call.endedAt))")
    words.append("talk \(Floor.seconds(call.talk)) ring \(Floor.seconds(call.ring))")
    words.append("wait \(Floor.seconds(call.wait))")
    if call.isOutgoing { words.append("out") }
    if let deadline = call.deadline { words.append("deadline \(Floor.offset(deadline))") }
    let anomalies = call.anomalies.all.map(\.rawValue).joined(separator: " ")
    return ([words.joined(separator: ", ")] + call.legs.map(of) + ["  odd: \(anomalies)"])
      .joined(separator: "\n")
  }

  static func of(_ leg: Leg) -> String {
    let times = [
      ("dialed", leg.dialedAt), ("ringing", leg.ringingAt), ("answered", leg.answeredAt),
      ("ended", leg.endedAt),
    ].compactMap { name, time in time.map { "\(name) \(Floor.offset($0))" } }
    let outcome = leg.outcome.map { " \($0.rawValue)" } ?? ""
    return "  \(leg.index) \(leg.party.rawValue) \(Floor.name(leg.number)) \(leg.state.rawValue)"
      + outcome + ": " + times.joined(separator: " ")
      + " | ring \(Floor.seconds(leg.ring)) on call \(Floor.seconds(leg.onCall))"
  }

  static func of(_ agent: Agent) -> String {
    let figures = agent.figures
    return "agent \(Floor.name(agent.number)) \(agent.status.rawValue) \(agent.activity.rawValue)"
      + " since \(Floor.offset(agent.since)), offered \(figures.offered)"
      + " answered \(figures.answered) missed \(figures.missed)"
      + (figures.placed > 0
        ? " placed \(figures.placed) connected \(figures.connected) missed \(figures.ownMissed)"
          + " talk \(Floor.seconds(figures.placedTalk))" : "")
      + " talk \(Floor.seconds(figures.talk)) ring \(Floor.seconds(figures.meanRing))"
      + " in a row \(agent.missesInARow)"
  }
}
