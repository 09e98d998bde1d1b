import CallModel

/// Whole call histories, made up but plausible, from a seed.
struct Histories {
  enum Kind: CaseIterable {
    case sequential, parallel, redial, dialTerminalOnly, statusRinging, statusQuiet, both
    case disposition
  }

  private var random: Seeded

  init(seed: UInt64) { random = Seeded(seed) }

  mutating func history(_ kind: Kind, sid: String = "c1", from start: Double = 0) -> [Callback] {
    var time = start + Double(Int.random(in: 0...3, using: &random))
    var events: [Callback] = []
    switch kind {
    case .sequential: events = hunt(&time, sid, ["asha", "ravi", "meera"], progress: true)
    case .redial: events = hunt(&time, sid, ["asha", "asha"], progress: true)
    case .dialTerminalOnly: events = hunt(&time, sid, ["asha", "ravi"], progress: false)
    case .parallel: events = parallel(&time, sid)
    case .statusRinging: events = outbound(&time, sid, ringing: true)
    case .statusQuiet: events = outbound(&time, sid, ringing: false)
    case .both:
      events = hunt(&time, sid, ["asha", "ravi"], progress: coin())
      events.append(terminal(at: time + 1, sid))
    case .disposition:
      events = hunt(&time, sid, ["asha", "ravi"], progress: coin())
      events.append(disposition(at: time + 1, sid))
      if coin() { events.append(Floor.connect(.dial, "imran", at: time + 5, sid: sid)) }
    }
    return lossy(events)
  }

  private mutating func coin() -> Bool { Bool.random(using: &random) }

  private mutating func step() -> Double { Double(Int.random(in: 0...6, using: &random)) }

  /// One agent after the other, until one answers.
  private mutating func hunt(
    _ time: inout Double, _ sid: String, _ agents: [String], progress: Bool
  ) -> [Callback] {
    var events: [Callback] = []
    for agent in agents {
      events.append(Floor.connect(.dial, agent, at: time, sid: sid))
      time += step()
      if progress, coin() { events.append(Floor.connect(.ringing, agent, at: time, sid: sid)) }
      time += step()
      let answers = coin()
      if progress, answers { events.append(Floor.connect(.answered, agent, at: time, sid: sid)) }
      time += step()
      events.append(Floor.connect(.terminal, coin() ? agent : nil, at: time, sid: sid))
      if answers, coin() { break }
      time += step()
    }
    return events
  }

  private mutating func parallel(_ time: inout Double, _ sid: String) -> [Callback] {
    let agents = ["asha", "ravi", "meera"]
    var events = agents.map { Floor.connect(.dial, $0, at: time, sid: sid) }
    time += step()
    events.append(Floor.connect(.ringing, agents[0], at: time, sid: sid))
    time += step()
    events.append(Floor.connect(.answered, agents[1], at: time, sid: sid))
    for agent in agents {
      events.append(Floor.connect(.terminal, agent, at: time + step(), sid: sid))
    }
    return events
  }

  private mutating func outbound(
    _ time: inout Double, _ sid: String, ringing: Bool
  ) -> [Callback] {
    var events: [Callback] = []
    for leg in 1...2 {
      let reports: [Callback.LegReport] = [
        .init(status: "in-progress"), .init(status: leg == 2 && coin() ? "in-progress" : nil),
      ]
      for event in [Callback.Event.ringing, .answered] where event == .answered || ringing {
        var callback = Floor.status(event, at: time, sid: sid)
        callback.legs = reports.indexed
        events.append(callback)
        time += step()
      }
    }
    events.append(terminal(at: time, sid))
    return events
  }

  private mutating func terminal(at time: Double, _ sid: String) -> Callback {
    var callback = Floor.status(.terminal, at: time, sid: sid)
    callback.status = ["completed", "busy", "no-answer", "canceled", "odd"].randomElement(
      using: &random)
    callback.rawStatus = callback.status
    callback.end = coin() ? Floor.at(time) : nil
    if coin() {
      callback.conversation = .seconds(3)
      callback.legs =
        [
          .init(status: "completed", onCall: .seconds(9)),
          .init(status: coin() ? "completed" : nil, ringing: .seconds(2)),
        ].indexed
    }
    return callback
  }

  private mutating func disposition(at time: Double, _ sid: String) -> Callback {
    let word =
      ["completed", "incomplete", "client-hangup", "voicemail", "odd"]
      .randomElement(using: &random) ?? ""
    var callback = Floor.connect(.disposition(word), nil, at: time, sid: sid)
    callback.status = nil
    callback.dialStatus =
      ["completed", "no-answer", "busy", nil].randomElement(using: &random) ?? nil
    if coin() {
      callback.legs = [.init(number: Floor.number("ravi"), onCall: .seconds(coin() ? 4 : 0))]
    }
    return callback
  }

  /// Some events are lost for good.
  private mutating func lossy(_ events: [Callback]) -> [Callback] {
    let kept = events.filter { _ in Int.random(in: 0..<8, using: &random) > 0 }
    return kept.isEmpty ? events : kept
  }
}
