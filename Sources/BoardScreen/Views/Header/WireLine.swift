import CallModel

/// The first line: is the listener up, and do callbacks come. It tells of now also while the rest of
/// the screen stands still.
struct WireLine: View {
  let page: BoardPage
  let settings: ScreenSettings

  /// No callback for so long, with live calls, is worth a look.
  private static let silence = Duration.seconds(600)
  /// With so few columns for it the program's name gives way to whether it listens.
  private static let narrow = 40
  /// How long a rejected request keeps the header red.
  private static let alarmTime = Duration.seconds(60)

  func draw(_ frame: inout Frame, in area: Area) {
    let time = settings.clock.timeAndZone(page.clock)
    // A replay is hardly ever of today.
    let shown = page.wire.playback == nil ? time : settings.clock.date(page.clock) + " " + time
    // While the rest stands still, this line goes on: what it tells is of now.
    let clock = (page.pause == nil ? "" : "now ") + shown
    let clockX = area.width - TextWidth.of(clock) - 1
    var x = 1
    let isNarrow = clockX < Self.narrow && page.pause == nil
    let shownParts = parts.dropFirst(isNarrow ? 1 : 0)
    for (place, (text, style)) in shownParts.enumerated() {
      let room = clockX - 2 - x
      // Whether it listens is always told, the rest where there is room.
      guard room > 0, place < 2 || TextWidth.of(text) <= room else { continue }
      let cut = TextWidth.cut(text, to: room, mark: settings.signs.ellipsis)
      x += frame.write(cut, x: x, y: area.y, style: style) + 2
    }
    frame.write(clock, x: clockX, y: area.y, style: Style(.muted))
  }

  private var parts: [(String, Style)] {
    let wire = page.wire
    var parts = [page.pause == nil ? ("callboard", Style(.accent, bold: true)) : Self.paused]
    let alarm = Style(.red, bold: true, reverse: true)
    switch (wire.listener, wire.fault) {
    case (.down(let reason), _):
      parts.append((settings.signs.down + " not listening: " + reason, alarm))
    case (.listening, let fault?):
      parts.append((settings.signs.down + " not kept: " + fault, alarm))
    case (.replaying(let playback), _):
      parts.append((settings.signs.right + " replay " + playback.name, Style(.accent)))
    case (.attached(let status), _):
      parts.append(AttachText.header(status, page, settings))
    case (.listening(let address), nil):
      parts.append((settings.signs.listening + " listening " + address, Style(.good)))
    }
    if let behind = wire.clockBehind {
      parts.append(("clock set back \(ClockFace.age(behind))", Style(.amber, bold: true)))
    }
    parts += wire.forward.map { ForwardText.header($0, now: page.clock) } ?? []
    if wire.rejected > 0 {
      let isFresh = wire.lastRejectedAt.map { page.clock - $0 < Self.alarmTime } ?? false
      parts.append(
        ("\(wire.rejected) rejected", Style(isFresh ? .red : .muted, bold: isFresh)))
    }
    guard let last = wire.lastReceivedAt else {
      parts.append(("no callbacks yet", Style(.muted)))
      return parts
    }
    let age = page.clock - last
    let isSilent = age >= Self.silence && page.figures.live.total > 0
    parts.append(
      ("last \(ClockFace.age(age)) ago", Style(isSilent ? .amber : .text, bold: isSilent)))
    parts.append(("\(wire.received) callbacks", .plain))
    if wire.isLive { parts.append((Self.rate(wire.perSecond) + "/s", .plain)) }
    return parts
  }

  /// In place of the program's name.
  private static let paused = (" PAUSED ", Style(.amber, bold: true, reverse: true))

  private static func rate(_ perSecond: Double) -> String {
    let tenths = Int((perSecond * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
