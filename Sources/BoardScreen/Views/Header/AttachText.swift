import CallModel

/// How the screen tells that its board is that of a listener elsewhere.
enum AttachText {
  private static let alarm = Style(.red, bold: true, reverse: true)

  /// The first words of the header.
  static func header(
    _ status: AttachStatus, _ page: BoardPage, _ settings: ScreenSettings
  ) -> (String, Style) {
    let signs = settings.signs
    return switch status.link {
    case .live: (signs.listening + " attached to " + status.name, Style(.good))
    case .catchingUp(let count):
      (
        signs.right + " catching up with \(status.name): \(count) callbacks",
        Style(.amber, bold: true, reverse: true)
      )
    case .lost(let since, let reason, _):
      (
        signs.down + " NOT LIVE for \(ClockFace.elapsed(page.clock - since)): \(status.name): "
          + reason,
        alarm
      )
    }
  }

  /// The last line while the board is not live; nil while it is.
  static func footer(
    _ status: AttachStatus, _ page: BoardPage, _ settings: ScreenSettings
  ) -> (String, Style)? {
    guard case .lost(_, let reason, let retry) = status.link else { return nil }
    let seconds = retry.map { max(($0 - page.clock).inSeconds.rounded(.up), 0) } ?? 0
    let next = seconds > 0 ? "trying again in \(Int(seconds)) s" : "trying again"
    let moment = settings.clock.time(page.now)
    return (" NOT LIVE: the board is that of \(moment); \(reason); \(next)", alarm)
  }
}
