/// How each attempt of a call ended, which depends on the others (`board.md` § 2).
struct AttemptOutcomes {
  /// Nil for one that is open.
  private(set) var outcomes: [Leg.Outcome?] = []
  /// An outcome was concluded from less than an event or a word.
  private(set) var isInferred = false
  /// For each attempt the number of the offer that it is part of: a run of attempts at one person in
  /// which no device is dialed twice.
  let offers: [Int]

  private let attempts: [Attempt]
  /// The answers in the order of their times, with the device that answered.
  private let answers: [(time: Instant, device: String?)]
  private let answeredOffers: Set<Int>

  /// `showsProgress` tells whether an attempt's family would have told of an answer.
  init(_ attempts: [Attempt], showsProgress: (Attempt) -> Bool) {
    self.attempts = attempts
    offers = Self.offers(attempts)
    answers = attempts.compactMap { attempt in
      attempt.answered.map { ($0.time, attempt.agent?.key) }
    }.sorted { $0.time < $1.time }
    answeredOffers = Set(
      attempts.indices.filter { attempts[$0].isConversation }.map { [offers] in offers[$0] })
    outcomes = attempts.indices.map { outcome(of: $0, showsProgress) }
  }

  private static func offers(_ attempts: [Attempt]) -> [Int] {
    var current: [String: (offer: Int, devices: Set<String>)] = [:]
    var count = 0
    return attempts.map { attempt in
      guard let person = attempt.person, let device = attempt.agent?.key else {
        count += 1
        return count
      }
      if var run = current[person], run.devices.insert(device).inserted {
        current[person] = run
        return run.offer
      }
      count += 1
      current[person] = (count, [device])
      return count
    }
  }

  private mutating func outcome(
    of place: Int, _ showsProgress: (Attempt) -> Bool
  ) -> Leg.Outcome? {
    let attempt = attempts[place]
    guard let end = attempt.end else { return nil }
    if attempt.isConversation {
      isInferred = isInferred || attempt.isInferred
      return .completed
    }
    if let settled = attempt.settled, settled != .noAnswer, settled != .canceled { return settled }
    if wasTaken(place, end) { return .elsewhere }
    if let settled = attempt.settled { return settled }
    if attempt.showsConversation {
      isInferred = true
      return .completed
    }
    if attempt.isGivenUp { return .canceled }
    guard !attempt.isOfDisposition else {
      return attempts.contains(where: \.isConversation) ? .elsewhere : .unknown
    }
    return showsProgress(attempt) && end.cause != .silence ? .noAnswer : .unknown
  }

  /// True where another agent's attempt was answered between one second before this one began and one
  /// second after it ended, or another device of the same offer was.
  private func wasTaken(_ place: Int, _ end: Attempt.End) -> Bool {
    let attempt = attempts[place]
    if answeredOffers.contains(offers[place]) { return true }
    let (first, last) = (attempt.began.time - .seconds(1), end.closedBy + .seconds(1))
    var (low, high) = (0, answers.count)
    while low < high {
      let middle = (low + high) / 2
      if answers[middle].time < first { low = middle + 1 } else { high = middle }
    }
    return answers[low...].prefix { $0.time <= last }.contains { $0.device != attempt.agent?.key }
  }
}
