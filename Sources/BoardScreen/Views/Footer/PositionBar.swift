import CallModel

/// The line above the last one in a replay: how it is played, and where in the recording.
struct PositionBar: View {
  private let left: [(String, Style)]
  private let right: [(String, Style)]
  private let status: PlaybackStatus
  private let signs: Signs
  /// Columns of the bar itself.
  private let bar: Range<Int>

  /// Columns that the bar takes at least.
  private static let least = 10

  /// What does not leave the bar room is left out, the least telling first.
  init(_ status: PlaybackStatus, width: Int, settings: ScreenSettings) {
    let words = Words(status: status, settings: settings)
    let tried = [
      ([words.motion, words.now, words.start], [words.end, words.count] + words.damaged),
      ([words.motion, words.now], [words.end, words.count] + words.damaged),
      ([words.motion, words.now], [words.count] + words.damaged),
      ([words.motion, words.now], words.damaged),
    ].map { (left: $0.0, right: $0.1) }
    func room(_ parts: (left: [(String, Style)], right: [(String, Style)])) -> Range<Int> {
      let start = 1 + parts.left.reduce(0) { $0 + TextWidth.of($1.0) + 2 }
      let end = width - 1 - parts.right.reduce(0) { $0 + TextWidth.of($1.0) + 2 }
      return start..<max(end, start)
    }
    let chosen = tried.first { room($0).count >= Self.least } ?? ([words.motion, words.now], [])
    (left, right, bar) = (chosen.left, chosen.right, room(chosen))
    (self.status, signs) = (status, settings.signs)
  }

  func draw(_ frame: inout Frame, in area: Area) {
    let y = area.y
    var x = 1
    for (text, style) in left { x += frame.write(text, x: x, y: y, style: style) + 2 }
    let done = bar.isEmpty ? 0 : min(bar.count - 1, Int(share * Double(bar.count)))
    frame.write(
      String(repeating: signs.played, count: done), x: bar.lowerBound, y: y,
      style: Style(.accent, bold: true))
    frame.write(
      String(repeating: signs.rule, count: bar.count - done), x: bar.lowerBound + done, y: y,
      style: Style(.muted))
    if !bar.isEmpty {
      frame.write(
        signs.playhead, x: bar.lowerBound + done, y: y, style: Style(.accent, bold: true))
    }
    x = bar.upperBound + 2
    for (text, style) in right { x += frame.write(text, x: x, y: y, style: style) + 2 }
  }

  private var share: Double {
    let whole = (status.end - status.start).inSeconds
    return whole > 0 ? (status.now - status.start).inSeconds / whole : 1
  }

  /// The moment whose place is at the column; nothing beside the bar.
  func target(x: Int, y: Int, in area: Area) -> PointerTarget? {
    guard bar.contains(x) else { return nil }
    let share = Double(x - bar.lowerBound) / Double(max(bar.count - 1, 1))
    return .moment(status.start + (status.end - status.start) * share)
  }

  private struct Words {
    let status: PlaybackStatus
    let settings: ScreenSettings

    private var clock: ClockFace { settings.clock }

    var motion: (String, Style) {
      let speed = status.speed.map { settings.signs.times + Self.plain($0) } ?? "max"
      return switch status.motion {
      case .playing: (settings.signs.right + " " + speed, Style(.good, bold: true))
      case .paused: ("paused " + speed, Style(.amber, bold: true))
      case .seeking: (settings.signs.right + settings.signs.right + " seeking", Style(.amber))
      case .ended: ("end " + speed, Style(.muted, bold: true))
      }
    }

    var now: (String, Style) { (clock.time(status.now), Style(bold: true)) }
    var start: (String, Style) { (clock.moment(status.start, now: status.now), Style(.muted)) }
    var end: (String, Style) { (clock.moment(status.end, now: status.now), Style(.muted)) }
    var count: (String, Style) { ("\(status.position) of \(status.count)", .plain) }

    var damaged: [(String, Style)] {
      status.damaged > 0 ? [("\(status.damaged) damaged", Style(.red, bold: true))] : []
    }

    /// `0.5`, `10`.
    private static func plain(_ speed: Double) -> String {
      Int(exactly: speed).map { String($0) } ?? String(speed)
    }
  }
}
