import CallModel

/// The last line: a filter that is typed, what was done, that the screen stands still, the last
/// warning, or the filter in force and the keys of the view.
enum Footer {
  static func draw(
    _ frame: inout Frame, _ state: ScreenState, _ page: BoardPage, _ settings: ScreenSettings
  ) {
    let y = frame.size.rows - 1
    if let prompt = state.prompt {
      PromptLine(prompt, settings).draw(&frame, y: y)
    } else if let prompt = state.timePrompt {
      PromptLine(prompt, settings).draw(&frame, y: y)
    } else if let notice = state.notice {
      write(
        notice.text, &frame, y, Style(notice.isFault ? .red : .accent, bold: true), settings)
    } else if let status = page.wire.attached,
      let (text, style) = AttachText.footer(status, page, settings)
    {
      drawBar(text, &frame, y, style)
    } else if let warning = page.wire.warning {
      write(warning, &frame, y, Style(.red, bold: true), settings)
    } else if let pause = page.pause {
      drawPause(&frame, pause, page, settings, y: y)
    } else {
      drawKeys(&frame, state, settings, y: y)
    }
  }

  private static func write(
    _ text: String, _ frame: inout Frame, _ y: Int, _ style: Style, _ settings: ScreenSettings
  ) {
    let cut = TextWidth.cut(text, to: frame.size.columns - 2, mark: settings.signs.ellipsis)
    frame.write(cut, x: 1, y: y, style: style)
  }

  private static func drawKeys(
    _ frame: inout Frame, _ state: ScreenState, _ settings: ScreenSettings, y: Int
  ) {
    var x = 1
    for (text, style) in conditions(state) {
      let cut = TextWidth.cut(text, to: frame.size.columns / 2, mark: settings.signs.ellipsis)
      x += frame.write(cut, x: x, y: y, style: style) + 2
    }
    for binding in settings.keys.inForce {
      guard let hint = hint(of: binding, state), let key = binding.keys.first else { continue }
      let name = key.label(settings.signs)
      guard x + TextWidth.of(name) + 1 + TextWidth.of(hint) < frame.size.columns else { return }
      x += frame.write(name, x: x, y: y, style: Style(.accent, bold: true)) + 1
      x += frame.write(hint, x: x, y: y, style: Style(.muted)) + 2
    }
  }

  /// Why not everything is shown, or not as it is.
  private static func conditions(_ state: ScreenState) -> [(String, Style)] {
    var conditions: [(String, Style)] = []
    if state.isPrivate { conditions.append((" masked ", Style(.amber, reverse: true))) }
    if let kind = state.listKind, state.filter(of: kind).isOn {
      let text = state.filter(of: kind).text
      let shown = state.isPrivate ? PhoneNumber.masking(numbersIn: text) : text
      conditions.append((" /\(shown) ", Style(.accent, reverse: true)))
    }
    if !state.marks.isEmpty {
      conditions.append(("\(state.marks.count) marked", Style(.accent, bold: true)))
    }
    return conditions
  }

  private static func drawPause(
    _ frame: inout Frame, _ pause: BoardPage.Pause, _ page: BoardPage, _ settings: ScreenSettings,
    y: Int
  ) {
    let changes = pause.changes == 1 ? "1 change" : "\(pause.changes) changes"
    let key = settings.keys.key(for: .pause)?.label(settings.signs) ?? settings.signs.dash
    let text = " PAUSED at \(settings.clock.time(page.now)), \(changes) since; \(key) goes on"
    drawBar(text, &frame, y, Style(.amber, bold: true, reverse: true))
  }

  private static func drawBar(_ text: String, _ frame: inout Frame, _ y: Int, _ style: Style) {
    let blanks = String(repeating: " ", count: max(frame.size.columns - TextWidth.of(text), 0))
    frame.write(text + blanks, x: 0, y: y, style: style)
  }

  private static func hint(of binding: KeyBinding, _ state: ScreenState) -> String? {
    guard binding.works(in: state.view.kind) else { return nil }
    switch binding.action {
    case .otherPane where state.view == .calls && !state.hasAgentPane: return nil
    case .back where state.isOpened: return "Back"
    case .close where !state.isOpened: return nil
    default: return binding.hint
    }
  }
}
