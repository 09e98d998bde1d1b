extension ScreenState {
  /// Takes one input. `page` is what is on the screen now.
  package mutating func update(
    _ input: ScreenInput, page: BoardPage, settings: ScreenSettings
  ) -> [ScreenEffect] {
    let target: PointerTarget? =
      switch input {
      case .click(let x, let y), .doubleClick(let x, let y):
        Screen.target(x: x, y: y, self, page, settings)
      case .key, .wheel, .resized, .quit: nil
      }
    return update(input, on: target, page: page, settings: settings)
  }
}
