import CallModel

/// What a call was doing in each of the moments that the cells of a line stand for.
struct TimelineBar {
  enum Phase: Hashable, Sendable, CaseIterable {
    case nothing, waiting, dialing, ringing, talking
    /// In this cell an attempt ended that nobody answered.
    case unanswered
  }

  /// The first moment of the first cell.
  let start: Instant
  /// The time that a cell stands for.
  let step: Duration
  let now: Instant

  func phases(of call: Call, cells: Int) -> [Phase] {
    let shift = shift(of: call)
    let begin = min(call.startedAt + shift, call.clock)
    let end = call.isLive ? now : call.clock
    var phases = [Phase](repeating: .nothing, count: cells)
    fill(&phases, .waiting, begin, end)
    // Whoever called in is in the flow already; of a connected pair both are being reached.
    for leg in call.legs where leg.party == .agent || !call.hasAttempts {
      let talking = call.hasAttempts ? leg.answeredAt : call.answeredAt
      fill(&phases, leg, talkingFrom: talking, shift, end: end)
    }
    return phases
  }

  /// Events whose own time is not believed (an old replay, a wrong zone) are shown where they came.
  private func shift(of call: Call) -> Duration {
    let shift = call.believedStart - call.startedAt
    return abs(shift.components.seconds) > 1_800 ? shift : .zero
  }

  private func fill(
    _ phases: inout [Phase], _ leg: Leg, talkingFrom: Instant?, _ shift: Duration, end: Instant
  ) {
    let over = leg.endedAt.map { $0 + shift } ?? end
    let answered = leg.answeredAt.map { $0 + shift }
    let ringing = leg.ringingAt.map { $0 + shift }
    if let dialed = leg.dialedAt {
      fill(&phases, .dialing, dialed + shift, ringing ?? answered ?? over)
    }
    if let ringing { fill(&phases, .ringing, ringing, answered ?? over) }
    if let talkingFrom { fill(&phases, .talking, talkingFrom + shift, over) }
    if leg.state == .ended, leg.outcome?.isMiss ?? false, let cell = cell(of: over),
      phases.indices.contains(cell)
    {
      phases[cell] = .unanswered
    }
  }

  /// Whatever takes any time is seen: it has at least the cell in which it began. What takes longer
  /// than can be is not.
  private func fill(_ phases: inout [Phase], _ phase: Phase, _ from: Instant, _ to: Instant) {
    guard PhaseLength(from: from, to: to).duration != nil, let first = cell(of: from),
      let last = cell(of: to)
    else { return }
    for cell in max(first, 0)..<max(min(max(last, first + 1), phases.count), max(first, 0)) {
      if phases[cell].rank < phase.rank { phases[cell] = phase }
    }
  }

  private func cell(of moment: Instant) -> Int? {
    let width = step.wholeMilliseconds
    guard width > 0 else { return nil }
    let offset = (moment - start).wholeMilliseconds
    return Int(offset >= 0 ? offset / width : (offset - width + 1) / width)
  }
}

extension TimelineBar.Phase {
  /// Of two in one cell the one that matters more is seen.
  fileprivate var rank: Int {
    switch self {
    case .nothing: 0
    case .waiting: 1
    case .dialing: 2
    case .ringing: 3
    case .talking: 4
    case .unanswered: 5
    }
  }
}

extension Signs {
  /// One cell of a call's bar.
  func sign(_ phase: TimelineBar.Phase) -> String {
    switch phase {
    case .nothing: " "
    case .waiting: pick("·", ".")
    case .dialing: pick("░", "-")
    case .ringing: pick("▒", "=")
    case .talking: pick("█", "#")
    case .unanswered: pick("✗", "x")
    }
  }
}
