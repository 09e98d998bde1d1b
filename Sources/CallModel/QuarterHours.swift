/// Figures that can be added up and taken back.
protocol Addable: Sendable, Equatable {
  init()
  static func += (left: inout Self, right: Self)
  static func -= (left: inout Self, right: Self)
}

/// Figures per quarter of an hour, so that those of any window that begins at one (every midnight
/// of every zone does) are a short sum, and a correction touches one entry.
struct QuarterHours<Figures: Addable>: Sendable {
  private var entries: [(quarter: Int64, figures: Figures)] = []

  mutating func add(_ figures: Figures, at moment: Instant) {
    change(at: moment) { $0 += figures }
  }

  mutating func take(_ figures: Figures, at moment: Instant) {
    change(at: moment) { $0 -= figures }
  }

  /// The figures from the quarter hour of `start` on.
  func sum(since start: Instant) -> Figures {
    let quarter = Self.quarter(of: start)
    return entries.reversed().prefix { $0.quarter >= quarter }.reduce(into: Figures()) {
      $0 += $1.figures
    }
  }

  /// Forgets what lies before the quarter hour of `start`.
  mutating func forget(before start: Instant) {
    let quarter = Self.quarter(of: start)
    entries.removeFirst(entries.prefix { $0.quarter < quarter }.count)
  }

  private mutating func change(at moment: Instant, _ change: (inout Figures) -> Void) {
    let quarter = Self.quarter(of: moment)
    let before = entries.lastIndex { $0.quarter <= quarter }
    if let before, entries[before].quarter == quarter {
      change(&entries[before].figures)
      return
    }
    var figures = Figures()
    change(&figures)
    entries.insert((quarter, figures), at: before.map { $0 + 1 } ?? 0)
  }

  private static func quarter(of moment: Instant) -> Int64 {
    let (quotient, remainder) = moment.milliseconds.quotientAndRemainder(dividingBy: 900_000)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

extension AgentFigures: Addable {
  static func += (left: inout AgentFigures, right: AgentFigures) {
    left.offered += right.offered
    left.answered += right.answered
    left.missed += right.missed
    left.talk += right.talk
    left.ring += right.ring
    left.rings += right.rings
  }

  static func -= (left: inout AgentFigures, right: AgentFigures) {
    left.offered -= right.offered
    left.answered -= right.answered
    left.missed -= right.missed
    left.talk -= right.talk
    left.ring -= right.ring
    left.rings -= right.rings
  }
}

extension WindowFigures: Addable {
  static func += (left: inout WindowFigures, right: WindowFigures) {
    left.offered += right.offered
    left.answered += right.answered
    left.missed += right.missed
    left.abandoned += right.abandoned
    left.answeredInTime += right.answeredInTime
    left.wait += right.wait
    left.waits += right.waits
    left.talk += right.talk
    left.talks += right.talks
  }

  static func -= (left: inout WindowFigures, right: WindowFigures) {
    left.offered -= right.offered
    left.answered -= right.answered
    left.missed -= right.missed
    left.abandoned -= right.abandoned
    left.answeredInTime -= right.answeredInTime
    left.wait -= right.wait
    left.waits -= right.waits
    left.talk -= right.talk
    left.talks -= right.talks
  }
}
