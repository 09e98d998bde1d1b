import CallModel

/// The last line: the keys of the current view, the last warning, or that the screen stands still.
enum Footer {
  static func draw(
    _ frame: inout Frame, _ state: ScreenState, _ page: BoardPage, _ settings: ScreenSettings
  ) {
    let y = frame.size.rows - 1
    if let warning = page.wire.warning {
      frame.write(warning, x: 1, y: y, style: Style(.red, bold: true))
      return
    }
    if let pause = page.pause {
      drawPause(&frame, pause, page, settings, y: y)
      return
    }
    var x = 1
    for binding in settings.keys.all {
      guard let hint = hint(of: binding, state), let key = binding.keys.first else { continue }
      let name = key.label(settings.signs)
      guard x + TextWidth.of(name) + 1 + TextWidth.of(hint) < frame.size.columns else { return }
      x += frame.write(name, x: x, y: y, style: Style(.accent, bold: true)) + 1
      x += frame.write(hint, x: x, y: y, style: Style(.muted)) + 2
    }
  }

  private static func drawPause(
    _ frame: inout Frame, _ pause: BoardPage.Pause, _ page: BoardPage, _ settings: ScreenSettings,
    y: Int
  ) {
    let changes = pause.changes == 1 ? "1 change" : "\(pause.changes) changes"
    let text = " PAUSED at \(settings.clock.time(page.now)), \(changes) since; p goes on"
    let blanks = String(repeating: " ", count: max(frame.size.columns - TextWidth.of(text), 0))
    frame.write(text + blanks, x: 0, y: y, style: Style(.amber, bold: true, reverse: true))
  }

  private static func hint(of binding: KeyBinding, _ state: ScreenState) -> String? {
    guard binding.works(in: state.view.kind) else { return nil }
    switch binding.action {
    case .otherPane where !state.hasAgentPane: return nil
    case .back where state.isOpened: return "Back"
    default: return binding.hint
    }
  }
}
