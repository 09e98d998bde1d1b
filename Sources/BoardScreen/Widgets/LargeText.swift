/// Digits, some letters and a few other characters, each 5 pixels high and about 3 wide, with a pixel
/// between them. A pixel is `scale` columns wide and half as many rows high, as cells are about
/// twice as high as wide; at least a whole row in ASCII, which has no half cells.
struct LargeText {
  let text: String
  /// Columns of a pixel, at least 1.
  let scale: Int
  let signs: Signs

  private static let pixelRows = 5

  /// Columns that it takes.
  var columns: Int {
    let glyphs = text.map(LargeGlyphs.rows)
    return (glyphs.reduce(0) { $0 + Self.width($1) } + max(glyphs.count - 1, 0)) * scale
  }

  /// Rows that it takes.
  var rows: Int { (Self.pixelRows * halfRows + 1) / 2 }

  /// Half rows of a pixel.
  private var halfRows: Int { signs.isASCII ? (scale + 1) / 2 * 2 : scale }

  func draw(_ frame: inout Frame, x: Int, y: Int, style: Style) {
    var left = x
    for character in text {
      let glyph = LargeGlyphs.rows(character)
      for row in 0..<rows {
        let upper = Self.pixels(glyph, 2 * row / halfRows)
        let lower = Self.pixels(glyph, (2 * row + 1) / halfRows)
        let line = zip(upper, lower).map { upper, lower in
          String(repeating: signs.block(upper: upper, lower: lower), count: scale)
        }
        frame.write(line.joined(), x: left, y: y + row, style: style)
      }
      left += (Self.width(glyph) + 1) * scale
    }
  }

  private static func width(_ glyph: [Substring]) -> Int { glyph.first?.count ?? 0 }

  /// What of a row of pixels is set; nothing beyond the last.
  private static func pixels(_ glyph: [Substring], _ row: Int) -> [Bool] {
    row < glyph.count
      ? glyph[row].map { $0 == "#" } : Array(repeating: false, count: width(glyph))
  }
}
