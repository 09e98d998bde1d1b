/// What the words of a command line name, before and beside the parser.
struct ArgumentWords: Sendable {
  private let words: ArraySlice<String>

  init(_ arguments: [String]) {
    words = arguments.prefix { $0 != "--" }
  }

  /// True for `--port 1`, `--port=1`, and for `--no-ascii` as a name of `ascii`.
  func name(_ option: String) -> Bool {
    words.contains { $0 == "--\(option)" || $0.hasPrefix("--\(option)=") || $0 == "--no-\(option)" }
  }

  /// The last value that an option has.
  func value(of option: String) -> String? {
    for (place, word) in zip(words.indices, words).reversed() {
      if word.hasPrefix("--\(option)=") { return String(word.dropFirst(option.count + 3)) }
      if word == "--\(option)", let value = words[(place + 1)...].first, !value.hasPrefix("-") {
        return value
      }
    }
    return nil
  }
}
