import BoardScreen
import Foundation

/// A table that fits its terminal: what matters least gives way first.
struct FittedTable {
  struct Column {
    var title: String
    var isRight = false
    /// The columns with the highest rank go first; 0 stays always.
    var rank: Int

    init(_ title: String, rank: Int, isRight: Bool = false) {
      self.title = title
      self.rank = rank
      self.isRight = isRight
    }
  }

  let columns: [Column]
  let rows: [[String]]
  /// Said where there are no rows.
  var empty = ""
  /// Said behind the rows.
  var rest: String?

  /// The heading and the rows; all columns where no width is given.
  func lines(width: Int?) -> [String] {
    guard !rows.isEmpty else { return [empty] }
    var shown = Array(columns.indices)
    let widths = columns.indices.map(width(of:))
    while let width, Self.total(shown.map { widths[$0] }) > width,
      let last = shown.max(by: { columns[$0].rank < columns[$1].rank }), columns[last].rank > 0
    {
      shown.removeAll { $0 == last }
    }
    let table = TextTable(
      shown.map { .init(title: columns[$0].title, width: widths[$0], isRight: columns[$0].isRight) }
    )
    let lines =
      [table.heading] + rows.map { row in table.line(shown.map { row[$0] }) }
      + (rest.map { [$0] } ?? [])
    guard let width else { return lines }
    return lines.map { TextWidth.cut($0, to: width, mark: "…") }
  }

  private func width(of column: Int) -> Int {
    min(
      max(TextWidth.of(columns[column].title), rows.map { TextWidth.of($0[column]) }.max() ?? 0), 40
    )
  }

  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + 2 * max(widths.count - 1, 0)
  }

  /// Columns of the terminal that stdout is; nil where it is none.
  static var terminalWidth: Int? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }
}
