/// A filter as text that reads as the same filter.
extension CallFilter: CustomStringConvertible {
  package var description: String {
    switch self {
    case .all(let parts): parts.map { $0.enclosed { $0.isEither } }.joined(separator: " ")
    case .either(let parts): parts.map { $0.enclosed { $0.isEither } }.joined(separator: " or ")
    case .not(let part): "-" + part.enclosed { $0.isEither || $0.isAll }
    case .words(let words): Self.isBareWord(words.text) ? words.text : Self.quoted(words.text)
    case .field(let field, let value):
      field.rawValue + ":" + (Self.isBareValue(value.text) ? value.text : Self.quoted(value.text))
    case .measure(let measure, let comparison, let duration):
      measure.rawValue + comparison.rawValue + Self.text(of: duration)
    }
  }

  private var isEither: Bool { if case .either = self { true } else { false } }
  private var isAll: Bool { if case .all = self { true } else { false } }

  private func enclosed(_ isNeeded: (CallFilter) -> Bool) -> String {
    isNeeded(self) ? "(\(self))" : description
  }

  private static func isBareValue(_ text: String) -> Bool {
    !text.isEmpty && !text.contains { $0.isWhitespace || "\"()\\".contains($0) }
  }

  private static func isBareWord(_ text: String) -> Bool {
    isBareValue(text) && !text.hasPrefix("-") && !text.contains { ":<>=".contains($0) }
      && !["and", "or", "not"].contains(text.lowercased())
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "\""
  }

  /// In the largest unit that it is a multiple of.
  private static func text(of duration: Duration) -> String {
    let seconds = duration.components.seconds
    if seconds > 0, seconds.isMultiple(of: 3_600) { return "\(seconds / 3_600)h" }
    return seconds > 0 && seconds.isMultiple(of: 60) ? "\(seconds / 60)m" : "\(seconds)s"
  }
}
