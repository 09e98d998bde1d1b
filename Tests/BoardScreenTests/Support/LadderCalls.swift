import CallModel

@testable import BoardScreen

/// Calls whose ladders are worth a look, made from their callbacks.
struct LadderCalls {
  enum Call: String, CaseIterable { case hunt, parallel, outbound, crowd, softphone, bot }

  private let start = Floor.now - .seconds(90)

  func detail(_ call: Call) -> CallDetail {
    var board = CallBoard(roster: roster)
    let arrivals = callbacks(call)
    for (callback, arrivedAt) in arrivals { _ = board.apply(callback, arrivedAt: arrivedAt) }
    let row =
      board.call("c1")
      ?? CallRow(
        call: CallModel.Call(
          sid: "c1", state: .waiting, startedAt: start, clock: start))
    return CallDetail(
      row: row,
      raw: arrivals.enumerated().map { place, arrival in
        CallDetail.Raw(
          callback: arrival.0, arrivedAt: arrival.1, method: "GET",
          target: "/exotel?CallSid=c1&EventType=\(arrival.0.event)", contentType: nil, body: "",
          repeats: place == 1 ? 1 : 0)
      })
  }

  private var roster: Roster {
    let names = ["Asha Rao", "Ravi Kumar", "मीरा शाह", "田中太郎", "Jo D'Souza", "Imran Khan"]
    return Roster(
      agents: names.enumerated().map { place, name in .init(number: agent(place), name: name) })
  }

  private func agent(_ place: Int) -> PhoneNumber { Floor.number("+91988000000\(place)") }

  private func callbacks(_ call: Call) -> [(Callback, Instant)] {
    switch call {
    case .hunt:
      [
        connect(.dial, 0, at: 2), connect(.ringing, 0, at: 4), connect(.terminal, 0, at: 34),
        connect(.dial, 1, at: 35), connect(.answered, 1, at: 41, arrives: 30),
        connect(.ringing, 1, at: 37), connect(.terminal, 1, at: 80),
        connect(.disposition("completed"), nil, at: nil, arrives: 84),
      ]
    case .parallel:
      (0..<3).map { connect(.dial, $0, at: 2) } + (0..<3).map { connect(.ringing, $0, at: 4) }
        + [connect(.answered, 1, at: 9)]
        + [0, 2, 1].map { connect(.terminal, $0, at: $0 == 1 ? 60 : 9) }
    case .outbound:
      [
        status(.ringing, at: 1, legs: ["in-progress", nil]),
        status(.answered, at: 5, legs: ["in-progress", nil]),
        status(.ringing, at: 6, legs: ["in-progress", "in-progress"]),
        status(.answered, at: 12, legs: ["in-progress", "in-progress"]),
        status(.terminal, at: 70, legs: ["completed", "completed"]),
      ]
    case .crowd:
      (0..<8).flatMap { agent in
        [
          connect(.dial, agent, at: 10 * agent), connect(.ringing, agent, at: 10 * agent + 2),
          connect(.terminal, agent, at: 10 * agent + 9),
        ]
      }
    case .softphone:
      [
        softphone(.begin, arrives: 1), softphone(.answered, arrives: 9),
        softphone(.terminal, at: 60, arrives: 61),
      ]
    case .bot: [stream(nil, arrives: 1), stream("completed", arrives: 32)]
    }
  }

  private func connect(
    _ event: Callback.Event, _ agent: Int?, at second: Int?, arrives late: Int = 0
  ) -> (Callback, Instant) {
    let time = second.map { start + .seconds($0) }
    var callback = Callback(sid: "c1", family: .connect, event: event, eventTime: time)
    callback.from = Floor.number("09812300001")
    callback.to = Floor.number("08044556678")
    callback.line = Callback.LineName(Floor.number("08044556678"), .callTo)
    callback.start = start
    callback.agent = agent.map(self.agent)
    callback.rawStatus = event == .terminal ? "free" : "busy"
    callback.status = callback.rawStatus
    return (callback, (time ?? start) + .seconds(late) + .milliseconds(300))
  }

  private func status(
    _ event: Callback.Event, at second: Int, legs: [String?]
  ) -> (Callback, Instant) {
    let time = start + .seconds(second)
    var callback = Callback(
      sid: "c1", family: .statusCallback, event: event, eventTime: time,
      legs: legs.enumerated().map { .init(index: $0, status: $1) })
    callback.from = agent(0)
    callback.to = Floor.number("09812300001")
    callback.rawStatus = event == .terminal ? "completed" : "in-progress"
    callback.status = callback.rawStatus
    return (callback, time + .milliseconds(200))
  }

  private func softphone(
    _ event: Callback.Event, at second: Int? = nil, arrives: Int
  ) -> (Callback, Instant) {
    var callback = Callback(
      sid: "c1", family: .softphone, event: event, eventTime: second.map { start + .seconds($0) })
    callback.direction = "outbound"
    callback.way = .outgoing
    callback.agent = agent(0)
    callback.from = agent(0)
    callback.to = Floor.number("09812300001")
    callback.customer = callback.to
    callback.rawStatus = event == .terminal ? "completed" : "active"
    if event == .terminal { callback.finalWord = .init(.completed) }
    return (callback, start + .seconds(arrives))
  }

  private func stream(_ status: String?, arrives: Int) -> (Callback, Instant) {
    var callback = Callback(sid: "c1", family: .stream, event: .stream)
    callback.from = Floor.number("09812300001")
    callback.line = Callback.LineName(Floor.number("08044556678"), .callTo)
    callback.stream = .init(id: "s1", status: status)
    callback.stream?.duration = status == nil ? nil : .seconds(31)
    return (callback, start + .seconds(arrives))
  }
}
