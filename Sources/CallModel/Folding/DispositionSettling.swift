/// Settles attempts by what a disposition says of the dialed destinations.
struct DispositionSettling {
  private(set) var attempts: [Attempt]
  private(set) var anomalies = AnomalySet()
  private let delivery: Delivery
  private let later: Set<Int>
  private let people: People
  private var settled: Set<Int> = []

  /// `later` are the places of attempts that it says nothing of.
  init(_ delivery: Delivery, attempts: [Attempt], later: [Int], people: People) {
    self.delivery = delivery
    self.attempts = attempts
    self.later = Set(later)
    self.people = people
  }

  /// `closed` are the attempts that it has ended.
  mutating func run(closed: [Int]) {
    let reports = delivery.callback.legs
    let named = Dictionary(grouping: reports.filter { $0.number != nil }, by: { $0.number?.key })
    var seen: Set<String> = []
    for report in reports {
      guard let key = report.number?.key, seen.insert(key).inserted else { continue }
      pair(named[key] ?? [])
    }
    let unnamed = reports.filter { $0.number == nil }
    if unnamed.count == 1, named.isEmpty, let last = lastPlace { settle(last, by: unnamed[0]) }
    settleByDialStatus(destinations: named.count)
    settleByTalk()
    giveUp(closed)
  }

  private var lastPlace: Int? { attempts.indices.last { !later.contains($0) } }

  private func lastPlace(of number: PhoneNumber) -> Int? {
    attempts.indices.last { !later.contains($0) && attempts[$0].agent?.key == number.key }
  }

  /// The last report of a number tells of the last attempt to reach it, and so on backwards.
  private mutating func pair(_ reports: [Callback.LegReport]) {
    guard let number = reports.first?.number else { return }
    var places = attempts.indices.filter {
      !later.contains($0) && attempts[$0].agent?.key == number.key
    }
    if places.isEmpty { places = [addDestination(number)].compactMap { $0 } }
    for (place, report) in zip(places.reversed(), reports.reversed()) { settle(place, by: report) }
  }

  /// A destination of which no event came: dialed all the same, says Exotel. It has no times.
  private mutating func addDestination(_ number: PhoneNumber) -> Int? {
    guard attempts.count < AttemptFlow.capacity else { return nil }
    var attempt = Attempt(
      agent: number, family: delivery.callback.family ?? .flow, began: delivery.stamp)
    attempt.person = people.person(of: number)
    attempt.name = delivery.callback.agent?.key == number.key ? delivery.callback.agentName : nil
    attempt.isOfDisposition = true
    attempt.end = Attempt.End(
      time: nil, clock: delivery.clock, closedBy: delivery.time, cause: .disposition)
    attempts.append(attempt)
    return attempts.count - 1
  }

  private mutating func settle(_ place: Int, by report: Callback.LegReport) {
    if let ringing = report.ringing { attempts[place].reportedRing = ringing }
    if let onCall = report.onCall, onCall > .zero {
      attempts[place].reportedOnCall = onCall
      return mark(place, .completed)
    }
    if let status = report.status {
      if let outcome = Leg.Outcome(finalStatus: status) { return mark(place, outcome) }
      anomalies.insert(.unknownStatus)
    }
    switch report.causeCode {
    case "USER_BUSY": mark(place, .busy)
    case "RING_TIMEOUT": mark(place, .noAnswer)
    default: break
    }
  }

  /// The word for the dialing as a whole settles the attempt that is named, else the last.
  private mutating func settleByDialStatus(destinations: Int) {
    let named = delivery.callback.agent
    if let named, lastPlace(of: named) == nil { _ = addDestination(named) }
    guard let place = named.flatMap(lastPlace(of:)) ?? lastPlace, !settled.contains(place) else {
      return
    }
    switch delivery.callback.dialStatus.flatMap(Leg.Outcome.init(finalStatus:)) {
    case .completed?: inferConversation(place)
    case let outcome?: if named != nil || destinations <= 1 { mark(place, outcome) }
    case nil: if delivery.callback.event == .disposition("completed") { inferConversation(place) }
    }
  }

  /// What ExoBridge tells as talk time.
  private mutating func settleByTalk() {
    guard let talk = delivery.callback.talk,
      let place = delivery.callback.agent.flatMap(lastPlace(of:)) ?? lastPlace
    else { return }
    attempts[place].reportedOnCall = talk
    mark(place, .completed)
  }

  /// `completed` that settles no leg: somebody has talked, and nobody is known to have.
  private mutating func inferConversation(_ place: Int) {
    let isUnspoken = attempts[place].settled == nil
    guard isUnspoken, !attempts.contains(where: \.isConversation) else { return }
    mark(place, .completed)
    attempts[place].isInferred = attempts[place].answered == nil
    if attempts[place].isInferred { anomalies.insert(.inferredOutcome) }
  }

  /// The caller hung up: it is no miss of those whose phones rang, or had just stopped.
  private mutating func giveUp(_ closed: [Int]) {
    guard delivery.callback.event == .disposition("client-hangup") else { return }
    for place in closed { attempts[place].isGivenUp = true }
    for place in attempts.indices where !later.contains(place) {
      guard let end = attempts[place].end, end.cause != .disposition, end.closedBy <= delivery.time,
        delivery.time - end.closedBy <= .seconds(2)
      else { continue }
      attempts[place].isGivenUp = true
    }
  }

  private mutating func mark(_ place: Int, _ outcome: Leg.Outcome) {
    attempts[place].settled = outcome
    attempts[place].isInferred = false
    settled.insert(place)
  }
}

extension Leg.Outcome {
  /// The outcome that a final `Status` of Exotel names; nil for any other word.
  package init?(finalStatus word: String) {
    switch word {
    case "completed": self = .completed
    case "busy": self = .busy
    case "failed": self = .failed
    case "no-answer": self = .noAnswer
    case "canceled": self = .canceled
    default: return nil
    }
  }
}
