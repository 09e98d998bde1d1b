import Dispatch
import Synchronization

/// Tells those who follow the board that something came: all at once, and at most every few
/// milliseconds (a frame of a screen is longer), however much comes.
package final class ChangeNotifier: Sendable {
  private struct State {
    var followers: [Int: @Sendable () -> Void] = [:]
    var readers: Set<Int> = []
    var next = 0
    var isDue = false
  }

  private let pause: DispatchTimeInterval
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "followers")

  /// Notifies at most once in `pause`.
  package init(pause: DispatchTimeInterval = .milliseconds(20)) { self.pause = pause }

  /// How many readers there are.
  package var count: Int { state.withLock { $0.readers.count } }

  /// `wake` must not wait. Gives what to ``remove(_:)`` it by.
  package func add(isReader: Bool = true, _ wake: @escaping @Sendable () -> Void) -> Int {
    state.withLock { state in
      state.next += 1
      state.followers[state.next] = wake
      if isReader { state.readers.insert(state.next) }
      return state.next
    }
  }

  package func remove(_ follower: Int) {
    state.withLock { state in
      state.followers[follower] = nil
      state.readers.remove(follower)
    }
  }

  package func notify() {
    let isFirst = state.withLock { state in
      guard !state.isDue, !state.followers.isEmpty else { return false }
      state.isDue = true
      return true
    }
    guard isFirst else { return }
    queue.asyncAfter(deadline: .now() + pause) { [self] in
      let followers = state.withLock { state in
        state.isDue = false
        return Array(state.followers.values)
      }
      for wake in followers { wake() }
    }
  }
}
