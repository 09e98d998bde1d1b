/// How each attempt of a call ended, which depends on the others (`board.md` § 2).
struct AttemptOutcomes {
  /// Nil for one that is open.
  private(set) var outcomes: [Leg.Outcome?] = []
  /// An outcome was concluded from less than an event or a word.
  private(set) var isInferred = false
  /// For each attempt the number of the offer that it is part of: a run of attempts at one person in
  /// which no device is dialed twice.
  let offers: [Int]

  private let answers: AnswerTimes
  private let answeredOffers: Set<Int>
  private let hasConversation: Bool

  /// Of a call without attempts.
  static let none = AttemptOutcomes()

  private init() {
    (offers, answers, answeredOffers, hasConversation) = ([], AnswerTimes(), [], false)
  }

  init(_ list: AttemptList, _ signs: ProgressSigns) {
    let attempts = list.all
    let offers = Self.offers(attempts)
    self.offers = offers
    answers = AnswerTimes(attempts)
    hasConversation = list.conversations > 0
    answeredOffers =
      hasConversation
      ? Set(attempts.indices.filter { attempts[$0].isConversation }.map { offers[$0] }) : []
    for place in attempts.indices {
      outcomes.append(outcome(of: attempts[place], offer: offers[place], signs))
    }
  }

  func contains(_ outcome: Leg.Outcome?) -> Bool { outcomes.contains(outcome) }

  private static func offers(_ attempts: [Attempt]) -> [Int] {
    guard attempts.count > 1 else { return attempts.isEmpty ? [] : [1] }
    var current: [String: (offer: Int, devices: Set<String>)] = [:]
    var count = 0
    return attempts.map { attempt in
      if let person = attempt.person, let device = attempt.agent?.key {
        if current[person]?.devices.insert(device).inserted == true, let run = current[person] {
          return run.offer
        }
        current[person] = (count + 1, [device])
      }
      count += 1
      return count
    }
  }

  private mutating func outcome(
    of attempt: Attempt, offer: Int, _ signs: ProgressSigns
  ) -> Leg.Outcome? {
    guard let end = attempt.end else { return nil }
    if attempt.isConversation {
      isInferred = isInferred || attempt.isInferred
      return .completed
    }
    if let settled = attempt.settled, settled != .noAnswer, settled != .canceled { return settled }
    // Another agent's, or another device of the same offer.
    if answeredOffers.contains(offer) || answers.took(attempt) { return .elsewhere }
    if let settled = attempt.settled { return settled }
    if attempt.showsConversation {
      isInferred = true
      return .completed
    }
    if attempt.isGivenUp { return .canceled }
    if attempt.isOfDisposition { return hasConversation ? .elsewhere : .unknown }
    let isMiss =
      end.cause != .silence && end.cause != .contradiction
      && signs.shows(attempt.family, since: attempt.began.time)
    return isMiss ? .noAnswer : .unknown
  }
}
