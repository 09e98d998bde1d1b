/// What happens in a call that connects two numbers, with all its times.
struct OutboundTimeline: Hashable, Sendable {
  let first: LegTimeline
  /// Nil where the second number is not dialed.
  let second: LegTimeline?
  /// How long both talked; nil where they did not.
  let talk: Duration?
  let end: Duration

  /// How long a leg may ring, and both may talk.
  struct Limits: Sendable {
    var timeOut: Duration?
    var timeLimit: Duration?
  }

  init(_ fate: OutboundFate, from began: Duration, within limits: Limits = Limits()) {
    first = LegTimeline(fate.first, dialedAt: began, timeOut: limits.timeOut)
    guard let answered = first.answeredAt else {
      (second, talk, end) = (nil, nil, first.settledAt)
      return
    }
    if let leaves = fate.leavesAfter {
      (second, talk, end) = (nil, nil, answered + leaves)
      return
    }
    let second = LegTimeline(fate.second, dialedAt: answered, timeOut: limits.timeOut)
    let talk = second.answeredAt.map { _ in min(fate.talk, limits.timeLimit ?? fate.talk) }
    (self.second, self.talk) = (second, talk)
    end = second.settledAt + (talk ?? .zero)
  }

  /// What became of the whole call. Where the first hangs up before the second is dialed, Exotel's
  /// documentation names no word; this one says that the call was given up.
  var fate: Flow.LegFate {
    if let second { return second.fate }
    return first.fate == .answers ? .canceled : first.fate
  }

  /// What happens, and when.
  enum Step: Hashable, Sendable {
    case firstRings, firstAnswers, secondRings, secondAnswers, ends
  }

  /// In the order of their times.
  var steps: [(step: Step, at: Duration)] {
    let times: [(Step, Duration?)] = [
      (.firstRings, first.ringsAt), (.firstAnswers, first.answeredAt),
      (.secondRings, second?.ringsAt), (.secondAnswers, second?.answeredAt), (.ends, end),
    ]
    return times.compactMap { step, time in time.map { (step, $0) } }
  }
}

/// What is to become of a call that connects two numbers.
struct OutboundFate: Hashable, Sendable {
  var first: LegFate
  var second: LegFate
  var talk: Duration
  /// How long after the answer whoever was rung first hangs up, before the second number is dialed.
  var leavesAfter: Duration?
}

extension Flow.LegFate {
  /// The word of `Status` and `Legs[n].Status` at the end.
  var rawStatus: String {
    switch self {
    case .answers: "completed"
    case .noAnswer: "no-answer"
    case .rejects: "busy"
    case .fails: "failed"
    case .canceled: "canceled"
    }
  }
}
