extension CallScript {
  /// All that is told of an outbound call whose first leg is `number`.
  mutating func play(_ course: OutboundCourse, _ number: String) {
    guard account.subscribes else {
      return defaultPayload(
        course.fate.rawStatus, hasRecording: course.talk != nil, at: course.end)
    }
    for (step, time) in course.steps {
      if step == .ends {
        status(
          "terminal", course.fate.rawStatus, number, legs: ended(course), conversation: course.talk,
          at: time)
      } else {
        status(step.event, "in-progress", number, legs: step.legs, at: time)
      }
    }
  }

  private func ended(_ course: OutboundCourse) -> [Leg] {
    func ring(_ leg: LegCourse?) -> Duration {
      account.tellsRinging ? leg?.ringing ?? .zero : .zero
    }
    return [
      Leg(
        status: course.first.fate.rawStatus,
        onCall: course.first.answeredAt.map { course.end - $0 } ?? .zero,
        ringing: ring(course.first)),
      Leg(
        status: course.second?.fate.rawStatus, onCall: course.talk ?? .zero,
        ringing: ring(course.second)),
    ]
  }
}

extension OutboundCourse.Step {
  fileprivate var event: String {
    switch self {
    case .firstRings, .secondRings: "ringing"
    case .firstAnswers, .secondAnswers: "answered"
    case .ends: "terminal"
    }
  }

  /// A second leg without a status: the event is about the first (`callbacks.md` § 2).
  fileprivate var legs: [CallScript.Leg] {
    let active = CallScript.Leg(status: "in-progress")
    switch self {
    case .firstRings, .firstAnswers: return [active, .init()]
    case .secondRings, .secondAnswers, .ends: return [active, active]
    }
  }
}
