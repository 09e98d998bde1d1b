/// A frame as a page of its own for a browser, without scripts and without anything from elsewhere.
package struct FrameHTML {
  private let frame: Frame
  private let colors: PictureColors
  private let title: String

  package init(_ frame: Frame, theme: Theme, title: String = "callboard") {
    self.frame = frame
    colors = PictureColors(theme: theme)
    self.title = title
  }

  /// A whole HTML document in UTF-8; the same frame gives the same one.
  package var document: String {
    let rows = (0..<frame.size.rows).map(line)
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>\(Markup.escaped(title))</title>
      <style>
      body { margin: 12px; background: \(colors.ground); color: \(colors.text); }
      pre { margin: 0; font: 14px/18px ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace; }
      .own { display: inline-block; vertical-align: top; }
      </style>
      </head>
      <body>
      <pre>
      \(rows.joined(separator: "\n"))
      </pre>
      </body>
      </html>

      """
  }

  private func line(_ y: Int) -> String {
    var line = frame.runs(y).map(piece).joined()
    while line.last == " " { line.removeLast() }
    return line
  }

  private func piece(_ run: FrameRun) -> String {
    let text = Markup.escaped(run.text)
    guard !run.isBlank else { return text }
    var rules = rules(run.style)
    // So that what is to the right of it stands in its column.
    if run.isOffGrid { rules.append("width:\(run.columns)ch") }
    guard !rules.isEmpty else { return text }
    let kind = run.isOffGrid ? " class=\"own\"" : ""
    return "<span\(kind) style=\"\(rules.joined(separator: ";"))\">\(text)</span>"
  }

  private func rules(_ style: Style) -> [String] {
    let color = colors.foreground(style)
    var rules: [String] = []
    if style.isReverse {
      rules += ["color:\(colors.ground)", "background:\(color)"]
    } else if color != colors.text {
      rules.append("color:\(color)")
    }
    if style.isBold { rules.append("font-weight:bold") }
    if style.isUnderlined { rules.append("text-decoration:underline") }
    return rules
  }
}
