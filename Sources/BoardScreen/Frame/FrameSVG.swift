/// A frame as a picture.
package struct FrameSVG {
  private let frame: Frame
  private let theme: Theme
  private static let cell = (width: 8.4, height: 18.0)
  private static let margin = 12.0
  private static let ground = "#1c1c1c"
  private static let text = "#d0d0d0"

  package init(_ frame: Frame, theme: Theme) {
    self.frame = frame
    self.theme = theme
  }

  /// A whole SVG document; the same frame gives the same one.
  package var document: String {
    let width = Double(frame.size.columns) * Self.cell.width + 2 * Self.margin
    let height = Double(frame.size.rows) * Self.cell.height + 2 * Self.margin
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.number(width)) \
      \(Self.number(height))" font-family="ui-monospace,Menlo,Consolas,DejaVu Sans Mono,monospace" \
      font-size="14">
      """,
      """
      <rect width="100%" height="100%" rx="8" fill="\(Self.ground)"/>
      """,
    ]
    for y in 0..<frame.size.rows { lines += runs(y).flatMap { picture($0, y: y) } }
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Cells beside each other with one style.
  private struct Run {
    var x: Int
    var columns: Int
    var text: String
    var style: Style
  }

  private func runs(_ y: Int) -> [Run] {
    var runs: [Run] = []
    for (x, cell) in frame.row(y).enumerated() {
      let character = if case .character(let text) = cell.content { text } else { "" }
      if let last = runs.indices.last, runs[last].style == cell.style {
        runs[last].text += character
        runs[last].columns += 1
      } else {
        runs.append(Run(x: x, columns: 1, text: character, style: cell.style))
      }
    }
    return runs
  }

  private func picture(_ run: Run, y: Int) -> [String] {
    let isBlank = run.text.allSatisfy { $0 == " " }
    guard !isBlank || run.style.isReverse else { return [] }
    let x = Self.number(Self.margin + Double(run.x) * Self.cell.width)
    let top = Self.margin + Double(y) * Self.cell.height
    let width = Self.number(Double(run.columns) * Self.cell.width)
    let color = theme.colors[run.style.role]?.rgb ?? Self.text
    var lines: [String] = []
    if run.style.isReverse {
      lines.append(
        """
        <rect x="\(x)" y="\(Self.number(top))" width="\(width)" \
        height="\(Self.number(Self.cell.height))" fill="\(color)"/>
        """)
    }
    if !isBlank {
      lines.append(
        """
        <text x="\(x)" y="\(Self.number(top + 13.5))" textLength="\(width)" xml:space="preserve" \
        fill="\(run.style.isReverse ? Self.ground : color)"\(Self.attributes(run.style))>\
        \(Self.escaped(run.text))</text>
        """)
    }
    return lines
  }

  private static func attributes(_ style: Style) -> String {
    (style.isBold ? " font-weight=\"bold\"" : "") + (style.isDim ? " opacity=\"0.6\"" : "")
      + (style.isUnderlined ? " text-decoration=\"underline\"" : "")
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(character)
      }
    }.joined()
  }

  /// With one decimal, and none where it is zero.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
