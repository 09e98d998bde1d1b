import BoardScreen
import CallModel

/// Columns of text for people and `less`.
struct TextTable {
  struct Column {
    var title: String
    /// In columns of the terminal.
    var width: Int
    var isRight = false
  }

  let columns: [Column]

  var heading: String { line(columns.map(\.title)) }

  /// Longer texts are cut, but for the last one.
  func line(_ fields: [String]) -> String {
    var line = ""
    for (place, (column, field)) in zip(columns, fields).enumerated() {
      let isLast = place == columns.count - 1
      let text = isLast ? field : TextWidth.cut(field, to: column.width, mark: "…")
      let blanks = String(repeating: " ", count: max(column.width - TextWidth.of(text), 0))
      line += column.isRight ? blanks + text : text + (isLast ? "" : blanks)
      if !isLast { line += "  " }
    }
    return line
  }

  /// As wide as its rows need, each up to `widest` columns.
  init(_ titles: [(String, isRight: Bool)], fitting rows: [[String]], widest: Int = 40) {
    columns = titles.enumerated().map { place, title in
      let widths = rows.map { TextWidth.of($0[place]) }
      let width = max(TextWidth.of(title.0), min(widths.max() ?? 0, widest))
      return Column(title: title.0, width: width, isRight: title.isRight)
    }
  }

  init(_ columns: [Column]) { self.columns = columns }
}
