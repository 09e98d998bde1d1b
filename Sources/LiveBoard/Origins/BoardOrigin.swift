import BoardScreen
import CallModel
import Monitoring

/// Where the callbacks of a board come from. Safe from any thread.
package protocol BoardOrigin: Sendable {
  /// Has the board; another one where a listener elsewhere was started anew.
  var monitor: CallMonitor { get }
  /// What time it is, where that is not the time of the board; else nil.
  var presentTime: Instant? { get }
  /// What the status line tells of it.
  var listener: WireStatus.Listener { get }

  /// Something is wanted of the recording that is played; elsewhere nothing happens.
  func play(_ command: PlaybackCommand)
}

extension BoardOrigin {
  package var presentTime: Instant? { nil }

  package func play(_ command: PlaybackCommand) {}
}
