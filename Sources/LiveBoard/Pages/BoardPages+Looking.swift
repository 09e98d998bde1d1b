import BoardScreen
import CallModel

/// Looking at many calls, while callbacks go on.
extension BoardPages {
  /// How long calls are looked at in one frame.
  private static let lookingTime = Duration.milliseconds(5)

  /// Looks at the calls that a request wants before its page is taken. True once all were looked at, so
  /// that the page has to catch up with changes alone.
  func look(for request: PageRequest) -> Bool {
    var isWhole = true
    if let filter = request.figuresFilter {
      look { arrangements.look(filter, $0, $1, limit: Self.calls) }
      isWhole = arrangements.hasSeenAll(filter)
    }
    if let query = request.query, !query.isPlain { isWhole = look(query) && isWhole }
    if case .agent(let key, _) = request { isWhole = lookForPast(of: key) && isWhole }
    return isWhole
  }

  /// True once all calls were looked at.
  func look(_ query: CallArrangement.Query) -> Bool {
    look { arrangements.look(query, $0, $1, limit: Self.calls) }
    return arrangements.hasSeenAll(query)
  }

  private func look(_ step: (borrowing CallBoard, Instant) -> Bool) {
    let end = ContinuousClock.now + Self.lookingTime
    var isWhole = false
    while !isWhole, ContinuousClock.now < end {
      isWhole = read { board, _, now in step(board, now) }
    }
  }
}
