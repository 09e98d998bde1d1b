import CallModel

/// The listener and the flow of callbacks, as the header tells them.
package struct WireStatus: Hashable, Sendable {
  package enum Listener: Hashable, Sendable {
    /// The address callbacks go to, as `127.0.0.1:8080/exotel`.
    case listening(String)
    /// Why nothing can be heard.
    case down(String)
    /// Nobody listens: a recording is played.
    case replaying(PlaybackStatus)
    /// Somebody elsewhere listens.
    case attached(AttachStatus)
  }

  package var listener: Listener
  /// Nil elsewhere than in a replay.
  package var playback: PlaybackStatus? {
    if case .replaying(let status) = listener { status } else { nil }
  }
  /// Nil where nobody elsewhere listens.
  package var attached: AttachStatus? {
    if case .attached(let status) = listener { status } else { nil }
  }
  /// False where the board is not that of this moment, or not whole.
  package var isLive: Bool { attached?.isLive ?? true }
  /// Why callbacks cannot be kept, and are refused for it; nil while they can.
  package var fault: String?
  /// Accepted callbacks, duplicates included.
  package var received: Int
  package var rejected: Int
  package var lastReceivedAt: Instant?
  package var lastRejectedAt: Instant?
  /// Callbacks per second over the last 10 seconds.
  package var perSecond: Double
  /// By how much the clock of the machine was set back; nil where it was not, or has made up for it.
  package var clockBehind: Duration?
  /// The last warning of the log, for the status line.
  package var warning: String?
  /// Nil where nothing is forwarded.
  package var forward: ForwardStatus?

  package init(
    listener: Listener, fault: String? = nil, received: Int = 0, rejected: Int = 0,
    lastReceivedAt: Instant? = nil,
    lastRejectedAt: Instant? = nil, perSecond: Double = 0, warning: String? = nil
  ) {
    self.listener = listener
    self.fault = fault
    self.received = received
    self.rejected = rejected
    self.lastReceivedAt = lastReceivedAt
    self.lastRejectedAt = lastRejectedAt
    self.perSecond = perSecond
    self.warning = warning
  }
}
