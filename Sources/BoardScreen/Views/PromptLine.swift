import CallModel

/// The line in which a filter is typed: what is wrong is marked at its place and told behind it.
struct PromptLine {
  let prompt: FilterPrompt
  let settings: ScreenSettings

  private var signs: Signs { settings.signs }

  func draw(_ frame: inout Frame, y: Int) {
    frame.write("/", x: 1, y: y, style: Style(.accent, bold: true))
    let characters = prompt.line.characters + [" "]
    // The words behind it need room as well.
    let room = max(frame.size.columns - 3 - min(remark.map { TextWidth.of($0.0) } ?? 0, 40), 16)
    let first = firstShown(characters, room)
    var x = 2
    for place in first..<characters.count {
      let text = String(characters[place])
      guard x + TextWidth.of(text) <= 2 + room else { break }
      x += frame.write(text, x: x, y: y, style: style(at: place))
    }
    guard let (words, style) = remark else { return }
    let cut = TextWidth.cut(words, to: frame.size.columns - x - 3, mark: signs.ellipsis)
    frame.write(cut, x: x + 2, y: y, style: style)
  }

  private func style(at place: Int) -> Style {
    var style = Style.plain
    if let fault = prompt.fault, place >= fault.position, place < prompt.line.characters.count {
      style = Style(.red, bold: true, underlined: true)
    }
    style.isReverse = place == prompt.line.cursor
    return style
  }

  /// So far to the left that the cursor is seen.
  private func firstShown(_ characters: [Character], _ room: Int) -> Int {
    var (first, used) = (prompt.line.cursor, TextWidth.of(String(characters[prompt.line.cursor])))
    while first > 0 {
      used += TextWidth.of(String(characters[first - 1]))
      guard used <= room else { break }
      first -= 1
    }
    return first
  }

  private var remark: (String, Style)? {
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
