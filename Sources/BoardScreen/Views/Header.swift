import CallModel

/// The first lines: is the listener up, do callbacks come, and how the floor stands.
enum Header {
  /// No callback for so long, with live calls, is worth a look.
  private static let silence = Duration.seconds(600)
  /// With so few columns for it the program's name gives way to whether it listens.
  private static let narrow = 40
  /// How long a rejected request keeps the header red.
  private static let alarmTime = Duration.seconds(60)

  /// The floor view has the tiles itself.
  static func draw(
    _ frame: inout Frame, _ state: ScreenState, _ page: BoardPage, _ settings: ScreenSettings
  ) {
    drawWire(&frame, page, settings)
    if state.hasLineNotice {
      LineNotice(troubles: page.lines, now: page.clock, settings: settings).draw(&frame, y: 1)
    }
    let top = 1 + state.noticeRows
    guard state.view != .floor, !state.isOwn else { return }
    HeaderTiles(page: page, settings: settings).draw(&frame, y: top)
    if frame.size.rows >= ScreenState.sparklineRows {
      drawMinutes(&frame, page, settings, y: top + 1)
    }
  }

  /// How many calls began in each of the last minutes, and how many of them were lost, by one scale.
  private static func drawMinutes(
    _ frame: inout Frame, _ page: BoardPage, _ settings: ScreenSettings, y: Int
  ) {
    let width = min(max((frame.size.columns - 60) / 2, 8), 60)
    let most = page.minutes.suffix(width).map(\.begun).max() ?? 0
    var x = 1
    for (word, role, values) in [
      ("calls/min", Style.Role.accent, page.minutes.map(\.begun)),
      ("lost/min", .red, page.minutes.map(\.lost)),
    ] {
      x += frame.write(word, x: x, y: y, style: Style(.muted)) + 1
      let line = Sparkline.text(values, width: width, most: most, settings.signs)
      x += frame.write(
        line, x: x, y: y, style: Style(values.allSatisfy { $0 == 0 } ? .muted : role))
      x += frame.write(" \(values.last ?? 0)", x: x, y: y, style: Style(bold: true)) + 2
    }
    let tiles = HeaderTiles(page: page, settings: settings)
    for (text, style) in tiles.left(by: frame.size.columns) + [tiles.answered]
    where x + TextWidth.of(text) < frame.size.columns {
      x += frame.write(text, x: x, y: y, style: style) + 2
    }
  }

  private static func drawWire(
    _ frame: inout Frame, _ page: BoardPage, _ settings: ScreenSettings
  ) {
    let time = settings.clock.timeAndZone(page.clock)
    // A replay is hardly ever of today.
    let shown = page.wire.playback == nil ? time : settings.clock.date(page.clock) + " " + time
    // While the rest stands still, this line goes on: what it tells is of now.
    let clock = (page.pause == nil ? "" : "now ") + shown
    let clockX = frame.size.columns - TextWidth.of(clock) - 1
    var x = 1
    let isNarrow = clockX < Self.narrow && page.pause == nil
    let parts = wire(page, settings).dropFirst(isNarrow ? 1 : 0)
    for (place, (text, style)) in parts.enumerated() {
      let room = clockX - 2 - x
      // Whether it listens is always told, the rest where there is room.
      guard room > 0, place < 2 || TextWidth.of(text) <= room else { continue }
      let cut = TextWidth.cut(text, to: room, mark: settings.signs.ellipsis)
      x += frame.write(cut, x: x, y: 0, style: style) + 2
    }
    frame.write(clock, x: clockX, y: 0, style: Style(.muted))
  }

  private static func wire(
    _ page: BoardPage, _ settings: ScreenSettings
  ) -> [(String, Style)] {
    let wire = page.wire
    var parts = [page.pause == nil ? ("callboard", Style(.accent, bold: true)) : paused]
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
      let isFresh = wire.lastRejectedAt.map { page.clock - $0 < alarmTime } ?? false
      parts.append(
        ("\(wire.rejected) rejected", Style(isFresh ? .red : .muted, bold: isFresh)))
    }
    guard let last = wire.lastReceivedAt else {
      parts.append(("no callbacks yet", Style(.muted)))
      return parts
    }
    let age = page.clock - last
    let isSilent = age >= silence && page.figures.live.total > 0
    parts.append(
      ("last \(ClockFace.age(age)) ago", Style(isSilent ? .amber : .text, bold: isSilent)))
    parts.append(("\(wire.received) callbacks", .plain))
    if wire.isLive { parts.append((rate(wire.perSecond) + "/s", .plain)) }
    return parts
  }

  /// In place of the program's name.
  private static let paused = (" PAUSED ", Style(.amber, bold: true, reverse: true))

  private static func rate(_ perSecond: Double) -> String {
    let tenths = Int((perSecond * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
