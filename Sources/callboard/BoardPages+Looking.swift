import CallModel

/// Looking at many calls, while callbacks go on.
extension BoardPages {
  /// How long calls are looked at in one frame.
  private static let lookingTime = Duration.milliseconds(5)

  /// True when all calls were looked at.
  func look(_ wish: CallArrangement.Wish) -> Bool {
    look { arrangements.look(wish, $0, $1, limit: Self.calls) }
  }

  /// For the figures of a filter.
  func look(_ filter: CallFilter) {
    _ = look { arrangements.look(filter, $0, $1, limit: Self.calls) }
  }

  private func look(_ step: (borrowing CallBoard, Instant) -> Bool) -> Bool {
    let end = ContinuousClock.now + Self.lookingTime
    var isWhole = false
    while !isWhole, ContinuousClock.now < end {
      isWhole = read { board, _, now in step(board, now) }
    }
    return isWhole
  }
}
