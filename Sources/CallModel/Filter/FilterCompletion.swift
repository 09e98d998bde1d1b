/// The words that a board knows, for completing a filter.
package struct FilterVocabulary: Hashable, Sendable {
  package var agents: [String] = []
  package var teams: [String] = []
  package var lines: [String] = []

  package init() {}

  func values(of field: CallFilter.Field, for subject: CallFilter.Subject) -> [String] {
    switch field {
    case .agent: agents
    case .team: teams
    case .line: lines
    case .state, .outcome, .source, .anomaly, .endedBy, .answeredBy, .family:
      subject.values(of: field) ?? []
    case .sid, .number, .from, .to, .campaign, .bridge: []
    }
  }
}

/// What may stand in the place of the piece of a filter that is being typed.
package struct FilterCompletion: Hashable, Sendable {
  /// The characters that a candidate takes the place of.
  package var range: Range<Int>
  package var candidates: [String]

  /// Completes the piece that ends at `cursor` (in characters): a key, or, behind its colon, a value.
  package init(
    of text: String, at cursor: Int, _ vocabulary: FilterVocabulary,
    for subject: CallFilter.Subject = .calls
  ) {
    let characters = Array(text)
    let end = min(max(cursor, 0), characters.count)
    var start = Self.start(of: characters[..<end])
    if start < end, characters[start] == "-" { start += 1 }
    let piece = String(characters[start..<end])
    range = start..<end
    guard let colon = piece.firstIndex(of: ":") else {
      candidates = Self.keys(subject).filter { $0.hasPrefix(piece.lowercased()) }
      return
    }
    let key = piece[..<colon].lowercased()
    guard let field = CallFilter.Field(rawValue: key), subject.fields.contains(field) else {
      candidates = []
      return
    }
    let begun = piece[piece.index(after: colon)...].filter { $0 != "\"" }.lowercased()
    let values = vocabulary.values(of: field, for: subject).filter { Self.matches($0, begun) }
    candidates = values.map { CallFilter.field(field, SearchText($0)).description }
  }

  private static func keys(_ subject: CallFilter.Subject) -> [String] {
    subject.fields.map { $0.rawValue + ":" } + subject.measures.map { $0.rawValue + ">" }
  }

  /// Where one of its words begins so.
  private static func matches(_ value: String, _ begun: String) -> Bool {
    let value = value.lowercased()
    return value.hasPrefix(begun) || value.split(separator: " ").contains { $0.hasPrefix(begun) }
  }

  /// Where the piece begins at whose end one types; blanks within quotes are a part of it.
  private static func start(of typed: ArraySlice<Character>) -> Int {
    var (start, isQuoted) = (0, false)
    for (place, character) in typed.enumerated() {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, character.isWhitespace || "()".contains(character) { start = place + 1 }
    }
    return start
  }
}
