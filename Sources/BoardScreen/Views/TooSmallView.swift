/// What stands in a window that has no room for anything else.
struct TooSmallView: View {
  /// The smallest window with room for the screen.
  let least: ScreenSize

  func draw(_ frame: inout Frame, in area: Area) {
    let lines = [
      "window too small: \(area.width)x\(area.height)",
      "callboard needs \(least.columns)x\(least.rows)",
    ]
    for (line, text) in lines.enumerated() { frame.write(text, x: area.x, y: area.y + line) }
  }
}
