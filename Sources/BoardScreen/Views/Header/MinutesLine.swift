import CallModel

/// How many calls began in each of the last minutes, and how many of them were lost, by one scale; then
/// the figures for which there was no room above.
struct MinutesLine: View {
  let page: BoardPage
  let settings: ScreenSettings

  func draw(_ frame: inout Frame, in area: Area) {
    let y = area.y
    let width = min(max((area.width - 60) / 2, 8), 60)
    let most = page.minutes.suffix(width).map(\.begun).max() ?? 0
    var x = 1
    for (word, role, values) in [
      ("calls/min", Style.Role.accent, page.minutes.map(\.begun)),
      ("lost/min", .red, page.minutes.map(\.lost)),
    ] {
      x += frame.write(word, x: x, y: y, style: Style(.muted)) + 1
      let line = Sparkline.text(values, width: width, most: most, settings.signs)
      x += frame.write(
        line, x: x, y: y, style: Style(values.allSatisfy { $0 == 0 } ? .muted : role))
      x += frame.write(" \(values.last ?? 0)", x: x, y: y, style: Style(bold: true)) + 2
    }
    let tiles = HeaderTiles(page: page, settings: settings)
    for (text, style) in tiles.left(by: area.width) + [tiles.answered]
    where x + TextWidth.of(text) < area.width {
      x += frame.write(text, x: x, y: y, style: style) + 2
    }
  }
}
