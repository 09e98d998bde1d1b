/// What colours the roles have.
package struct Theme: Hashable, Sendable {
  /// A role without one has the terminal's own colour, or black or white on a ground.
  package var colors: [Style.Role: Color]
  /// The colour behind everything; nil is the terminal's own.
  package var ground: Color?

  package init(colors: [Style.Role: Color], ground: Color? = nil) {
    self.colors = colors
    self.ground = ground
  }

  /// This theme with some of its colours replaced; a ground that is nil leaves its own.
  package func changing(_ colors: [Style.Role: Color], ground: Color? = nil) -> Theme {
    Theme(
      colors: self.colors.merging(colors) { _, changed in changed }, ground: ground ?? self.ground)
  }

  /// The colour of a role; nil is the terminal's own.
  package func color(_ role: Style.Role) -> Color? {
    // The terminal's own colour may be the ground's.
    colors[role] ?? ground?.readable
  }

  /// The numbers of a role's colour and of the one behind it, among 256 or among 8; -1 is the
  /// terminal's own. Nil where both are.
  package func numbers(
    _ role: Style.Role, among256: Bool
  ) -> (foreground: Int, background: Int)? {
    let color = color(role)
    guard !among256 else {
      return color.map { ($0.of256, ground?.of256 ?? -1) }
    }
    guard let ground else { return color.flatMap { $0.of8 < 0 ? nil : ($0.of8, -1) } }
    let foreground = color?.of8 ?? -1
    let isReadable = foreground >= 0 && foreground != ground.of8
    return (isReadable ? foreground : ground.readable.of8, ground.of8)
  }
}
