/// Settles attempts by what an after-call disposition says of the dialed destinations.
struct DispositionSettling {
  private(set) var attempts: [Attempt]
  private(set) var sawUnknownWord = false
  private let delivery: Delivery
  private var settled: Set<Int> = []

  init(_ delivery: Delivery, attempts: [Attempt]) {
    self.delivery = delivery
    self.attempts = attempts
  }

  mutating func run() {
    let reports = delivery.callback.legs
    let named = Dictionary(grouping: reports.filter { $0.number != nil }, by: { $0.number?.key })
    for reports in reports.indices.compactMap({ firstReports(at: $0, in: named) }) {
      pair(reports)
    }
    let unnamed = reports.filter { $0.number == nil }
    if unnamed.count == 1, named.isEmpty, let last = attempts.indices.last {
      settle(last, by: unnamed[0])
    }
    settleByDialStatus()
  }

  /// The reports of a number, at the place of its first one.
  private func firstReports(
    at index: Int, in named: [String?: [Callback.LegReport]]
  ) -> [Callback.LegReport]? {
    let reports = delivery.callback.legs
    guard let key = reports[index].number?.key,
      !reports[..<index].contains(where: { $0.number?.key == key })
    else { return nil }
    return named[key]
  }

  /// The last report of a number tells of the last attempt to reach it, and so on backwards.
  private mutating func pair(_ reports: [Callback.LegReport]) {
    guard let number = reports.first?.number else { return }
    var places = attempts.indices.filter { attempts[$0].agent?.key == number.key }
    if places.isEmpty { places = [addDestination(number)] }
    for (place, report) in zip(places.reversed(), reports.reversed()) { settle(place, by: report) }
  }

  /// A destination of which no event came: dialed all the same, says Exotel.
  private mutating func addDestination(_ number: PhoneNumber) -> Int {
    var attempt = Attempt(agent: number, began: delivery.stamp)
    attempt.name = delivery.callback.agent?.key == number.key ? delivery.callback.agentName : nil
    attempt.end = Attempt.End(
      time: nil, clock: delivery.clock, closedBy: delivery.time, cause: .disposition)
    attempts.append(attempt)
    return attempts.count - 1
  }

  private mutating func settle(_ place: Int, by report: Callback.LegReport) {
    if let ringing = report.ringing { attempts[place].reportedRing = ringing }
    if let onCall = report.onCall, onCall > .zero {
      attempts[place].reportedOnCall = onCall
      mark(place, .completed)
      return
    }
    if let status = report.status {
      if let outcome = Leg.Outcome(finalStatus: status) {
        mark(place, outcome)
        return
      }
      sawUnknownWord = true
    }
    switch report.causeCode {
    case "USER_BUSY": mark(place, .busy)
    case "RING_TIMEOUT": mark(place, .noAnswer)
    default: break
    }
  }

  private mutating func settleByDialStatus() {
    guard let word = delivery.callback.dialStatus else { return }
    guard let outcome = Leg.Outcome(finalStatus: word) else {
      sawUnknownWord = true
      return
    }
    if attempts.isEmpty, let agent = delivery.callback.agent { _ = addDestination(agent) }
    let named = delivery.callback.agent.flatMap { agent in
      attempts.lastIndex { $0.agent?.key == agent.key }
    }
    guard let place = named ?? attempts.indices.last, !settled.contains(place) else { return }
    if outcome == .completed, attempts.contains(where: \.isConversation) { return }
    mark(place, outcome)
  }

  private mutating func mark(_ place: Int, _ outcome: Leg.Outcome) {
    attempts[place].settled = outcome
    settled.insert(place)
  }
}

extension Leg.Outcome {
  /// The outcome that a final `Status` of Exotel names; nil for any other word.
  init?(finalStatus word: String) {
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
