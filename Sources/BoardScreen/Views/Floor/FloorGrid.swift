/// How tiles are laid out on the floor view: the grid in which their figures are largest.
struct FloorGrid {
  /// What a tile needs to be read.
  struct Need {
    let text: String
    let word: String
    /// The others may be smaller than the figures of the grid.
    let isMain: Bool
  }

  let columns: Int
  /// The size of a tile, the space beside it and below it with it.
  let cell: ScreenSize
  /// Columns of a pixel of the figures, at least 1.
  private(set) var scale = 1
  private var legible = 0
  private var large = 0
  private let empty: Int
  private let total: Int
  private let signs: Signs

  init(_ needs: [Need], _ size: ScreenSize, _ signs: Signs) {
    var best = FloorGrid(columns: 1, needs, size, signs)
    for columns in 1...max(needs.count, 1) {
      let grid = FloorGrid(columns: columns, needs, size, signs)
      if grid.rank > best.rank { best = grid }
    }
    self = best
  }

  private init(columns: Int, _ needs: [Need], _ size: ScreenSize, _ signs: Signs) {
    let rows = (needs.count + columns - 1) / columns
    self.columns = columns
    self.signs = signs
    cell = ScreenSize(columns: size.columns / columns, rows: size.rows / max(rows, 1))
    empty = columns * rows - needs.count
    total = needs.count
    scale = max(needs.filter(\.isMain).map { largest($0.text, atMost: .max) }.min() ?? 1, 1)
    legible = needs.count { cell.rows >= 2 && max($0.word.count, $0.text.count) <= room }
    large = needs.count { scale(of: $0.text) > 0 }
  }

  /// Columns to the left of what a tile shows.
  var indent: Int { 1 + scale / 2 }

  /// Columns for a word; to the right of them is the indent of the next tile.
  var room: Int { cell.columns - indent }

  /// Rows of a word and the largest figure below it.
  var rows: Int { 1 + LargeText(text: "", scale: scale, signs: signs).rows }

  /// Every tile has its word, and a large figure.
  var isComplete: Bool { legible == total && large == total }

  private var rank: (Int, Int, Int, Int) { (legible, large, scale, -empty) }

  /// The scale of a figure: smaller than that of the grid where it is too long, and 0 where it has
  /// to be ordinary text.
  func scale(of text: String) -> Int { largest(text, atMost: scale) }

  /// The largest scale at which a figure, and a word above it, fit into the cell.
  private func largest(_ text: String, atMost most: Int) -> Int {
    var scale = 0
    while scale < most {
      let larger = LargeText(text: text, scale: scale + 1, signs: signs)
      // Between two figures there is more than within one.
      guard larger.columns + scale + 2 <= cell.columns, larger.rows + 1 <= cell.rows else { break }
      scale += 1
    }
    return scale
  }
}
