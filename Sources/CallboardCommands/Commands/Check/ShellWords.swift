/// The words of a command line, with its quotes and backslashes taken away as a shell does it; nothing is
/// expanded.
struct ShellWords {
  /// Nil where a quote is not closed.
  let words: [String]?

  init(_ text: Substring) {
    var (words, word, quote) = ([String](), String?.none, Character?.none)
    var rest = text
    while let character = rest.popFirst() {
      switch (character, quote) {
      case ("\\", nil), ("\\", "\""):
        guard let next = rest.popFirst() else { continue }
        // Within double quotes a backslash stays before all but a few.
        let isKept = quote != nil && !"\"\\$`\n".contains(next)
        if next != "\n" { word = (word ?? "") + (isKept ? "\\" : "") + String(next) }
      case (let end, let open?) where end == open: quote = nil
      case ("'", nil), ("\"", nil):
        quote = character
        word = word ?? ""
      case (let space, nil) where space.isWhitespace:
        word.map { words.append($0) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    word.map { words.append($0) }
    self.words = quote == nil ? words : nil
  }
}
