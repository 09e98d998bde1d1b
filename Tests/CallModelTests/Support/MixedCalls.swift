@testable import CallModel

/// Callbacks of several of Exotel's products about one call, and the call that they make.
enum MixedCalls {
  /// The call at a second; each callback arrives at its time, or at the seconds of `arrivals`
  /// and in their order.
  static func call(
    _ callbacks: [Callback], arriving arrivals: [Double] = [], at seconds: Double? = nil,
    roster: Roster = Roster()
  ) -> Call? {
    var history = CallHistory()
    var last = Floor.start
    var deliveries: [(callback: Callback, arrival: Instant)] = []
    for (place, callback) in callbacks.enumerated() {
      let arrival =
        arrivals.isEmpty ? callback.eventTime ?? last : Floor.at(arrivals[place])
      deliveries.append((callback, arrival))
      last = max(last, arrival)
    }
    if !arrivals.isEmpty { deliveries.sort { $0.arrival < $1.arrival } }
    for delivery in deliveries {
      _ = history.insert(SharedCallback(delivery.callback), arrivedAt: delivery.arrival)
    }
    return CallFold.call(
      history, now: seconds.map(Floor.at) ?? last, rules: CallRules(), roster: roster,
      facts: AccountFacts(roster: roster))
  }

  /// What the API sends at the end without any subscription.
  static func payload(_ word: String, at seconds: Double) -> Callback {
    var callback = Callback(
      sid: "c1", family: .statusCallback, event: .terminal, eventTime: Floor.at(seconds))
    (callback.status, callback.rawStatus) = (word, word)
    return callback
  }

  /// A terminal StatusCallback from agent to customer, with the words of its legs.
  static func status(
    _ legs: [String?], talk: Int? = nil, at seconds: Double, word: String = "completed"
  ) -> Callback {
    var callback = Floor.status(.terminal, at: seconds)
    (callback.status, callback.rawStatus) = (word, word)
    callback.legs = legs.map { .init(status: $0) }.indexed
    callback.conversation = talk.map { .seconds($0) }
    return callback
  }

  /// The same of a call that comes in.
  static func inbound(
    _ legs: [String?], talk: Int? = nil, at seconds: Double, word: String = "completed"
  ) -> Callback {
    var callback = status(legs, talk: talk, at: seconds, word: word)
    callback.from = Floor.number("customer")
    callback.to = Floor.number("line")
    callback.way = .incoming
    return callback
  }

  /// What Asha's softphone tells without a time of a call that comes in.
  static func popUp(_ event: Callback.Event) -> Callback {
    var callback = Callback(sid: "c1", family: .softphone, event: event)
    callback.way = .incoming
    callback.agent = Floor.number("asha")
    callback.from = Floor.number("customer")
    return callback
  }

  /// Of Asha's softphone.
  static func phone(
    _ event: Callback.Event, _ word: Callback.FinalWord?, _ way: Callback.Way, at seconds: Double
  ) -> Callback {
    var callback = Callback(
      sid: "c1", family: .softphone, event: event, eventTime: Floor.at(seconds))
    callback.way = way
    callback.finalWord = word
    if way == .incoming {
      callback.agent = Floor.number("asha")
      callback.from = Floor.number("customer")
    } else {
      callback.from = Floor.number("asha")
      callback.to = Floor.number("customer")
    }
    if event == .terminal { callback.end = Floor.at(seconds) }
    return callback
  }
}
