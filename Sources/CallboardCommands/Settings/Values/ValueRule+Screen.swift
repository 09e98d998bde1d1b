import BoardScreen

extension ValueRule<ScreenSettings.Notice> {
  static var notice: Self {
    let words = ScreenSettings.Notice.allCases.map(\.rawValue).joined(separator: ", ")
    return Self(words: "one of \(words)") { text in
      ScreenSettings.Notice(rawValue: text)
        ?? ValueRule<Bool>.flag.read(text).map { $0 ? .red : .off }
    }
  }
}

extension ValueRule<Theme> {
  /// One of those that are built in, or of a configuration's own.
  static func theme(own: [String: Theme]) -> Self {
    let names = Theme.named.map(\.name) + own.keys.sorted()
    return Self(words: "a theme is one of " + names.joined(separator: ", ")) { name in
      own[name] ?? Theme.named.first { $0.name == name }?.theme
    }
  }
}

extension ValueRule<Theme.Color> {
  static var color: Self {
    Self(words: "a colour is a number from 0 to 255, \"#rrggbb\" or a name as red") {
      Theme.Color($0)
    }
  }
}

extension ValueRule<Key> {
  static var key: Self {
    Self(words: "a key is one character or a name, as Space, PgDn or Ctrl-D") { Key($0) }
  }
}

extension ValueRule<String> {
  /// One of a list's columns.
  static func column(_ kind: ListKind) -> Self {
    Self(words: "a column of \(kind.rawValue) is one of " + kind.columns.joined(separator: ", ")) {
      kind.columns.contains($0) ? $0 : nil
    }
  }
}

extension ValueRule<ListOrder> {
  /// A column, with a `-` before it for the other direction.
  static func order(_ kind: ListKind) -> Self {
    let column = ValueRule<String>.column(kind)
    return Self(words: column.words + "; with a '-' before it the order is descending") { text in
      let isDescending = text.hasPrefix("-")
      return column.read(String(text.dropFirst(isDescending ? 1 : 0))).map {
        ListOrder(column: $0, isDescending: isDescending)
      }
    }
  }
}
