@testable import BoardScreen

/// Finds figures on the floor view as it is drawn.
struct DrawnFloor {
  private let rows: [[Character]]
  private let signs: Signs

  init(_ frame: Frame, signs: Signs) {
    rows = (0..<frame.size.rows).map { Self.characters(frame, $0) }
    self.signs = signs
  }

  /// True where the word stands, and below it this figure, in letters of any size, or behind it as text.
  func shows(_ word: String, _ figure: String) -> Bool {
    let large = figure.filter { $0 != " " }
    let glyphs = (1...20).map { drawn(large, scale: $0) }
    return places(of: word).contains { x, y in
      let behind = rows[y][(x + word.count)...].drop { $0 == "!" } + "  "
      return behind.starts(with: " " + figure + "  ")
        || y + 1 < rows.count && (rows[y + 1][x...] + "  ").starts(with: large + "  ")
        || glyphs.contains { stands($0, x, y + 1) }
    }
  }

  private func places(of word: String) -> [(x: Int, y: Int)] {
    rows.indices.flatMap { y in
      rows[y].indices.filter { rows[y][$0...].starts(with: word) }.map { ($0, y) }
    }
  }

  /// A figure with the room behind it: between two there is more than within one.
  private func drawn(_ figure: String, scale: Int) -> [[Character]] {
    let large = LargeText(text: figure, scale: scale, signs: signs)
    var frame = Frame(ScreenSize(columns: large.columns + scale + 1, rows: large.rows))
    large.draw(&frame, x: 0, y: 0, style: .plain)
    return (0..<large.rows).map { Self.characters(frame, $0) }
  }

  private func stands(_ figure: [[Character]], _ x: Int, _ y: Int) -> Bool {
    y + figure.count <= rows.count
      && figure.indices.allSatisfy { rows[y + $0][x...].starts(with: figure[$0]) }
  }

  /// A blank for the right half of what is wide.
  private static func characters(_ frame: Frame, _ row: Int) -> [Character] {
    frame.row(row).map { cell in
      if case .character(let character) = cell.content { character.first ?? " " } else { " " }
    }
  }
}
