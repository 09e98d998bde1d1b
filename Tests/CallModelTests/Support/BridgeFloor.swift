@testable import CallModel

/// Legs of ExoML: Asha and Ravi are agents, whoever else is none.
enum BridgeFloor {
  static let roster = Roster(agents: [
    .init(number: Floor.number("asha"), name: "Asha Rao", team: "Sales"),
    .init(number: Floor.number("ravi"), name: "Ravi"),
  ])

  /// An event of the leg of `who`, whose call has the same name.
  static func leg(
    _ who: String, _ event: Callback.Event, at seconds: Double, comesIn: Bool = false,
    status: String? = nil
  ) -> Callback {
    var callback = Callback(sid: who, family: .leg, event: event, eventTime: Floor.at(seconds))
    callback.customer = Floor.number(who)
    callback.line = .init(Floor.number("line"), .exophone)
    callback.way = comesIn ? .incoming : nil
    callback.direction = comesIn ? "inbound" : nil
    callback.status = status
    callback.rawStatus = status
    return callback
  }

  /// It joins a bridge, or leaves it.
  static func step(
    _ who: String, _ step: Callback.BridgeStep?, at seconds: Double, comesIn: Bool = false,
    _ bridge: String = "b1"
  ) -> Callback {
    var callback = leg(who, .note, at: seconds, comesIn: comesIn)
    (callback.bridge, callback.bridgeStep) = (bridge, step)
    return callback
  }

  /// Answered at once.
  static func answered(_ who: String, at seconds: Double, comesIn: Bool = false) -> [Callback] {
    [
      leg(who, .dial, at: seconds, comesIn: comesIn),
      leg(who, .answered, at: seconds + 1, comesIn: comesIn),
    ]
  }

  static func ended(_ who: String, at seconds: Double, comesIn: Bool = false) -> Callback {
    leg(who, .terminal, at: seconds, comesIn: comesIn, status: "completed")
  }

  /// A caller is answered by the program, and Asha comes to their bridge at 10 s.
  static func conversation(comesIn: Bool = true) -> [Callback] {
    answered("customer", at: 0, comesIn: comesIn)
      + [step("customer", .joins, at: 2, comesIn: comesIn)]
      + answered("asha", at: 5) + [step("asha", .joins, at: 10)]
  }

  /// The board once all has come, at `now`.
  static func board(_ callbacks: [Callback], now: Double = 60) -> CallBoard {
    var board = CallBoard(roster: roster)
    for callback in callbacks {
      let arrival = callback.eventTime.map { max($0, board.now) } ?? board.now
      _ = board.apply(callback, arrivedAt: arrival)
    }
    board.advance(to: Floor.at(now))
    return board
  }
}
