/// A value of the configuration, to be written as YAML.
indirect enum SettingValue: Hashable, Sendable {
  /// There is none, and no default.
  case none
  /// There is one that nobody is shown.
  case secret
  case text(String)
  case list([SettingValue])
  case mapping([Entry])

  /// A key of a mapping.
  struct Entry: Hashable, Sendable {
    var name: String
    var value: SettingValue
  }

  /// A text, if there is one.
  init(_ text: (some CustomStringConvertible)?) {
    self = text.map { .text($0.description) } ?? .none
  }

  static func texts(_ texts: [String]) -> SettingValue { .list(texts.map { .text($0) }) }

  /// False where it could not stand in a file.
  var isWritable: Bool {
    switch self {
    case .none, .secret: false
    case .text, .list: true
    case .mapping(let entries): entries.contains { $0.value.isWritable }
    }
  }

  /// As YAML, in one line.
  var yaml: String {
    switch self {
    case .none: ""
    case .secret: "\"***\""
    case .text(let text): Self.quoted(text)
    case .list(let values): "[" + values.map(\.yaml).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{"
        + entries.filter(\.value.isWritable).map { "\(Self.quoted($0.name)): \($0.value.yaml)" }
        .joined(separator: ", ") + "}"
    }
  }

  /// Quoted where YAML could take it for something else.
  static func quoted(_ text: String) -> String {
    let isPlain =
      text.first.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "/") } ?? false
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-".contains($0)) }
    guard !isPlain || text.lowercased() == "null" else { return text }
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        "\\U" + String(repeating: "0", count: 8 - hex(scalar).count) + hex(scalar)
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String {
    String(scalar.value, radix: 16, uppercase: true)
  }
}
