/// The keys where one agent has the screen to themselves.
extension KeyBindings {
  private static let own: Set<ScreenAction> = [
    .down, .up, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .top, .bottom, .save, .privacy,
    .help, .back, .close, .redraw, .suspend,
  ]

  package var forOwnView: KeyBindings {
    var bindings = self
    bindings.inForce = inForce.filter { Self.own.contains($0.action) }
    return bindings
  }
}
