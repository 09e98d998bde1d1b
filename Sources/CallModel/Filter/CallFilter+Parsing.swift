extension CallFilter {
  /// More characters than anybody types.
  package static let maximumLength = 2_000
  /// Of words, `key:value` and lengths of time together.
  package static let maximumTerms = 50
  private static let maximumDepth = 50

  /// Reads a filter for one kind of things; an empty text is all of them.
  ///
  /// - Throws: the first thing that is wrong, with its place.
  package init(_ text: String, for subject: Subject = .calls) throws(CallFilterError) {
    guard text.count <= Self.maximumLength else {
      throw CallFilterError(
        position: Self.maximumLength,
        message: "a filter has at most \(Self.maximumLength) characters"
      )
    }
    var parser = try CallFilterParser(
      text, subject, maximumDepth: Self.maximumDepth, maximumTerms: Self.maximumTerms)
    self = try parser.filter()
  }

  /// All of them, with what is nested for no reason taken out.
  static func joining(all parts: [CallFilter]) -> CallFilter {
    let flat = parts.flatMap { part in if case .all(let inner) = part { inner } else { [part] } }
    return flat.count == 1 ? flat[0] : .all(flat)
  }

  /// One of them, likewise.
  static func joining(either parts: [CallFilter]) -> CallFilter {
    let flat = parts.flatMap { part in
      if case .either(let inner) = part { inner } else { [part] }
    }
    return flat.count == 1 ? flat[0] : .either(flat)
  }
}

/// Recursive descent: `or` binds least, then `and`, then `-`.
private struct CallFilterParser {
  private var tokens: CallFilterTokens
  private var token: CallFilterTokens.Token?
  private var depth = 0
  private var terms = 0
  private let maximumDepth: Int
  private let maximumTerms: Int

  init(
    _ text: String, _ subject: CallFilter.Subject, maximumDepth: Int, maximumTerms: Int
  ) throws(CallFilterError) {
    self.maximumDepth = maximumDepth
    self.maximumTerms = maximumTerms
    tokens = CallFilterTokens(text, for: subject)
    token = try tokens.next()
  }

  mutating func filter() throws(CallFilterError) -> CallFilter {
    guard token != nil else { return .everything }
    let filter = try either()
    guard token == nil else { throw wrong("a '(' is missing before this ')'") }
    return filter
  }

  private mutating func advance() throws(CallFilterError) { token = try tokens.next() }

  private func wrong(_ message: String) -> CallFilterError {
    CallFilterError(position: tokens.start, message: message)
  }

  private mutating func either() throws(CallFilterError) -> CallFilter {
    var parts = [try all()]
    while token == .or {
      try advance()
      parts.append(try all())
    }
    return .joining(either: parts)
  }

  private mutating func all() throws(CallFilterError) -> CallFilter {
    var parts = [try single()]
    while let token, token != .or, token != .close {
      if token == .and { try advance() }
      parts.append(try single())
    }
    return .joining(all: parts)
  }

  private mutating func single() throws(CallFilterError) -> CallFilter {
    depth += 1
    defer { depth -= 1 }
    guard depth <= maximumDepth else { throw wrong("too many parentheses within each other") }
    let filter: CallFilter
    switch token {
    case .minus:
      try advance()
      return .not(try single())
    case .open: return try enclosed()
    case .words(let text): filter = .words(SearchText(text))
    case .field(let field, let value): filter = .field(field, SearchText(value))
    case .measure(let measure, let comparison, let duration):
      filter = .measure(measure, comparison, duration)
    case .or, .and: throw wrong("something to look for is missing before this word")
    case .close: throw wrong("something to look for is missing before this ')'")
    case nil: throw wrong("something to look for is missing here")
    }
    terms += 1
    guard terms <= maximumTerms else {
      throw wrong("a filter has at most \(maximumTerms) terms; this is one more")
    }
    try advance()
    return filter
  }

  private mutating func enclosed() throws(CallFilterError) -> CallFilter {
    let open = tokens.start
    try advance()
    let filter = try either()
    guard token == .close else {
      throw CallFilterError(position: open, message: "the ')' for this '(' is missing")
    }
    try advance()
    return filter
  }
}
