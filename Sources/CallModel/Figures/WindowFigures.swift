/// Figures over the calls that began in a window of time.
package struct WindowFigures: Hashable, Sendable {
  package var callers = CallerFigures()
  package var placed = PlacedFigures()
  /// Callers who are not answered yet, and cannot be in time any more, as of one moment.
  package var late = 0

  package init() {}

  package var serviceLevel: Double? { callers.serviceLevel(late: late) }
}

extension WindowFigures: Addable {
  static func += (left: inout WindowFigures, right: WindowFigures) {
    left.callers += right.callers
    left.placed += right.placed
    left.late += right.late
  }

  static func -= (left: inout WindowFigures, right: WindowFigures) {
    left.callers -= right.callers
    left.placed -= right.placed
    left.late -= right.late
  }
}

/// Figures over the calls that began in one minute.
package struct MinuteFigures: Hashable, Sendable {
  package var begun = 0
  /// Of those that came in: missed, abandoned, voicemail.
  package var lost = 0

  package init() {}
}

extension MinuteFigures: Addable {
  static func += (left: inout MinuteFigures, right: MinuteFigures) {
    left.begun += right.begun
    left.lost += right.lost
  }

  static func -= (left: inout MinuteFigures, right: MinuteFigures) {
    left.begun -= right.begun
    left.lost -= right.lost
  }
}
