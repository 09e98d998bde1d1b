/// What a call is to one of its agents: what it adds to their figures, and their legs in it.
struct AgentPart: Hashable, Sendable {
  /// One of their legs that is open.
  struct OpenLeg: Hashable, Sendable {
    var index: Int
    var activity: Agent.Activity
    var clock: Instant
  }

  /// One time that they were called, which has ended.
  struct Offer: Hashable, Sendable {
    /// By what callbacks tell, not by when they came: the order of offers is theirs.
    var began: Instant
    /// As live clocks show it.
    var ended: Instant
    var isMiss: Bool
    var isAnswer: Bool
  }

  /// What the person is known by: see ``People``.
  let person: String
  /// Their devices in this call.
  private(set) var numbers: [PhoneNumber] = []
  private(set) var name: String?
  private(set) var figures = AgentFigures()
  private(set) var open: [OpenLeg] = []
  private(set) var offers: [Offer] = []

  /// The parts of all agents of a call, in the order of their first legs.
  static func parts(of call: Call, people: People) -> [AgentPart] {
    guard let first = call.legs.firstIndex(where: \.isOfAgent) else { return [] }
    // Mostly there is one, and nothing to be put together.
    if !call.legs[(first + 1)...].contains(where: \.isOfAgent),
      let number = call.legs[first].number
    {
      var part = AgentPart(person: people.person(of: number))
      part.take(call.legs[first...first], of: call)
      return [part]
    }
    var parts: [AgentPart] = []
    var legs: [[Leg]] = []
    var persons = KeyIndex()
    for leg in call.legs where leg.isOfAgent {
      guard let number = leg.number else { continue }
      let person = people.person(of: number)
      let (place, isNew) = persons.take(person)
      if isNew {
        parts.append(AgentPart(person: person))
        legs.append([])
      }
      legs[place].append(leg)
    }
    for place in parts.indices { parts[place].take(legs[place][...], of: call) }
    return parts
  }

  private init(person: String) { self.person = person }

  private mutating func take(_ legs: ArraySlice<Leg>, of call: Call) {
    for leg in legs {
      if let number = leg.number, !numbers.contains(number) { numbers.append(number) }
      name = name ?? leg.name
      if leg.state.isOpen {
        open.append(OpenLeg(index: leg.index, activity: call.activity(of: leg), clock: leg.clock))
      }
      if leg.offer != nil, let ring = leg.ring {
        figures.ring += ring
        figures.rings += 1
      }
    }
    if legs.count == 1 { return take(offer: legs, of: call) }
    for offer in Self.runs(legs) { take(offer: offer[...], of: call) }
  }

  /// Legs of one offer together; a leg that was the agent's own call is alone.
  private static func runs(_ legs: ArraySlice<Leg>) -> [[Leg]] {
    var runs: [[Leg]] = []
    for leg in legs {
      if let offer = leg.offer, let place = runs.firstIndex(where: { $0[0].offer == offer }) {
        runs[place].append(leg)
      } else {
        runs.append([leg])
      }
    }
    return runs
  }

  private mutating func take(offer legs: ArraySlice<Leg>, of call: Call) {
    let isAnswered = legs.contains { $0.state == .answered || $0.outcome == .completed }
    let isMiss = !isAnswered && legs.contains { $0.outcome?.isMiss == true }
    if legs.first?.offer != nil {
      figures.offered += 1
      figures.answered += isAnswered ? 1 : 0
      figures.missed += isMiss ? 1 : 0
      for leg in legs where leg.outcome == .completed { figures.talk += leg.onCall ?? .zero }
    } else if call.isAgentFirst {
      figures.placed += 1
      figures.connected += call.outcome == .completed || call.state == .talking ? 1 : 0
      figures.ownMissed += isMiss ? 1 : 0
      if !call.isLive { figures.placedTalk += call.talk ?? .zero }
    } else {
      figures.offered += 1
      figures.answered += isAnswered ? 1 : 0
      figures.missed += isMiss ? 1 : 0
      if !call.isLive, isAnswered { figures.talk += call.talk ?? .zero }
    }
    guard legs.allSatisfy({ $0.state == .ended }), let last = legs.lazy.map(\.clock).max(),
      let began = legs.lazy.map(\.began).min()
    else { return }
    offers.append(Offer(began: began, ended: last, isMiss: isMiss, isAnswer: isAnswered))
  }
}

extension Call {
  /// True where the agent's own leg was first: the call is theirs.
  package var isAgentFirst: Bool { legs.first?.party == .agent }

  /// What the agent of an open leg does.
  package func activity(of leg: Leg) -> Agent.Activity {
    switch leg.state {
    case .dialing: .dialing
    case .ringing: .ringing
    // Their own leg is answered, and the other side is not there yet.
    case .answered: isAgentFirst && legs.count > 1 && state != .talking ? .calling : .talking
    case .waiting, .ended: .idle
    }
  }
}

extension Leg {
  /// True for an agent's leg that was dialed.
  var isOffer: Bool { party == .agent && state != .waiting && outcome != .notDialed }

  /// True for one of which it is known whose it is.
  fileprivate var isOfAgent: Bool { isOffer && number != nil }
}
