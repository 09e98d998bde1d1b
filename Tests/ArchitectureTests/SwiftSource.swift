import Foundation

/// A file of Swift as far as its names matter: without comments, and without what string literals say.
struct SwiftSource {
  /// Where the file is below its target, as `Views/Tabs.swift`.
  let path: String
  private let tokens: [Token]

  private struct Token {
    var text: String
    /// Braces around it.
    var depth: Int
    /// It stands behind a dot: a member of something.
    var isMember: Bool
  }

  private static let kinds: Set = ["struct", "class", "enum", "protocol", "actor", "typealias"]

  init(path: String, text: String) {
    self.path = path
    tokens = Self.tokens(in: Self.code(of: text))
  }

  /// The types that it declares for others, at top level.
  var declared: Set<String> {
    let all = declarations.filter { $0.depth == 0 && !$0.isPrivate }
    return Set(all.map(\.name))
  }

  /// The types that it names, without those that it declares itself, nested or private.
  var named: Set<String> {
    let own = Set(declarations.map(\.name))
    let names = tokens.filter { !$0.isMember && $0.text.first?.isUppercase ?? false }
    return Set(names.map(\.text)).subtracting(own)
  }

  private static let modifiers: Set = [
    "private", "fileprivate", "package", "final", "indirect", "nonisolated",
  ]

  private var declarations: [(name: String, depth: Int, isPrivate: Bool)] {
    tokens.indices.dropLast().filter { Self.kinds.contains(tokens[$0].text) }.map { place in
      let before = tokens[..<place].reversed().map(\.text).prefix(while: Self.modifiers.contains)
      let isPrivate = before.contains("private") || before.contains("fileprivate")
      return (tokens[place + 1].text, tokens[place].depth, isPrivate)
    }
  }

  private static func tokens(in code: String) -> [Token] {
    var tokens: [Token] = []
    var (word, depth, isMember, last) = ("", 0, false, Character(" "))
    func end() {
      if !word.isEmpty { tokens.append(Token(text: word, depth: depth, isMember: isMember)) }
      word = ""
    }
    for character in code {
      if character.isLetter || character == "_" || character.isNumber {
        if word.isEmpty { isMember = last == "." }
        word.append(character)
      } else {
        end()
        if character == "{" { depth += 1 }
        if character == "}" { depth -= 1 }
      }
      last = character
    }
    end()
    return tokens
  }
}

extension SwiftSource {
  /// The text with blanks in place of comments and of what string literals say; what is computed
  /// within a literal stays.
  static func code(of text: String) -> String {
    var reader = CodeReader(Array(text))
    reader.readCode(endsAtParenthesis: false)
    return reader.code
  }
}

private struct CodeReader {
  private let text: [Character]
  private var place = 0
  private(set) var code = ""

  init(_ text: [Character]) { self.text = text }

  private func stands(_ word: String) -> Bool {
    let end = place + word.count
    return end <= text.count && text[place..<end].elementsEqual(word)
  }

  /// Reads to the end, or behind the parenthesis that ends what is computed within a literal.
  mutating func readCode(endsAtParenthesis: Bool) {
    var open = 0
    while place < text.count {
      if stands("//") {
        while place < text.count, !text[place].isNewline { place += 1 }
      } else if stands("/*") {
        skipComment()
      } else if let marks = literalMarks() {
        skipLiteral(marks)
      } else {
        let character = text[place]
        place += 1
        if character == "(" { open += 1 }
        if character == ")" {
          if endsAtParenthesis, open == 0 { return }
          open -= 1
        }
        code.append(character)
      }
    }
  }

  /// Comments may stand within comments.
  private mutating func skipComment() {
    var depth = 0
    repeat {
      if stands("/*") {
        depth += 1
        place += 2
      } else if stands("*/") {
        depth -= 1
        place += 2
      } else {
        place += 1
      }
    } while depth > 0 && place < text.count
    code.append(" ")
  }

  /// How a literal begins here: its quotation marks, and the hashes before them.
  private func literalMarks() -> (quotes: String, hashes: String)? {
    let hashes = String(text[place...].prefix { $0 == "#" })
    let behind = text[(place + hashes.count)...]
    guard behind.first == "\"" else { return nil }
    return (behind.prefix(3) == ["\"", "\"", "\""] ? "\"\"\"" : "\"", hashes)
  }

  private mutating func skipLiteral(_ marks: (quotes: String, hashes: String)) {
    let (end, escape) = (marks.quotes + marks.hashes, "\\" + marks.hashes)
    place += end.count
    code.append(" ")
    while place < text.count, !stands(end) {
      if stands(escape + "(") {
        place += escape.count + 1
        readCode(endsAtParenthesis: true)
        code.append(" ")
      } else {
        place += stands(escape) ? escape.count + 1 : 1
      }
    }
    place += end.count
  }
}
