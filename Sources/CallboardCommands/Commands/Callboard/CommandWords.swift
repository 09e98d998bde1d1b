import ArgumentParser

/// The commands that a command line names, before the parser sees it.
struct CommandWords {
  /// As the parser takes them: `journal help verify` is `help journal verify` to it.
  let arguments: [String]

  private static let help = "help"

  init(_ arguments: [String]) {
    let path = Self.path(arguments.prefix { $0 != Self.help })
    let isHelp = arguments.count > path.count && arguments[path.count] == Self.help
    self.arguments =
      isHelp ? [Self.help] + path + arguments.dropFirst(path.count + 1) : arguments
  }

  /// - Throws: `ValidationError` for a word that is no command where only a command can stand, with the
  ///   one that may be meant.
  func requireKnown() throws {
    let words = arguments.first == Self.help ? arguments.dropFirst() : arguments[...]
    let path = Self.path(words)
    guard let word = words.dropFirst(path.count).first, !word.hasPrefix("-"), word != Self.help
    else { return }
    let names = Self.names(behind: path)
    guard !names.isEmpty else { return }
    let nearest = names.min { word.distance(to: $0) < word.distance(to: $1) } ?? ""
    let isMeant = word.distance(to: nearest) <= max(1, word.count / 3)
    let hint =
      isMeant
      ? "did you mean '\(Self.joined(path + [nearest]))'?"
      : "'\(Self.joined(["callboard", Self.help] + path))' lists them"
    throw ValidationError("there is no command '\(Self.joined(path + [word]))'; \(hint)")
  }

  /// The words at the beginning that name a command, and one of its own.
  private static func path(_ words: some Collection<String>) -> [String] {
    var path: [String] = []
    for word in words {
      guard names(behind: path).contains(word) else { break }
      path.append(word)
    }
    return path
  }

  /// The commands that can follow.
  private static func names(behind path: [String]) -> [String] {
    var commands: [any ParsableCommand.Type] = Callboard.configuration.subcommands
    for name in path {
      let command = commands.first { $0.configuration.commandName == name }
      commands = command?.configuration.subcommands ?? []
    }
    return commands.compactMap { $0.configuration.commandName }
  }

  private static func joined(_ path: [String]) -> String { path.joined(separator: " ") }
}

extension String {
  /// How many characters are to be put in, taken out or changed to have the other one.
  fileprivate func distance(to other: String) -> Int {
    let others = Array(other)
    var row = Array(0...others.count)
    for (place, character) in enumerated() {
      var diagonal = row[0]
      row[0] = place + 1
      for column in others.indices {
        let changed = diagonal + (character == others[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = Swift.min(changed, diagonal + 1, row[column] + 1)
      }
    }
    return row[others.count]
  }
}
