import Synchronization

/// Lets a task sleep until it is time, or until it is woken.
final class DeadlineAlarm: Sendable {
  private struct State {
    /// Nil where nobody sleeps.
    var sleep: Task<Void, Never>?
    /// True where it rang while nobody slept: who was about to is not to sleep then.
    var hasRung = false
  }

  private let state = Mutex(State())

  /// Ends early when it rings, or when the task is cancelled. One task sleeps at a time.
  func sleep(for time: Duration) async {
    let sleep = state.withLock { state -> Task<Void, Never>? in
      guard !state.hasRung else { return nil }
      let sleep = Task { _ = try? await Task.sleep(for: time) }
      state.sleep = sleep
      return sleep
    }
    await withTaskCancellationHandler {
      await sleep?.value
    } onCancel: {
      sleep?.cancel()
    }
    state.withLock { $0 = State() }
  }

  /// May be called from any thread.
  func ring() {
    state.withLock { state in
      state.hasRung = true
      state.sleep?.cancel()
    }
  }
}
