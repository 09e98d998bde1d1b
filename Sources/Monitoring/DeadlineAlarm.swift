import Synchronization

/// Lets a task sleep until it is time, or until it is woken.
final class DeadlineAlarm: Sendable {
  private struct State {
    /// Nil where nobody sleeps.
    var sleep: Task<Void, Never>?
    /// True where it was woken while nobody slept: the next sleep ends at once.
    var isWoken = false
  }

  private let state = Mutex(State())

  /// Ends early when it is woken, or when the task is cancelled. One task sleeps at a time.
  func sleep(for time: Duration) async {
    let sleep = state.withLock { state -> Task<Void, Never>? in
      guard !state.isWoken else { return nil }
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
  func wake() {
    state.withLock { state in
      state.isWoken = true
      state.sleep?.cancel()
    }
  }
}
