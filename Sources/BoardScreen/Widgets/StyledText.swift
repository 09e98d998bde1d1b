/// A view that is text: lines of styled pieces, longer than the screen perhaps.
struct StyledText {
  typealias Piece = (text: String, style: Style)

  private(set) var lines: [[Piece]] = []

  mutating func add(_ pieces: Piece...) { lines.append(pieces) }

  mutating func heading(_ text: String) {
    if !lines.isEmpty { lines.append([]) }
    lines.append([(text, Style(.accent, bold: true))])
  }

  /// Adds text in as many lines of `width` columns as it takes, each indented.
  mutating func wrap(_ text: String, indent: Int, width: Int, style: Style = .plain) {
    let room = max(width - indent, 8)
    let blanks = String(repeating: " ", count: indent)
    var line = ""
    var used = 0
    for glyph in TextWidth.glyphs(text) {
      if used + glyph.width > room {
        add((blanks + line, style))
        line = ""
        used = 0
      }
      line += glyph.text
      used += glyph.width
    }
    if !line.isEmpty { add((blanks + line, style)) }
  }

  /// The same of words, which stay whole where they have room in a line.
  mutating func wrapWords(_ text: String, indent: Int, width: Int) {
    let room = max(width - indent, 8)
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if line.isEmpty || TextWidth.of(longer) <= room {
        line = longer
      } else {
        wrap(line, indent: indent, width: width)
        line = String(word)
      }
    }
    if !line.isEmpty { wrap(line, indent: indent, width: width) }
  }

  /// Draws the lines from `scroll` on; scrolled too far, it shows the last ones.
  func draw(_ frame: inout Frame, top: Int, height: Int, scroll: Int, _ settings: ScreenSettings) {
    let first = min(max(scroll, 0), max(lines.count - height, 0))
    for (line, pieces) in lines[first..<min(first + max(height, 0), lines.count)].enumerated() {
      var x = 1
      for piece in pieces {
        let room = frame.size.columns - 1 - x
        let text = TextWidth.cut(piece.text, to: room, mark: settings.signs.ellipsis)
        x += frame.write(text, x: x, y: top + line, style: piece.style)
      }
    }
  }
}
