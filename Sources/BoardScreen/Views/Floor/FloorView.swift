import CallModel

/// The state of the floor in figures that are read from the other end of the room.
struct FloorView: View {
  private let page: BoardPage
  private let settings: ScreenSettings
  /// Which calls the figures are of; nil where they are of all.
  private let filter: String?

  init(_ context: ViewContext) {
    (page, settings) = (context.page, context.settings)
    // A number may stand in it.
    let text = context.state.isPrivate ? "" : "  " + context.state.filter(of: .calls).text
    filter = page.filtered == nil ? nil : Tiles(page: page, settings: settings).filterWord + text
  }

  /// A filter of the calls holds for their figures, and is told above them.
  func draw(_ frame: inout Frame, in area: Area) {
    // The second row of the screen is never one of figures.
    let top = filter == nil ? max(area.y, 2) : area.y + 1
    if let filter {
      let cut = TextWidth.cut(filter, to: area.width - 2, mark: settings.signs.ellipsis)
      frame.write(cut, x: 1, y: top - 1, style: Style(.accent, bold: true))
    }
    drawFigures(&frame, in: Area(y: top, width: area.width, height: max(area.bottom - top, 0)))
  }

  /// In the largest figures that have room there.
  private func drawFigures(_ frame: inout Frame, in area: Area) {
    let tiles = Tiles(page: page, settings: settings)
    let top = area.y
    var size = ScreenSize(columns: area.width, rows: area.height)
    let (figures, others) = Self.figures(tiles, size, settings.signs)
    if !others.isEmpty, size.rows > 0 {
      size.rows -= 1
      Self.draw(&frame, others, y: top + size.rows, settings.signs)
    }
    let grid = FloorGrid(figures.map(\.need), size, settings.signs)
    for (place, figure) in figures.enumerated() {
      let x = place % grid.columns * grid.cell.columns
      let y = place / grid.columns * grid.cell.rows
      Self.draw(
        &frame, figure, grid, x: x, y: top + y, bottom: top + size.rows, settings.signs)
    }
  }

  /// A tile, and the room that its figure takes.
  private struct Figure {
    let tile: Tile
    /// Without blanks, as it is large.
    let value: String
    let need: FloorGrid.Need
    let isShouting: Bool

    /// `widest` is what it may become without the others having to make room.
    init(_ tile: Tile, widest: String, isMain: Bool = true, isShouting: Bool = false) {
      value = tile.value?.filter { $0 != " " } ?? "-"
      self.tile = tile
      self.isShouting = isShouting
      need = FloorGrid.Need(
        text: value.count > widest.count ? value : widest, word: tile.marked, isMain: isMain)
    }
  }

  /// The counts, and beside them the service level and the longest ring where they do not make the
  /// counts much smaller; otherwise these are for a line of text.
  private static func figures(
    _ tiles: Tiles, _ size: ScreenSize, _ signs: Signs
  ) -> (large: [Figure], others: [Tile]) {
    let ringing = Figure(tiles.ringing, widest: "00", isShouting: tiles.isRingingRed)
    let others =
      [tiles.waiting, tiles.talking, tiles.dialing, tiles.out] + tiles.agents + [tiles.lost]
    let counts = [ringing] + others.map { Figure($0, widest: "00") }
    let all =
      counts + [
        Figure(tiles.serviceLevel, widest: "100%", isMain: false),
        Figure(tiles.longestRing, widest: "0:00", isMain: false),
      ]
    let scale = FloorGrid(counts.map(\.need), size, signs).scale
    let grid = FloorGrid(all.map(\.need), size, signs)
    return grid.isComplete && 3 * grid.scale >= 2 * scale
      ? (all, []) : (counts, [tiles.serviceLevel, tiles.longestRing])
  }

  private static func draw(_ frame: inout Frame, _ tiles: [Tile], y: Int, _ signs: Signs) {
    var x = 1
    for tile in tiles {
      x += frame.write(tile.marked, x: x, y: y, style: Style(bold: true)) + 1
      x += frame.write(tile.value ?? signs.dash, x: x, y: y, style: tile.style) + 3
    }
  }

  private static func draw(
    _ frame: inout Frame, _ figure: Figure, _ grid: FloorGrid, x: Int, y: Int, bottom: Int,
    _ signs: Signs
  ) {
    let word = TextWidth.cut(figure.tile.marked, to: grid.room, mark: signs.ellipsis)
    let scale = grid.scale(of: figure.value)
    let large = LargeText(text: figure.value, scale: max(scale, 1), signs: signs)
    let middle = y + max(grid.cell.rows - grid.rows, 0) / 2
    guard middle + 1 + (scale == 0 ? 1 : large.rows) <= bottom else { return }
    frame.write(word, x: x + grid.indent, y: middle, style: Style(bold: true))
    if scale == 0 {
      frame.write(figure.value, x: x + grid.indent, y: middle + 1, style: figure.tile.style)
    } else {
      large.draw(&frame, x: x + grid.indent, y: middle + 1, style: figure.tile.style)
    }
    guard figure.isShouting else { return }
    for line in y..<(y + grid.cell.rows) {
      frame.restyle(x: x, y: line, width: grid.cell.columns - 1) {
        $0 = Style(.red, bold: true, reverse: true)
      }
    }
  }
}
