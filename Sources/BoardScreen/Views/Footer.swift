import CallModel

/// The last line: the keys of the current view, or the last warning.
enum Footer {
  static func draw(
    _ frame: inout Frame, _ state: ScreenState, _ page: BoardPage, _ settings: ScreenSettings
  ) {
    let y = frame.size.rows - 1
    if let warning = page.wire.warning {
      frame.write(warning, x: 1, y: y, style: Style(.red, bold: true))
      return
    }
    var x = 1
    for binding in KeyBindings.all {
      guard let hint = hint(of: binding, state), let key = binding.keys.first else { continue }
      let name = KeyBindings.name(key, settings.signs)
      guard x + TextWidth.of(name) + 1 + TextWidth.of(hint) < frame.size.columns else { return }
      x += frame.write(name, x: x, y: y, style: Style(.accent, bold: true)) + 1
      x += frame.write(hint, x: x, y: y, style: Style(.muted)) + 2
    }
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
