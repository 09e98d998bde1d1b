/// Figures over the calls that came in within a window of time (`board.md` § 5). Each call stands in
/// exactly one column: they add up to ``offered``.
package struct CallerFigures: Hashable, Sendable {
  package var answered = 0
  package var missed = 0
  package var abandoned = 0
  package var voicemail = 0
  package var ivr = 0
  package var unknown = 0
  package var pending = 0
  /// Abandoned so quickly that nobody could have answered; they stay in `abandoned`.
  package var shortAbandons = 0
  /// Answered within the service level's time of the first dial.
  package var inTime = 0
  /// Sum over the `waits` answered calls whose time from first dial to answer is known.
  package var wait = Duration.zero
  package var waits = 0
  /// Sum over the `talks` ended conversations whose length is known.
  package var talk = Duration.zero
  package var talks = 0

  package init() {}

  package var offered: Int { answered + lost + ivr + unknown + pending }

  package var lost: Int { missed + abandoned + voicemail }

  /// Answered ÷ (answered + lost); nil while no call says anything.
  package var answerRate: Double? {
    answered + lost == 0 ? nil : Double(answered) / Double(answered + lost)
  }

  /// ASA: mean of the known waits; nil where fewer than half of the answered calls have one.
  package var averageSpeedOfAnswer: Duration? { knowsWaits ? wait / waits : nil }

  /// Mean conversation.
  package var meanTalk: Duration? { talks == 0 ? nil : talk / talks }

  /// True where at least half of the answered calls have a known wait.
  var knowsWaits: Bool { waits > 0 && 2 * waits >= answered }

  /// In time ÷ (known + lost − short + late). `late` are callers who are not answered yet and cannot be
  /// in time any more.
  func serviceLevel(late: Int) -> Double? {
    let decided = waits + lost - shortAbandons + late
    guard decided > 0, answered == 0 || knowsWaits else { return nil }
    return Double(inTime) / Double(decided)
  }
}

extension CallerFigures: Addable {
  static func += (left: inout CallerFigures, right: CallerFigures) { left.add(right, 1) }
  static func -= (left: inout CallerFigures, right: CallerFigures) { left.add(right, -1) }

  private mutating func add(_ other: CallerFigures, _ sign: Int) {
    answered += sign * other.answered
    missed += sign * other.missed
    abandoned += sign * other.abandoned
    voicemail += sign * other.voicemail
    ivr += sign * other.ivr
    unknown += sign * other.unknown
    pending += sign * other.pending
    shortAbandons += sign * other.shortAbandons
    inTime += sign * other.inTime
    wait = sign > 0 ? wait + other.wait : wait - other.wait
    waits += sign * other.waits
    talk = sign > 0 ? talk + other.talk : talk - other.talk
    talks += sign * other.talks
  }
}
