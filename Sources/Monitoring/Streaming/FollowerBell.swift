import Dispatch
import Synchronization

/// Tells those who follow the board that something came: all at once, and at most every few
/// milliseconds, however much comes.
package final class FollowerBell: Sendable {
  private struct State {
    var followers: [Int: @Sendable () -> Void] = [:]
    var next = 0
    var isRung = false
  }

  private static let pause = DispatchTimeInterval.milliseconds(5)
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "followers")

  package init() {}

  package var count: Int { state.withLock { $0.followers.count } }

  /// `wake` must not wait. Gives what to ``remove(_:)`` it by.
  package func add(_ wake: @escaping @Sendable () -> Void) -> Int {
    state.withLock { state in
      state.next += 1
      state.followers[state.next] = wake
      return state.next
    }
  }

  package func remove(_ follower: Int) { state.withLock { $0.followers[follower] = nil } }

  func ring() {
    let isFirst = state.withLock { state in
      guard !state.isRung, !state.followers.isEmpty else { return false }
      state.isRung = true
      return true
    }
    guard isFirst else { return }
    queue.asyncAfter(deadline: .now() + Self.pause) { [self] in
      let followers = state.withLock { state in
        state.isRung = false
        return Array(state.followers.values)
      }
      for wake in followers { wake() }
    }
  }
}
