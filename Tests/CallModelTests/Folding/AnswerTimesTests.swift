import Testing

@testable import CallModel

@Suite struct AnswerTimesTests {
  /// As the rule says it: each attempt compared with each.
  private func wasTaken(_ attempt: Attempt, in attempts: [Attempt]) -> Bool {
    guard let end = attempt.end else { return false }
    return attempts.contains { other in
      guard let answer = other.answered?.time, other.person != attempt.person else {
        return false
      }
      return answer >= attempt.began.time - .seconds(1) && answer <= end.closedBy + .seconds(1)
    }
  }

  private func moment(_ second: Int) -> EventMoment {
    EventMoment(time: Floor.at(Double(second)), clock: Floor.at(Double(second)))
  }

  @Test(arguments: 0..<200) func `who took a call is found as by comparing all`(_ seed: Int) {
    var random = Seeded(UInt64(seed))
    let names = ["asha", "ravi", "meera", nil]
    let attempts = (0..<Int.random(in: 0...12, using: &random)).map { _ in
      let began = Int.random(in: 0...30, using: &random)
      var attempt = Attempt(
        agent: names.randomElement(using: &random)?.map(Floor.number), family: .connect,
        began: moment(began))
      attempt.person = attempt.agent?.key
      let end = began + Int.random(in: 0...10, using: &random)
      if Bool.random(using: &random) {
        attempt.answered = moment(Int.random(in: 0...40, using: &random))
      }
      if Int.random(in: 0..<4, using: &random) > 0 {
        attempt.end = Attempt.End(
          time: Floor.at(Double(end)), clock: Floor.at(Double(end)),
          closedBy: Floor.at(Double(end)), cause: .terminal)
      }
      return attempt
    }
    let answers = AnswerTimes(attempts)
    for attempt in attempts {
      #expect(answers.took(attempt) == wasTaken(attempt, in: attempts))
    }
  }
}
