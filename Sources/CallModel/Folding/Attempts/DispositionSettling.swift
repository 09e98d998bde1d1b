/// Settles attempts by what a disposition says of the dialed destinations.
struct DispositionSettling {
  private(set) var anomalies = AnomalySet()
  private let delivery: Delivery
  /// Places of attempts that it says nothing of.
  private let later: Set<Int>
  private let people: People
  private var settled: Set<Int> = []

  init(_ delivery: Delivery, later: Set<Int>, people: People) {
    self.delivery = delivery
    self.later = later
    self.people = people
  }

  /// `closed` are the attempts that it has ended.
  mutating func settle(_ attempts: inout AttemptList, closed: [Int]) {
    let reports = delivery.callback.legs
    var named: [String: [Callback.LegReport]] = [:]
    var numbers: [PhoneNumber] = []
    for report in reports {
      guard let number = report.number else { continue }
      if named[number.key] == nil { numbers.append(number) }
      named[number.key, default: []].append(report)
    }
    for number in numbers { pair(number, named[number.key] ?? [], &attempts) }
    if reports.count == 1, named.isEmpty, let last = lastPlace(attempts) {
      settle(last, by: reports[0], &attempts)
    }
    settleByDialStatus(&attempts, destinations: named.count)
    settleByTalk(&attempts)
    giveUp(closed, &attempts)
  }

  private func lastPlace(_ attempts: AttemptList) -> Int? {
    attempts.all.indices.last { !later.contains($0) }
  }

  private func places(of number: PhoneNumber, _ attempts: AttemptList) -> [Int] {
    let places = attempts.places(of: number)
    return later.isEmpty ? places : places.filter { !later.contains($0) }
  }

  /// The last report of a number tells of the last attempt to reach it, and so on backwards.
  private mutating func pair(
    _ number: PhoneNumber, _ reports: [Callback.LegReport], _ attempts: inout AttemptList
  ) {
    var places = places(of: number, attempts)
    if places.isEmpty { places = addDestination(number, &attempts).map { [$0] } ?? [] }
    for (place, report) in zip(places.reversed(), reports.reversed()) {
      settle(place, by: report, &attempts)
    }
  }

  /// A destination of which no event came: dialed all the same, says Exotel. It has no times. Nil
  /// where the call has all the attempts that it can have.
  private mutating func addDestination(
    _ number: PhoneNumber, _ attempts: inout AttemptList
  ) -> Int? {
    var attempt = Attempt(
      agent: number, family: delivery.callback.family ?? .flow, began: delivery.eventMoment)
    attempt.person = people.person(of: number)
    attempt.name = delivery.callback.agent?.key == number.key ? delivery.callback.agentName : nil
    attempt.isOfDisposition = true
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
    if onCall.duration != nil { return mark(place, .completed, &attempts) }
    if let status = report.status {
      if let outcome = Leg.Outcome(finalStatus: status) { return mark(place, outcome, &attempts) }
      anomalies.insert(.unknownStatus)
    }
    switch report.causeCode {
    case "USER_BUSY": mark(place, .busy, &attempts)
    case "RING_TIMEOUT": mark(place, .noAnswer, &attempts)
    default: break
    }
  }

  /// The word for the dialing as a whole settles the attempt that is named, else the last.
  private mutating func settleByDialStatus(_ attempts: inout AttemptList, destinations: Int) {
    let named = delivery.callback.agent
    if let named, places(of: named, attempts).isEmpty { _ = addDestination(named, &attempts) }
    let own = named.flatMap { places(of: $0, attempts).last }
    guard let place = own ?? lastPlace(attempts), !settled.contains(place) else { return }
    switch delivery.callback.dialStatus.flatMap(Leg.Outcome.init(finalStatus:)) {
    case .completed?:
      if named != nil || attempts.conversations == 0 { mark(place, .completed, &attempts) }
    case let outcome?: if named != nil || destinations <= 1 { mark(place, outcome, &attempts) }
    case nil:
      if delivery.callback.event == .disposition("completed") {
        inferConversation(place, &attempts)
      }
    }
  }

  /// What ExoBridge tells as talk time.
  private mutating func settleByTalk(_ attempts: inout AttemptList) {
    let named = delivery.callback.agent.flatMap { places(of: $0, attempts).last }
    guard let talk = delivery.callback.talk, let place = named ?? lastPlace(attempts) else {
      return
    }
    attempts.change(place) { $0.reportedOnCall = talk }
    mark(place, .completed, &attempts)
  }

  /// `completed` that settles no leg: somebody has talked, and nobody is known to have.
  private mutating func inferConversation(_ place: Int, _ attempts: inout AttemptList) {
    guard attempts.all[place].settled == nil, attempts.conversations == 0 else { return }
    mark(place, .completed, &attempts)
    attempts.change(place) { $0.isInferred = true }
    anomalies.insert(.inferredOutcome)
  }

  /// The caller hung up: it is no miss of those whose phones rang, or had just stopped.
  private mutating func giveUp(_ closed: [Int], _ attempts: inout AttemptList) {
    guard delivery.callback.event == .disposition("client-hangup") else { return }
    let recent = attempts.closedPlaces(since: delivery.time - .seconds(2)).filter {
      !later.contains($0) && attempts.all[$0].end?.cause != .disposition
    }
    for place in closed + recent { attempts.change(place) { $0.isGivenUp = true } }
  }

  private mutating func mark(_ place: Int, _ outcome: Leg.Outcome, _ attempts: inout AttemptList) {
    attempts.change(place) {
      $0.settled = outcome
      $0.isInferred = false
    }
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
