import CallModel

/// Where the playing of a recording stands, as the screen shows it.
package struct PlaybackStatus: Hashable, Sendable {
  package enum Motion: Hashable, Sendable {
    case playing, paused
    /// On the way to where a jump leads.
    case seeking
    case ended
  }

  /// The recording's name.
  package var name: String
  /// When its first and its last entry arrived.
  package var start: Instant
  package var end: Instant
  /// The moment that is played.
  package var now: Instant
  /// The number of entries that are on the board, and of all.
  package var position: Int
  package var count: Int
  package var motion: Motion
  /// How many times as fast as it was; nil for as fast as can be.
  package var speed: Double?
  /// Lines that are lost.
  package var damaged: Int

  package init(
    name: String, start: Instant, end: Instant, now: Instant, position: Int, count: Int,
    motion: Motion, speed: Double?, damaged: Int
  ) {
    self.name = name
    self.start = start
    self.end = end
    self.now = now
    self.position = position
    self.count = count
    self.motion = motion
    self.speed = speed
    self.damaged = damaged
  }
}

extension PlaybackStatus {
  /// Without the time that passes: clocks tick no faster in a replay than elsewhere.
  var atRest: PlaybackStatus {
    var status = self
    status.now = status.start
    return status
  }
}

/// What the person at the screen wants of the playing.
package enum PlaybackCommand: Hashable, Sendable {
  /// Play or stand still.
  case toggle
  /// One callback on, or back.
  case step, stepBack
  case slower, faster
  case jump(to: Instant)
  /// How far on, or back where it is negative.
  case skip(Duration)
}
