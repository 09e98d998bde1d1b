/// Columns and rows of a screen.
package struct ScreenSize: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A screen in memory: a grid of cells that can only be drawn on within its bounds.
package struct Frame: Equatable, Sendable {
  package let size: ScreenSize
  private var cells: [Cell]

  package init(_ size: ScreenSize) {
    self.size = ScreenSize(columns: max(size.columns, 0), rows: max(size.rows, 0))
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// The cells of a row; empty for one that is not there.
  package func row(_ y: Int) -> ArraySlice<Cell> {
    guard (0..<size.rows).contains(y) else { return [] }
    return cells[(y * size.columns)..<((y + 1) * size.columns)]
  }

  /// The rows that differ from those of an earlier frame; all of them when the size does.
  package func changedRows(since earlier: Frame?) -> [Int] {
    guard let earlier, earlier.size == size else { return Array(0..<size.rows) }
    return (0..<size.rows).filter { row($0) != earlier.row($0) }
  }

  /// Writes text from column `x` on, at most `width` columns of it, cut at the frame's edge.
  /// What may not reach a terminal is left out. Returns the columns written.
  @discardableResult
  package mutating func write(
    _ text: String, x: Int, y: Int, width: Int = .max, style: Style = .plain
  ) -> Int {
    guard (0..<size.rows).contains(y), x >= 0 else { return 0 }
    let end = min(size.columns, width == .max ? size.columns : x + max(width, 0))
    var column = x
    for glyph in TextWidth.glyphs(text) {
      guard column + glyph.width <= end else { break }
      put(glyph, x: column, y: y, style: style)
      column += glyph.width
    }
    return column - x
  }

  /// Gives a part of a row another style, and leaves its text.
  package mutating func restyle(
    x: Int, y: Int, width: Int, _ change: (inout Style) -> Void
  ) {
    guard (0..<size.rows).contains(y) else { return }
    let columns = max(x, 0)..<max(min(x + width, size.columns), max(x, 0))
    for column in columns { change(&cells[y * size.columns + column].style) }
  }

  /// Puts a question mark in the place of every character that is not ASCII.
  mutating func restrictToASCII() {
    for place in cells.indices {
      switch cells[place].content {
      case .character(let text) where !text.utf8.allSatisfy({ $0 < 0x80 }):
        cells[place].content = .character("?")
      case .rightHalf: cells[place].content = .character(" ")
      case .character: break
      }
    }
  }

  private mutating func put(_ glyph: TextWidth.Glyph, x: Int, y: Int, style: Style) {
    let place = y * size.columns + x
    // A character that loses one of its halves becomes a blank.
    if cells[place].content == .rightHalf, x > 0 { cells[place - 1].content = .character(" ") }
    let last = place + glyph.width - 1
    if x + glyph.width < size.columns, cells[last + 1].content == .rightHalf {
      cells[last + 1].content = .character(" ")
    }
    cells[place] = Cell(.character(glyph.text), style)
    if glyph.width == 2 { cells[place + 1] = Cell(.rightHalf, style) }
  }
}
