/// What colours the roles have.
package struct Theme: Hashable, Sendable {
  /// A colour by its number among 256, and among 8 where there are no more; nil is the terminal's
  /// own.
  package struct Color: Hashable, Sendable {
    package var of256: Int
    package var of8: Int
    /// The same as `#rrggbb`, for pictures.
    package var rgb: String

    init(_ of256: Int, _ of8: Int, _ rgb: String) {
      self.of256 = of256
      self.of8 = of8
      self.rgb = rgb
    }

    /// Reads a colour: its number among 256, `#rrggbb` (the nearest of the 256), or the name of one
    /// of the 8 (`red`); nil for anything else.
    package init?(_ text: String) { nil }
  }

  /// The themes that are built in, by their names.
  package static let named: [(name: String, theme: Theme)] = [
    ("default", .default), ("mono", .mono),
  ]

  package var colors: [Style.Role: Color]
  /// The colour behind everything; nil is the terminal's own.
  package var ground: Color?

  /// Middle tones: at least 3.9 : 1 against black and against white, so that both kinds of
  /// terminals can read them. Ordinary text has the terminal's own colour.
  package static let `default` = Theme(colors: [
    .muted: Color(243, -1, "#767676"), .accent: Color(32, 4, "#0087d7"),
    .ringing: Color(30, 6, "#008787"), .dialing: Color(97, 5, "#875faf"),
    .waiting: Color(61, 4, "#5f5faf"), .talking: Color(28, 2, "#008700"),
    .good: Color(28, 2, "#008700"), .idle: Color(243, -1, "#767676"),
    .amber: Color(130, 3, "#af5f00"), .red: Color(160, 1, "#d70000"),
  ])

  /// No colours: signs, words, bold and reverse tell everything.
  package static let mono = Theme(colors: [:])
}
