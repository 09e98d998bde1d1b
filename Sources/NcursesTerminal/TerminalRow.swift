import BoardScreen
import CNcurses

/// A row of a frame as ncurses takes it: right halves of wide characters are left out.
struct TerminalRow {
  private(set) var cells: [cn_cell] = []

  init(_ row: ArraySlice<Cell>, pairs: [Style.Role: Int16]) {
    cells.reserveCapacity(row.count)
    for cell in row {
      switch cell.content {
      case .character(let text):
        cells.append(Self.cell(text, cell.style, pair: pairs[cell.style.role] ?? 0))
      case .rightHalf:
        if let last = cells.indices.last { cells[last].width = 2 }
      }
    }
  }

  private static func cell(_ text: String, _ style: Style, pair: Int16) -> cn_cell {
    var cell = cn_cell()
    withUnsafeMutableBytes(of: &cell.text) { bytes in
      for (index, scalar) in text.unicodeScalars.prefix(5).enumerated() {
        bytes.storeBytes(of: scalar.value, toByteOffset: index * 4, as: UInt32.self)
      }
    }
    cell.count = UInt8(min(text.unicodeScalars.count, 5))
    cell.width = 1
    cell.attributes = attributes(style, isColored: pair != 0)
    cell.pair = pair
    return cell
  }

  private static func attributes(_ style: Style, isColored: Bool) -> UInt8 {
    var attributes = 0
    if style.isBold { attributes |= cn_bold }
    // A colour is as faint as can be read: what terminals make of it, dimmed, cannot.
    if style.isDim, !isColored { attributes |= cn_dim }
    if style.isReverse { attributes |= cn_reverse }
    if style.isUnderlined { attributes |= cn_underline }
    return UInt8(attributes)
  }
}
