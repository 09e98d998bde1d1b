/// Lays out and draws rows of columns: those that matter least drop out first, what room is left
/// widens those that can use it.
struct Table {
  struct Column {
    /// What it is called where columns are chosen; empty for one that always is there.
    var name = ""
    var title: String
    /// The least width with which it is shown.
    var width: Int
    /// The width beyond which it does not grow.
    var widest: Int
    var isRight = false
    /// Of two columns the one with the higher number drops out first.
    var rank: Int
  }

  /// A text with its style.
  struct Field {
    var text: String
    var style: Style

    init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  private let columns: [Column]
  /// Start and width of each column; nil for one that dropped out.
  private let spans: [(x: Int, width: Int)?]
  private let signs: Signs
  private static let gap = 1

  init(_ columns: [Column], x: Int, width: Int, signs: Signs) {
    self.columns = columns
    self.signs = signs
    var shown = Set(columns.indices)
    func least() -> Int { shown.reduce(0) { $0 + columns[$1].width + Self.gap } }
    while shown.count > 1, least() > width + Self.gap,
      let last = shown.max(by: { columns[$0].rank < columns[$1].rank })
    {
      shown.remove(last)
    }
    var widths = columns.map(\.width)
    var room = width + Self.gap - least()
    while room > 0 {
      let growing = shown.filter { widths[$0] < columns[$0].widest }.sorted()
      guard !growing.isEmpty else { break }
      for place in growing.prefix(room) { widths[place] += 1 }
      room -= min(room, growing.count)
    }
    var start = x
    spans = columns.indices.map { place in
      guard shown.contains(place) else { return nil }
      defer { start += widths[place] + Self.gap }
      return (start, min(widths[place], max(x + width - start, 0)))
    }
  }

  /// The heading of the column that the list is sorted by has a sign.
  func drawTitles(_ frame: inout Frame, y: Int, order: ListOrder? = nil) {
    let titles = columns.map { column in
      guard let order, order.column == column.name else {
        return Field(column.title, Style(.muted))
      }
      return Field(
        signs.sorted(descending: order.isDescending) + column.title, Style(.accent, bold: true))
    }
    draw(titles, &frame, y: y)
  }

  /// The name of the column at `x`; nil where there is none.
  func column(at x: Int) -> String? {
    for (column, span) in zip(columns, spans) {
      if let span, (span.x..<(span.x + span.width)).contains(x), !column.name.isEmpty {
        return column.name
      }
    }
    return nil
  }

  func draw(_ fields: [Field], _ frame: inout Frame, y: Int) {
    for ((column, span), field) in zip(zip(columns, spans), fields) {
      guard let span else { continue }
      let text = TextWidth.cut(field.text, to: span.width, mark: signs.ellipsis)
      let indent = column.isRight ? max(span.width - TextWidth.of(text), 0) : 0
      frame.write(text, x: span.x + indent, y: y, width: span.width - indent, style: field.style)
    }
  }
}
