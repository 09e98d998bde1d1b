import CallModel

/// What the keys of a replay do.
extension ScreenState {
  /// How far `[` and `]` jump.
  private static let jump = Duration.seconds(60)

  mutating func play(_ action: ScreenAction) -> [ScreenEffect] {
    switch action {
    case .play: return [.playback(.toggle)]
    case .nextCallback: return [.playback(.step)]
    case .previousCallback: return [.playback(.stepBack)]
    case .slower: return [.playback(.slower)]
    case .faster: return [.playback(.faster)]
    case .jumpBack: return [.playback(.skip(.zero - Self.jump))]
    case .jumpForward: return [.playback(.skip(Self.jump))]
    case .jumpTo: timePrompt = TimePrompt()
    default: break
    }
    return []
  }

  /// Typing a time to jump to. With a fault the prompt stays, and says what it is.
  mutating func typeTime(
    _ key: Key, _ page: BoardPage, _ settings: ScreenSettings
  ) -> [ScreenEffect] {
    guard var typed = timePrompt else { return [] }
    switch key {
    case .escape: timePrompt = nil
    case .backspace where typed.line.characters.isEmpty: timePrompt = nil
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .enter:
      guard let playback = page.wire.playback, !typed.line.characters.isEmpty else {
        timePrompt = nil
        return []
      }
      let time = PlaybackTime(
        in: playback.start...playback.end, now: playback.now, clock: settings.clock)
      do throws(PlaybackTimeError) {
        let moment = try time.read(typed.line.text)
        timePrompt = nil
        return [.playback(.jump(to: moment))]
      } catch {
        timePrompt?.fault = error
      }
    default:
      typed.take(key)
      timePrompt = typed
    }
    return []
  }
}
