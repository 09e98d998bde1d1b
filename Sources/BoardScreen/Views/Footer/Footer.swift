import CallModel

/// The last line: a filter that is typed, what was done, that the screen stands still, the last
/// warning, or the filter in force and the keys of the view.
struct Footer: View {
  private let state: ScreenState
  private let page: BoardPage
  private let settings: ScreenSettings

  init(_ context: ViewContext) {
    (state, page, settings) = (context.state, context.page, context.settings)
  }

  func draw(_ frame: inout Frame, in area: Area) {
    if let prompt = state.prompt {
      PromptLine(prompt, settings).draw(&frame, in: area)
    } else if let prompt = state.timePrompt {
      PromptLine(prompt, settings).draw(&frame, in: area)
    } else if let notice = state.notice {
      write(notice.text, &frame, area, Style(notice.isFault ? .red : .accent, bold: true))
    } else if let status = page.wire.attached,
      let (text, style) = AttachText.footer(status, page, settings)
    {
      drawBar(text, &frame, area, style)
    } else if let warning = page.wire.warning {
      write(warning, &frame, area, Style(.red, bold: true))
    } else if let pause = page.pause {
      drawPause(&frame, pause, in: area)
    } else {
      drawKeys(&frame, in: area)
    }
  }

  private func write(_ text: String, _ frame: inout Frame, _ area: Area, _ style: Style) {
    let cut = TextWidth.cut(text, to: area.width - 2, mark: settings.signs.ellipsis)
    frame.write(cut, x: 1, y: area.y, style: style)
  }

  private func drawKeys(_ frame: inout Frame, in area: Area) {
    let y = area.y
    var x = 1
    for (text, style) in conditions {
      let cut = TextWidth.cut(text, to: area.width / 2, mark: settings.signs.ellipsis)
      x += frame.write(cut, x: x, y: y, style: style) + 2
    }
    for binding in settings.keys.inForce {
      guard let hint = hint(of: binding), let key = binding.keys.first else { continue }
      let name = key.label(settings.signs)
      guard x + TextWidth.of(name) + 1 + TextWidth.of(hint) < area.width else { return }
      x += frame.write(name, x: x, y: y, style: Style(.accent, bold: true)) + 1
      x += frame.write(hint, x: x, y: y, style: Style(.muted)) + 2
    }
  }

  /// Why not everything is shown, or not as it is.
  private var conditions: [(String, Style)] {
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

  private func drawPause(_ frame: inout Frame, _ pause: BoardPage.Pause, in area: Area) {
    let changes = pause.changes == 1 ? "1 change" : "\(pause.changes) changes"
    let key = settings.keys.key(for: .pause)?.label(settings.signs) ?? settings.signs.dash
    let text = " PAUSED at \(settings.clock.time(page.now)), \(changes) since; \(key) goes on"
    drawBar(text, &frame, area, Style(.amber, bold: true, reverse: true))
  }

  private func drawBar(_ text: String, _ frame: inout Frame, _ area: Area, _ style: Style) {
    let blanks = String(repeating: " ", count: max(area.width - TextWidth.of(text), 0))
    frame.write(text + blanks, x: 0, y: area.y, style: style)
  }

  private func hint(of binding: KeyBinding) -> String? {
    guard binding.works(in: state.view.kind) else { return nil }
    switch binding.action {
    case .otherPane where state.view == .calls && !state.hasAgentPane: return nil
    case .back where state.isOpened: return "Back"
    case .close where !state.isOpened: return nil
    default: return binding.hint
    }
  }
}
