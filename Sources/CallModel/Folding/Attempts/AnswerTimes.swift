/// When the agents of a call answered, sorted by time: tells who rang in vain as another one took
/// the call, without comparing each attempt with each.
struct AnswerTimes: Sendable {
  private struct Answer: Sendable {
    var time: Instant
    /// The person.
    var agent: String?
    /// The place of the next answer that is another agent's.
    var nextOther = 0
  }

  private var answers: [Answer] = []

  init() {}

  init(_ attempts: [Attempt]) {
    for attempt in attempts {
      guard let time = attempt.answered?.time else { continue }
      answers.append(Answer(time: time, agent: attempt.person))
    }
    answers.sort { $0.time < $1.time }
    for place in answers.indices.reversed() {
      let next = place + 1
      let isSame = next < answers.count && answers[next].agent == answers[place].agent
      answers[place].nextOther = isSame ? answers[next].nextOther : next
    }
  }

  /// True when another agent answered between one second before this attempt began and one second
  /// after it ended.
  func took(_ attempt: Attempt) -> Bool {
    guard let end = attempt.end else { return false }
    let latest = end.closedBy + .seconds(1)
    var place = firstPlace(since: attempt.began.time - .seconds(1))
    if place < answers.count, answers[place].agent == attempt.person {
      place = answers[place].nextOther
    }
    return place < answers.count && answers[place].time <= latest
  }

  private func firstPlace(since start: Instant) -> Int {
    var (low, high) = (0, answers.count)
    while low < high {
      let middle = (low + high) / 2
      if answers[middle].time < start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
