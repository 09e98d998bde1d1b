import CallModel

/// For those who come back to how a board was.
extension CallMonitor {
  /// The board and the wire at one moment.
  package struct Snapshot: Sendable {
    fileprivate var state: MonitorState
  }

  /// Both as they are, to come back to.
  package func takeSnapshot() -> Snapshot { state.withLock { Snapshot(state: $0) } }

  /// Brings both back as they were; `turnClock` turns the monitor's clock back to that moment.
  package func restore(_ snapshot: Snapshot, turnClock: () -> Void) {
    state.withLock { state in
      var restored = snapshot.state
      restored.board.replace(state.board)
      restored.wakeTime = state.wakeTime
      state = restored
      turnClock()
    }
    noteDeadline()
    onChange()
  }

  /// Takes the place of another monitor: whoever has looked at that one sees that all has changed, and
  /// who slept until its deadline wakes up.
  package func succeed(_ other: CallMonitor) {
    let last = other.takeSnapshot()
    state.withLock { $0.board.replace(last.state.board) }
    other.deadlineAlarm.wake()
  }
}
