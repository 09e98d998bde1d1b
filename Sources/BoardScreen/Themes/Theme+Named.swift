extension Theme {
  /// The themes that are built in, by their names.
  package static let named: [(name: String, theme: Theme)] = [
    ("default", .default), ("light", .light), ("high-contrast", .highContrast), ("mono", .mono),
  ]

  /// On the terminal's own ground, whatever that is: at least 4.5 : 1 (WCAG AA) on black and on
  /// #1e1e1e. On white it can be made out (2.8 : 1); `light` is for those who have it all day.
  package static let `default` = Theme(colors: [
    .muted: Color(245, -1), .idle: Color(245, -1), .accent: Color(33, 4), .ringing: Color(170, 6),
    .dialing: Color(135, 5), .waiting: Color(104, 4), .talking: Color(34, 2), .good: Color(34, 2),
    .amber: Color(172, 3), .red: Color(203, 1),
  ])

  /// Dark on white, at least 4.5 : 1 (WCAG AA). Of the 8 colours, green, yellow and cyan are too
  /// bright for white.
  package static let light = Theme(
    colors: [
      .text: Color(235, 0), .muted: Color(241, 0), .idle: Color(241, 0), .accent: Color(25, 4),
      .ringing: Color(127, 4), .dialing: Color(93, 4), .waiting: Color(61, 4),
      .talking: Color(28, 0), .good: Color(28, 0), .amber: Color(94, 5), .red: Color(160, 1),
    ], ground: Color(231, 7))

  /// Bright on black, at least 7 : 1 (WCAG AAA).
  package static let highContrast = Theme(
    colors: [
      .text: Color(231, 7), .muted: Color(250, 7), .idle: Color(250, 7), .accent: Color(123, 6),
      .ringing: Color(213, 5), .dialing: Color(141, 5), .waiting: Color(111, 6),
      .talking: Color(83, 2), .good: Color(83, 2), .amber: Color(220, 3), .red: Color(203, 1),
    ], ground: Color(16, 0))

  /// No colours: signs, words, bold and reverse tell everything.
  package static let mono = Theme(colors: [:])
}
