import CallModel

/// What time alone changes on the board.
extension CallMonitor {
  /// No sleep is longer, however far the next deadline is: a machine's clock can be set forward, which
  /// no sleep notices, and back, which is to be said in the log.
  package static let longestSleep = Duration.seconds(1)
  /// No sleep is shorter: what is due within that is done in one go, and leaves others their turn.
  private static let shortestSleep = Duration.milliseconds(10)

  /// Lets time alone change what it changes (missed, lost terminal), and rings if it did. Returns
  /// the next moment at which that happens.
  @discardableResult
  package func advance() -> Instant? {
    let (changed, next) = state.withLock {
      $0.advance(to: clock())
      return ($0.takeSilentChange(), $0.board.nextDeadline)
    }
    if changed { notify() }
    return next
  }

  /// Sleeps until `deadline`, as ``advance()`` gives it; not as long where a callback brings an earlier
  /// one, where the task is cancelled, or where that is longer than `longest`. One task does so.
  package func sleep(
    until deadline: Instant?, atMost longest: Duration = CallMonitor.longestSleep
  ) async {
    let time = state.withLock { state in
      let now = clock()
      // A callback may have come since the deadline was asked for.
      let next = [deadline, state.board.nextDeadline, now + longest].compactMap(\.self).min()
      state.wakeTime = next
      return next.map { $0 - now } ?? longest
    }
    await deadlineAlarm.sleep(for: max(time, Self.shortestSleep))
    state.withLock { $0.wakeTime = nil }
  }

  /// Wakes who sleeps until the next deadline, where there is an earlier one now.
  func noteDeadline() {
    let isEarlier = state.withLock { $0.takeEarlierDeadline() }
    if isEarlier { deadlineAlarm.wake() }
  }
}

extension MonitorState {
  /// True where there is an earlier deadline than the one that is slept until: once for each sleep.
  fileprivate mutating func takeEarlierDeadline() -> Bool {
    guard let wakeTime, let next = board.nextDeadline, next < wakeTime else { return false }
    self.wakeTime = nil
    return true
  }
}
