/// How many columns text takes on a terminal, and what of it may reach one.
package enum TextWidth {
  /// What is drawn in one cell, or in two.
  struct Glyph: Hashable, Sendable {
    var text: String
    /// 1 or 2.
    var width: Int
  }

  /// Columns that a text takes.
  package static func of(_ text: String) -> Int {
    text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
      ? text.utf8.count : glyphs(text).reduce(0) { $0 + $1.width }
  }

  /// A text in at most `width` columns: cut, with `mark` at its end, where it is longer.
  package static func cut(_ text: String, to width: Int, mark: String) -> String {
    guard of(text) > width else { return text }
    guard width > 0 else { return "" }
    var result = ""
    var used = 0
    for glyph in glyphs(text) {
      guard used + glyph.width <= width - 1 else { break }
      result += glyph.text
      used += glyph.width
    }
    return result + mark
  }

  /// What of a text can be drawn: control characters, joiners, variation selectors and direction
  /// marks are left out, combining marks stay with the character before them.
  static func glyphs(_ text: String) -> [Glyph] {
    var glyphs: [Glyph] = []
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x20, scalar.value < 0x7F {
        glyphs.append(Glyph(text: String(scalar), width: 1))
        continue
      }
      switch width(of: scalar) {
      case nil: continue
      case 0:
        // Terminals keep few marks in one cell.
        guard let last = glyphs.indices.last, glyphs[last].text.unicodeScalars.count < 4 else {
          continue
        }
        glyphs[last].text.unicodeScalars.append(scalar)
      case let width?: glyphs.append(Glyph(text: String(scalar), width: width))
      }
    }
    return glyphs
  }

  /// Nil for what must not be drawn, 0 for a mark that combines with what is before it.
  private static func width(of scalar: Unicode.Scalar) -> Int? {
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .unassigned, .privateUse, .lineSeparator, .paragraphSeparator,
      .format:
      return nil
    case .nonspacingMark, .enclosingMark:
      return (0xFE00...0xFE0F).contains(scalar.value) ? nil : 0
    default:
      // Vowels and finals of Hangul syllables stand within the cell of their first letter.
      if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value) {
        return 0
      }
      return isWide(scalar.value) ? 2 : 1
    }
  }

  /// East Asian wide and fullwidth characters, and emoji that are drawn as pictures.
  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    var (low, high) = (0, wide.count)
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(value)
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
    0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
    0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
    0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
    0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
    0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F004...0x1F004,
    0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F265,
    0x1F300...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393,
    0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4,
    0x1F3F8...0x1F43E, 0x1F440...0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D,
    0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596,
    0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC,
    0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6D7, 0x1F6DC...0x1F6DF, 0x1F6EB...0x1F6EC,
    0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7EB, 0x1F7F0...0x1F7F0, 0x1F90C...0x1F93A,
    0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
