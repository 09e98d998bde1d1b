import CallModel

/// The line in which something is typed: what is wrong is marked at its place and told behind it.
struct PromptLine: View {
  /// What stands before it.
  private let sign: String
  private let line: LineEditor
  /// Where a fault begins; nil where there is none.
  private let fault: Int?
  /// What stands behind it.
  private let remark: (String, Style)?
  private let signs: Signs

  func draw(_ frame: inout Frame, in area: Area) {
    let y = area.y
    let start = 1 + frame.write(sign, x: 1, y: y, style: Style(.accent, bold: true))
    let characters = line.characters + [" "]
    // The words behind it need room as well.
    let words = min(remark.map { TextWidth.of($0.0) } ?? 0, 40)
    let room = max(area.width - 1 - start - words, 16)
    let first = firstShown(characters, room)
    var x = start
    for place in first..<characters.count {
      let text = String(characters[place])
      guard x + TextWidth.of(text) <= start + room else { break }
      x += frame.write(text, x: x, y: y, style: style(at: place))
    }
    guard let (words, style) = remark else { return }
    let cut = TextWidth.cut(words, to: area.width - x - 3, mark: signs.ellipsis)
    frame.write(cut, x: x + 2, y: y, style: style)
  }

  private func style(at place: Int) -> Style {
    var style = Style.plain
    if let fault, place >= fault, place < line.characters.count {
      style = Style(.red, bold: true, underlined: true)
    }
    style.isReverse = place == line.cursor
    return style
  }

  /// The first character that is shown, so that the cursor is seen.
  private func firstShown(_ characters: [Character], _ room: Int) -> Int {
    var (first, used) = (line.cursor, TextWidth.of(String(characters[line.cursor])))
    while first > 0 {
      used += TextWidth.of(String(characters[first - 1]))
      guard used <= room else { break }
      first -= 1
    }
    return first
  }
}

extension PromptLine {
  /// Of a filter.
  init(_ prompt: FilterPrompt, _ settings: ScreenSettings) {
    (sign, line, signs) = ("/", prompt.line, settings.signs)
    fault = prompt.fault?.position
    remark = Self.remark(prompt, settings.signs)
  }

  /// Of a time in a recording.
  init(_ prompt: TimePrompt, _ settings: ScreenSettings) {
    (sign, line, signs) = ("time ", prompt.line, settings.signs)
    fault = prompt.fault == nil ? nil : 0
    remark =
      prompt.fault.map { ($0.description, Style(.red, bold: true)) }
      ?? (prompt.line.characters.isEmpty
        ? ("14:03, 14:03:22, +5m, -30s; Enter jumps there", Style(.muted)) : nil)
  }

  private static func remark(_ prompt: FilterPrompt, _ signs: Signs) -> (String, Style)? {
    if let completion = prompt.completion {
      let others = completion.candidates.filter { $0 != prompt.chosen }
        .map { TextWidth.cut($0, to: 28, mark: signs.ellipsis) }
      return others.isEmpty ? nil : (others.joined(separator: "  "), Style(.muted))
    }
    if let fault = prompt.fault { return (fault.message, Style(.red, bold: true)) }
    return prompt.line.characters.isEmpty
      ? ("words, numbers, state:ringing ring>20s -team:ops; Tab completes", Style(.muted)) : nil
  }
}
