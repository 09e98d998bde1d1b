/// Lays out and draws rows of columns: those that matter least drop out first, what room is left
/// widens those whose contents need it, then those that can use it.
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
    /// True where no telephone number stands in it: what has no room loses its end.
    var isPlainText = false
    /// The width that it keeps however little its contents need, up to its least: what changes all the
    /// time would make the others jump.
    var steady = 0
    /// Of two columns the one with the higher number drops out first.
    var rank: Int

    /// With room for the sign that says so before its whole title.
    var sorted: Column {
      var column = self
      column.width = max(width, TextWidth.of(title) + 1)
      column.widest = max(widest, column.width)
      column.steady = max(steady, TextWidth.of(title) + 1)
      return column
    }
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
  private let titles: [Field]
  /// Start and width of each column; nil for one that dropped out.
  private let spans: [(x: Int, width: Int)?]
  private let signs: Signs
  private static let gap = 1

  /// The heading of the column that the list is sorted by, `order`, has a sign. Columns whose `rows`
  /// need more than their least width get it before others grow, and from those that need less.
  init(
    _ columns: [Column], rows: [[Field]] = [], order: ListOrder? = nil, x: Int, width: Int,
    signs: Signs
  ) {
    let columns = columns.map { $0.name == order?.column ? $0.sorted : $0 }
    self.columns = columns
    self.signs = signs
    let titles = columns.map { column in
      guard let order, order.column == column.name else {
        return Field(column.title, Style(.muted))
      }
      return Field(
        signs.sorted(descending: order.isDescending) + column.title, Style(.accent, bold: true))
    }
    self.titles = titles
    let shown = Self.shown(columns, width, kept: order?.column)
    let needs = columns.indices.map { place in
      ([titles] + rows).reduce(0) { max($0, TextWidth.of($1[place].text)) }
    }
    let widths = Self.widths(columns, shown, rows.isEmpty ? nil : needs, width)
    var start = x
    spans = columns.indices.map { place in
      guard shown.contains(place) else { return nil }
      defer { start += widths[place] + Self.gap }
      return (start, min(widths[place], max(x + width - start, 0)))
    }
  }

  /// The names of the columns that have room.
  static func withRoom(_ columns: [Column], width: Int) -> Set<String> {
    Set(shown(columns, width, kept: nil).map { columns[$0].name })
  }

  /// The columns that have room, and `kept`: by a column that is not there nobody sees a list sorted.
  private static func shown(_ columns: [Column], _ width: Int, kept: String?) -> Set<Int> {
    var shown = Set(columns.indices)
    while shown.count > 1, shown.reduce(0, { $0 + columns[$1].width + gap }) > width + gap,
      let last = shown.filter({ kept == nil || columns[$0].name != kept })
        .max(by: { columns[$0].rank < columns[$1].rank })
    {
      shown.remove(last)
    }
    return shown
  }

  private static func widths(
    _ columns: [Column], _ shown: Set<Int>, _ needs: [Int]?, _ width: Int
  ) -> [Int] {
    var widths = columns.map(\.width)
    var room = width + gap - shown.reduce(0) { $0 + widths[$1] + gap }
    if let needs { fit(&widths, &room, columns, shown, needs) }
    while room > 0 {
      let growing = shown.filter { widths[$0] < columns[$0].widest }.sorted()
      guard !growing.isEmpty else { break }
      for place in growing.prefix(room) { widths[place] += 1 }
      room -= min(room, growing.count)
    }
    return widths
  }

  /// Gives columns what their contents need, those that lack little first. What others do not need
  /// they lose only where it is wanted. What is left then makes room for contents of unusual length.
  private static func fit(
    _ widths: inout [Int], _ room: inout Int, _ columns: [Column], _ shown: Set<Int>,
    _ needs: [Int]
  ) {
    let ranked = shown.sorted { columns[$0].rank < columns[$1].rank }
    func lack(_ place: Int) -> Int {
      max(min(needs[place], columns[place].widest) - widths[place], 0)
    }
    let lacking = ranked.reduce(0) { $0 + lack($1) }
    for place in ranked.reversed() where room < lacking {
      let kept = max(needs[place], columns[place].steady)
      let spare = min(max(widths[place] - kept, 0), lacking - room)
      widths[place] -= spare
      room += spare
    }
    func give(_ wanted: Int, to place: Int) {
      let given = max(min(wanted, room), 0)
      widths[place] += given
      room -= given
    }
    // What matters most is told whole; the others share.
    for place in ranked where columns[place].rank <= 1 { give(lack(place), to: place) }
    while room > 0 {
      let lacking = ranked.filter { lack($0) > 0 }
      guard !lacking.isEmpty else { break }
      for place in lacking.prefix(room) { give(1, to: place) }
    }
    for place in ranked where needs[place] > columns[place].widest {
      give(needs[place] - widths[place], to: place)
    }
  }

  func drawTitles(_ frame: inout Frame, y: Int) { draw(titles, &frame, y: y) }

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
      let cut = column.isPlainText ? TextWidth.cut : TextWidth.cutBeforeDigits
      let text = cut(field.text, span.width, signs.ellipsis)
      let indent = column.isRight ? max(span.width - TextWidth.of(text), 0) : 0
      frame.write(text, x: span.x + indent, y: y, width: span.width - indent, style: field.style)
    }
  }
}
