extension Key {
  private static let names: [(key: Key, name: String)] = [
    (.character(" "), "Space"), (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"),
    (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.home, "Home"), (.end, "End"), (.enter, "Enter"),
    (.tab, "Tab"), (.backTab, "Shift-Tab"), (.escape, "Esc"), (.backspace, "Backspace"),
  ]

  /// Reads a name: one character as it stands, `Ctrl-D`, `Space`, `PgDn`, …; nil for what is none.
  package init?(_ name: String) {
    if let known = Self.names.first(where: { $0.name.lowercased() == name.lowercased() }) {
      self = known.key
    } else if name.count == 1, let character = name.first, !character.isWhitespace {
      self = .character(character)
    } else if name.lowercased().hasPrefix("ctrl-"), name.count == 6,
      let letter = name.lowercased().last, letter.isASCII, letter.isLetter
    {
      self = .control(letter)
    } else {
      return nil
    }
  }

  /// Its name, which reads as the same key.
  package var name: String {
    switch self {
    case .character(let character) where character != " ": String(character)
    case .control(let letter): "Ctrl-" + letter.uppercased()
    default: Self.names.first { $0.key == self }?.name ?? ""
    }
  }

  /// Its name on the screen: arrows as arrows.
  func label(_ signs: Signs) -> String {
    switch self {
    case .up where !signs.isASCII: "↑"
    case .down where !signs.isASCII: "↓"
    case .left where !signs.isASCII: "←"
    case .right where !signs.isASCII: "→"
    default: name
    }
  }
}
