/// How a cell looks, in terms of what it means; a theme makes colours of it.
package struct Style: Hashable, Sendable {
  /// What a colour tells.
  package enum Role: String, Hashable, Sendable, CaseIterable {
    case text
    /// Headings, frames, what is of lesser weight.
    case muted
    /// The program's own colour: its name, the view's title.
    case accent
    case ringing, dialing, waiting, talking, good, idle
    /// Beyond the first threshold.
    case amber
    /// Beyond the second threshold, and all that is wrong.
    case red
  }

  package var role: Role
  package var isBold: Bool
  package var isDim: Bool
  package var isReverse: Bool
  package var isUnderlined: Bool

  package init(
    _ role: Role = .text, bold: Bool = false, dim: Bool = false, reverse: Bool = false,
    underlined: Bool = false
  ) {
    self.role = role
    isBold = bold
    isDim = dim
    isReverse = reverse
    isUnderlined = underlined
  }

  package static let plain = Style()
}
