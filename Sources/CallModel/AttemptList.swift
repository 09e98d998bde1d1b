/// The attempts of a call in the order of dialing, each found without looking at the others: a fold
/// costs as much as there are callbacks, however many agents they name.
///
/// Of one agent at most one attempt is open, and at most one whose agent is not known yet.
struct AttemptList: Sendable {
  /// The most attempts of one call: an agent every 18 s through an hour of waiting makes as many.
  /// Bounds what one call can cost all others.
  static let capacity = 200

  /// The attempt that was closed last.
  private struct Closed: Sendable {
    var by: Instant
    var place: Int
  }

  /// The attempts of one agent.
  private struct Places: Sendable {
    /// In the order of dialing.
    var all: [Int] = []
    var open: Int?
    var closed: Closed?
  }

  private(set) var all: [Attempt] = []
  /// How many of them are conversations.
  private(set) var conversations = 0
  /// How many attempts were looked at: what the fold has cost.
  private(set) var steps = 0

  /// By the key of the agent's number.
  private var places: [String: Places] = [:]
  /// The open one whose agent is not known yet.
  private var unnamed: Int?
  /// Those that are open in the order of dialing; the ones that no longer are leave at the end only.
  private var open: [Int] = []
  private var closed: Closed?

  var hasRoom: Bool { all.count < Self.capacity }

  /// Adds an attempt; nil where there is no room for it.
  mutating func append(_ attempt: Attempt) -> Int? {
    guard hasRoom else { return nil }
    steps += 1
    let place = all.count
    all.append(attempt)
    if let key = attempt.agent?.key { places[key, default: Places()].all.append(place) }
    if attempt.isConversation { conversations += 1 }
    if let end = attempt.end { noteClosed(place, end) } else { noteOpen(place) }
    return place
  }

  /// Says of an attempt what is not known of it yet.
  mutating func name(_ place: Int, _ agent: PhoneNumber?, _ name: String?) {
    steps += 1
    if all[place].name == nil { all[place].name = name }
    guard all[place].agent == nil, let agent else { return }
    all[place].agent = agent
    var known = places[agent.key] ?? Places()
    known.all.insert(place, at: (known.all.lastIndex { $0 < place } ?? -1) + 1)
    if all[place].isOpen {
      known.open = place
      unnamed = nil
    }
    places[agent.key] = known
  }

  /// Changes times and outcomes; an attempt that is closed stays closed.
  mutating func change(_ place: Int, _ body: (inout Attempt) -> Void) {
    steps += 1
    let wasOpen = all[place].isOpen
    if all[place].isConversation { conversations -= 1 }
    body(&all[place])
    if all[place].isConversation { conversations += 1 }
    if wasOpen, let end = all[place].end { noteClosed(place, end) }
  }

  /// Ends all attempts that are open.
  mutating func closeAll(_ end: Attempt.End) {
    while let place = lastOpen() { change(place) { $0.end = end } }
  }

  private mutating func noteOpen(_ place: Int) {
    open.append(place)
    if let key = all[place].agent?.key { places[key]?.open = place } else { unnamed = place }
  }

  private mutating func noteClosed(_ place: Int, _ end: Attempt.End) {
    let this = Closed(by: end.closedBy, place: place)
    if closed.map({ ($0.by, $0.place) < (this.by, this.place) }) ?? true { closed = this }
    guard let key = all[place].agent?.key else {
      if unnamed == place { unnamed = nil }
      return
    }
    if places[key]?.open == place { places[key]?.open = nil }
    if places[key]?.closed.map({ ($0.by, $0.place) < (this.by, this.place) }) ?? true {
      places[key]?.closed = this
    }
  }
}

// MARK: - Finding

extension AttemptList {
  /// The attempts to reach an agent, in the order of dialing.
  func places(of agent: PhoneNumber) -> [Int] { places[agent.key]?.all ?? [] }

  func openPlace(of agent: PhoneNumber) -> Int? { places[agent.key]?.open }

  /// The open attempt an event belongs to: its agent's, else one whose agent is not known yet; the
  /// latest one for an event that names no agent.
  mutating func openPlace(for callback: Callback) -> Int? {
    guard let agent = callback.agent else { return lastOpen() }
    return openPlace(of: agent) ?? unnamed
  }

  /// The latest attempt of an event's agent that ended at or after its time. Events come in the order
  /// of time, so that it is the one that was closed last, or none.
  func endedPlace(for delivery: Delivery) -> Int? {
    let last = delivery.callback.agent.map { places[$0.key]?.closed } ?? closed
    guard let last, last.by >= delivery.time else { return nil }
    return last.place
  }

  private mutating func lastOpen() -> Int? {
    while let place = open.last {
      steps += 1
      if all[place].isOpen { return place }
      open.removeLast()
    }
    return nil
  }
}
