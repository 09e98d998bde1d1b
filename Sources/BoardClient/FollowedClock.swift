import CallModel
import Synchronization

/// The clock of a board that is followed: the listener's while it is heard, else that of the last
/// callback, or of the moment at which it was lost.
package final class FollowedClock: Sendable {
  private struct State {
    /// How far the listener's clock is ahead of this machine's.
    var ahead = Duration.zero
    var frozen: Instant?
    /// When the listener was heard last, by this machine's clock.
    var heard: Instant?
  }

  /// What time it is on this machine.
  private let now: @Sendable () -> Instant
  private let state = Mutex(State())

  /// A greeting is on its way for a while; less than that says nothing of the clocks.
  private static let travel = Duration.seconds(2)

  /// No listener tells of callbacks that came so long ago.
  private static let past = Duration.seconds(8 * 86_400)
  /// A sign of life is asked for every 2 s.
  private static let silence = Duration.seconds(6)

  init(now: @escaping @Sendable () -> Instant) { self.now = now }

  /// When the listener was heard last, where that is too long ago.
  var silentSince: Instant? {
    state.withLock { state in
      state.heard.flatMap { now() - $0 > Self.silence ? $0 + state.ahead : nil }
    }
  }

  /// The listener's, also while it is not heard.
  package var listener: Instant { state.withLock { now() + $0.ahead } }

  /// By which the board goes.
  package var board: Instant { state.withLock { $0.frozen ?? now() + $0.ahead } }

  /// Takes what time it is where the listener is.
  func set(_ moment: Instant) {
    state.withLock {
      let ahead = moment - now()
      $0.ahead = ahead > Self.travel || ahead < .zero - Self.travel ? ahead : .zero
    }
  }

  /// Nothing arrives there before its time.
  func note(arrival moment: Instant) {
    state.withLock { $0.ahead = max($0.ahead, moment - now()) }
  }

  /// The listener gave a sign of life.
  package func hear() { state.withLock { $0.heard = now() } }

  /// From now on the board is that of the moment at which the listener was heard last, or of the one
  /// at which it stood still already. Gives when the listener was heard last.
  func lose() -> Instant {
    state.withLock {
      let heard = ($0.heard ?? now()) + $0.ahead
      $0.frozen = min($0.frozen ?? heard, heard)
      return heard
    }
  }

  func freeze(at moment: Instant) { state.withLock { $0.frozen = moment } }

  /// The board begins before all that it will be told.
  func freezeBeforeAll() { state.withLock { $0.frozen = now() + $0.ahead - Self.past } }

  func thaw() { state.withLock { $0.frozen = nil } }
}
