extension Frame {
  /// The frame as plain text: a line a row, without the blanks at its end.
  package var text: String {
    (0..<size.rows).map { y in
      var line = ""
      for cell in row(y) {
        if case .character(let character) = cell.content { line += character }
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
