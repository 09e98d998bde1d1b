/// The pieces of a filter's text, each with its place.
struct CallFilterTokens {
  enum Token: Hashable {
    case open, close, minus, or, and
    case words(String)
    case field(CallFilter.Field, String)
    case measure(CallFilter.Measure, CallFilter.Comparison, Duration)
  }

  private let characters: [Character]
  private let subject: CallFilter.Subject
  private var position = 0
  /// The place of the token that came last.
  private(set) var start = 0

  init(_ text: String, for subject: CallFilter.Subject) {
    characters = Array(text)
    self.subject = subject
  }

  /// Nil at the end.
  mutating func next() throws(CallFilterError) -> Token? {
    while let character = current, character.isWhitespace { position += 1 }
    start = position
    guard let character = current else { return nil }
    switch character {
    case "(":
      position += 1
      return .open
    case ")":
      position += 1
      return .close
    case "-":
      position += 1
      guard let next = current, !next.isWhitespace, next != ")" else {
        throw error(start, "'-' must stand right before what is not wanted")
      }
      return .minus
    case "\"": return .words(try quoted())
    default: return try word()
    }
  }

  private var current: Character? {
    position < characters.count ? characters[position] : nil
  }

  private func error(_ position: Int, _ message: String) -> CallFilterError {
    CallFilterError(position: position, message: message)
  }

  /// At its first quote.
  private mutating func quoted() throws(CallFilterError) -> String {
    let open = position
    position += 1
    var text = ""
    while let character = current {
      position += 1
      switch character {
      case "\"":
        guard !text.isEmpty else { throw error(open, "nothing is between the quotes") }
        return text
      case "\\":
        guard let escaped = current, escaped == "\"" || escaped == "\\" else {
          throw error(position - 1, "a backslash must stand before a quote or a backslash")
        }
        text.append(escaped)
        position += 1
      default: text.append(character)
      }
    }
    throw error(open, "the closing quote is missing")
  }

  private mutating func bare(until isEnd: (Character) -> Bool = { _ in false }) -> String {
    let from = position
    while let character = current, !character.isWhitespace, !"()\"".contains(character),
      !isEnd(character)
    {
      position += 1
    }
    return String(characters[from..<position])
  }

  private mutating func word() throws(CallFilterError) -> Token {
    let name = bare { ":<>=".contains($0) }
    if current == ":" { return try field(name) }
    if let character = current, "<>=".contains(character) { return try measure(name) }
    switch name.lowercased() {
    case "or": return .or
    case "and": return .and
    case "not": return .minus
    default:
      if name.contains("\\") { throw error(start, "a backslash can only stand between quotes") }
      return .words(name)
    }
  }

  private mutating func field(_ name: String) throws(CallFilterError) -> Token {
    guard let field = CallFilter.Field(rawValue: name.lowercased()) else {
      throw error(start, "'\(name)' is no key; keys are \(keys); put other text in quotes")
    }
    guard subject.fields.contains(field) else {
      throw error(start, "'\(field.rawValue)' is no key for \(subject.name); keys are \(keys)")
    }
    position += 1
    let place = position
    let value = current == "\"" ? try quoted() : bare()
    guard !value.isEmpty else { throw error(place, "\(field.rawValue): needs a value") }
    guard let values = subject.values(of: field) else {
      return .field(field, field == .state ? value.lowercased() : value)
    }
    guard subject.allows(value.lowercased(), of: field) else {
      throw error(place, "\(field.rawValue) is one of \(values.joined(separator: ", "))")
    }
    return .field(field, value.lowercased())
  }

  private var measures: String { subject.measures.map(\.rawValue).joined(separator: ", ") }

  private var keys: String { subject.fields.map(\.rawValue).joined(separator: ", ") }

  private mutating func measure(_ name: String) throws(CallFilterError) -> Token {
    guard let measure = CallFilter.Measure(rawValue: name.lowercased()) else {
      throw error(start, "'\(name)' is no length of time; those are \(measures)")
    }
    guard subject.measures.contains(measure) else {
      throw error(
        start,
        "'\(measure.rawValue)' is no time of \(subject.name); their times are \(measures)")
    }
    let rest = String(characters[position...].prefix(2))
    guard
      let comparison = CallFilter.Comparison.allCases.first(where: { rest.hasPrefix($0.rawValue) })
    else { throw error(position, "one of > >= < <= = is missing") }
    position += comparison.rawValue.count
    let place = position
    guard let duration = Duration(text: bare()) else {
      throw error(place, "a time is missing, as 20s, 5m or 1h")
    }
    return .measure(measure, comparison, duration)
  }
}
