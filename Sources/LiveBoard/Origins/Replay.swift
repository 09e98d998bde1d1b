import BoardScreen
import Monitoring

/// A recording that is played onto a board.
package struct Replay: BoardOrigin {
  private let name: String
  private let damaged: Int
  private let player: RecordingPlayer

  /// `name`: the recording, as the person at the screen knows it; `damaged`: how many of its lines cannot
  /// be read.
  package init(name: String, damaged: Int, player: RecordingPlayer) {
    self.name = name
    self.damaged = damaged
    self.player = player
  }

  package var monitor: CallMonitor { player.monitor }

  package var listener: WireStatus.Listener { .replaying(status) }

  /// Where the playing stands.
  private var status: PlaybackStatus {
    let playback = player.playback
    return PlaybackStatus(
      name: name, start: playback.start, end: playback.end, now: playback.now,
      position: playback.position, count: playback.moments.count, motion: .init(playback.motion),
      speed: playback.speed.factor, damaged: damaged)
  }

  package func play(_ command: PlaybackCommand) { player.send(Playback.Input(command)) }
}

extension PlaybackStatus.Motion {
  fileprivate init(_ motion: Playback.Motion) {
    self =
      switch motion {
      case .playing: .playing
      case .paused: .paused
      case .seeking: .seeking
      case .ended: .ended
      }
  }
}

extension Playback.Input {
  fileprivate init(_ command: PlaybackCommand) {
    self =
      switch command {
      case .toggle: .toggle
      case .step: .step
      case .stepBack: .stepBack
      case .slower: .slower
      case .faster: .faster
      case .jump(to: let moment): .jump(to: moment)
      case .skip(let time): .skip(time)
      }
  }
}

extension PlaybackSpeed {
  /// Nil for as fast as can be.
  fileprivate var factor: Double? { if case .times(let factor) = self { factor } else { nil } }
}
