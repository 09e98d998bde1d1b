/// A frame as a picture.
package struct FrameSVG {
  private let frame: Frame
  private let colors: PictureColors
  private static let cell = (width: 8.4, height: 18.0)
  private static let margin = 12.0

  package init(_ frame: Frame, theme: Theme) {
    self.frame = frame
    colors = PictureColors(theme: theme)
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
      <rect width="100%" height="100%" rx="8" fill="\(colors.ground)"/>
      """,
    ]
    for y in 0..<frame.size.rows { lines += frame.runs(y).flatMap { picture($0, y: y) } }
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  private func picture(_ run: FrameRun, y: Int) -> [String] {
    guard !run.isBlank else { return [] }
    let x = Self.number(Self.margin + Double(run.x) * Self.cell.width)
    let top = Self.margin + Double(y) * Self.cell.height
    let width = Self.number(Double(run.columns) * Self.cell.width)
    let color = colors.foreground(run.style)
    var lines: [String] = []
    if run.style.isReverse {
      lines.append(
        """
        <rect x="\(x)" y="\(Self.number(top))" width="\(width)" \
        height="\(Self.number(Self.cell.height))" fill="\(color)"/>
        """)
    }
    if run.text.contains(where: { $0 != " " }) || run.style.isUnderlined {
      lines.append(
        """
        <text x="\(x)" y="\(Self.number(top + 13.5))" textLength="\(width)" xml:space="preserve" \
        fill="\(run.style.isReverse ? colors.ground : color)"\(Self.attributes(run.style))>\
        \(Markup.escaped(run.text))</text>
        """)
    }
    return lines
  }

  private static func attributes(_ style: Style) -> String {
    (style.isBold ? " font-weight=\"bold\"" : "")
      + (style.isUnderlined ? " text-decoration=\"underline\"" : "")
  }

  /// With one decimal, and none where it is zero.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
