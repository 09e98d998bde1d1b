/// The colours that a picture of a frame has: a theme's, on a dark ground where it has none.
struct PictureColors {
  let theme: Theme

  var ground: String { theme.ground?.rgb ?? "#1c1c1c" }
  var text: String { foreground(.plain) }

  /// Dim is another colour, as a fainter one of the theme could not be read; a colour of the theme
  /// is dim enough.
  func foreground(_ style: Style) -> String {
    theme.color(style.role)?.rgb ?? (style.isDim ? "#949494" : "#d0d0d0")
  }
}

/// Text within SVG and HTML.
enum Markup {
  static func escaped(_ text: String) -> String {
    // A mark that combines with one of them must not hide it.
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(scalar)
      }
    }.joined()
  }
}
