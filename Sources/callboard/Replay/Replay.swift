import BoardScreen
import CallJournal
import CallModel
import CallbackWire
import Monitoring

/// A recording that is played onto a board.
struct Replay: Sendable {
  /// As the person at the screen knows it.
  let name: String
  let index: RecordingIndex
  let player: RecordingPlayer

  /// Where the playing stands.
  var status: PlaybackStatus {
    let playback = player.playback
    return PlaybackStatus(
      name: name, start: playback.start, end: playback.end, now: playback.now,
      position: playback.position, count: playback.moments.count, motion: .init(playback.motion),
      speed: playback.speed.factor, damaged: index.damagedCount)
  }

  func play(_ command: PlaybackCommand) { player.send(Playback.Input(command)) }
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
