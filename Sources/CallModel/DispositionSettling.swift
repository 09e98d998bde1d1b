/// Settles attempts by what an after-call disposition says of the dialed destinations.
struct DispositionSettling {
  private(set) var anomalies = AnomalySet()
  private let delivery: Delivery
  private var settled: Set<Int> = []

  init(_ delivery: Delivery) { self.delivery = delivery }

  mutating func settle(_ attempts: inout AttemptList) {
    let reports = delivery.callback.legs
    var named: [String: [Callback.LegReport]] = [:]
    var numbers: [PhoneNumber] = []
    for report in reports {
      guard let number = report.number else { continue }
      if named[number.key] == nil { numbers.append(number) }
      named[number.key, default: []].append(report)
    }
    for number in numbers { pair(number, named[number.key] ?? [], &attempts) }
    if reports.count == 1, named.isEmpty, let last = attempts.all.indices.last {
      settle(last, by: reports[0], &attempts)
    }
    settleByDialStatus(&attempts)
  }

  /// The last report of a number tells of the last attempt to reach it, and so on backwards.
  private mutating func pair(
    _ number: PhoneNumber, _ reports: [Callback.LegReport], _ attempts: inout AttemptList
  ) {
    var places = attempts.places(of: number)
    if places.isEmpty { places = addDestination(number, &attempts).map { [$0] } ?? [] }
    for (place, report) in zip(places.reversed(), reports.reversed()) {
      settle(place, by: report, &attempts)
    }
  }

  /// A destination of which no event came: dialed all the same, says Exotel. Nil where the call has
  /// all the attempts that it can have.
  private mutating func addDestination(
    _ number: PhoneNumber, _ attempts: inout AttemptList
  ) -> Int? {
    var attempt = Attempt(agent: number, began: delivery.stamp)
    attempt.name = delivery.callback.agent?.key == number.key ? delivery.callback.agentName : nil
    attempt.end = Attempt.End(
      time: nil, clock: delivery.clock, closedBy: delivery.time, cause: .disposition)
    let place = attempts.append(attempt)
    if place == nil { anomalies.insert(.contradiction) }
    return place
  }

  private mutating func settle(
    _ place: Int, by report: Callback.LegReport, _ attempts: inout AttemptList
  ) {
    let onCall = PhaseLength(report.onCall).aboveZero
    attempts.change(place) {
      $0.reportedRing = report.ringing ?? $0.reportedRing
      if onCall.duration != nil || onCall.isTooLong { $0.reportedOnCall = report.onCall }
    }
    if onCall.duration != nil {
      mark(place, .completed, &attempts)
      return
    }
    if let status = report.status {
      if let outcome = Leg.Outcome(finalStatus: status) {
        mark(place, outcome, &attempts)
        return
      }
      anomalies.insert(.unknownStatus)
    }
    switch report.causeCode {
    case "USER_BUSY": mark(place, .busy, &attempts)
    case "RING_TIMEOUT": mark(place, .noAnswer, &attempts)
    default: break
    }
  }

  private mutating func settleByDialStatus(_ attempts: inout AttemptList) {
    guard let word = delivery.callback.dialStatus else { return }
    guard let outcome = Leg.Outcome(finalStatus: word) else {
      anomalies.insert(.unknownStatus)
      return
    }
    let agent = delivery.callback.agent
    if attempts.all.isEmpty, let agent { _ = addDestination(agent, &attempts) }
    let named = agent.flatMap { attempts.places(of: $0).last }
    guard let place = named ?? attempts.all.indices.last, !settled.contains(place) else { return }
    if outcome == .completed, attempts.conversations > 0 { return }
    mark(place, outcome, &attempts)
  }

  private mutating func mark(
    _ place: Int, _ outcome: Leg.Outcome, _ attempts: inout AttemptList
  ) {
    attempts.change(place) { $0.settled = outcome }
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
