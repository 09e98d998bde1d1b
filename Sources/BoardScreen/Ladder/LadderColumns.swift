/// Where the columns of a ladder stand. The caller and Exotel are always seen, the others scroll.
struct LadderColumns {
  private static let fixed = 2
  private static let narrowest = 13
  private static let widest = 26

  /// The column of the screen at which the ladder begins.
  let start: Int
  let hasDifferences: Bool
  private let step: Int
  /// The parties that are seen, by their number, from the left.
  private let shown: [Int]
  private let width: Int
  private let count: Int

  init(_ count: Int, hidden: Int, width: Int) {
    self.width = width
    self.count = count
    hasDifferences = width >= 72
    start = hasDifferences ? 20 : 11
    let room = width - start - 2
    let seen = max(min(room / Self.narrowest, count), 1)
    step = min(max(room / max(seen, 1), Self.narrowest), Self.widest)
    let others = max(seen - Self.fixed, 0)
    let first = min(max(hidden, 0), max(count - Self.fixed - others, 0)) + Self.fixed
    shown = Array(0..<min(Self.fixed, count)) + Array(first..<min(first + others, count))
  }

  /// How far one can scroll.
  static func furthest(_ count: Int, width: Int) -> Int {
    let columns = LadderColumns(count, hidden: 0, width: width)
    return max(count - columns.shown.count, 0)
  }

  /// The column of a party's line; nil where it is out of sight.
  private func x(_ party: Int) -> Int? {
    shown.firstIndex(of: party).map { start + step / 2 + $0 * step }
  }

  /// How many parties are out of sight on the left, and on the right; nil where there are none.
  func counts(_ signs: Signs) -> (before: String?, behind: String?) {
    let before = shown.dropFirst(Self.fixed).first.map { $0 - Self.fixed } ?? 0
    let behind = count - 1 - (shown.last ?? count - 1)
    return (
      before > 0 ? "\(signs.left)\(before)" : nil, behind > 0 ? "\(behind)\(signs.right)" : nil
    )
  }

  func drawTitles(_ frame: inout Frame, _ titles: [String], y: Int, _ signs: Signs) {
    let counts = counts(signs)
    frame.write("time", x: 2, y: y, style: Style(.muted))
    if hasDifferences { frame.write("diff", x: start - 6, y: y, style: Style(.muted)) }
    for party in shown {
      guard let x = x(party) else { continue }
      // The count of those that are out of sight has its own place behind the last title.
      let end = party == shown.last ? width - 2 - (counts.behind?.count ?? -2) : width
      let first = x - (step - 1) / 2
      let room = min(step - 1, end - first)
      let title = TextWidth.cutBeforeDigits(titles[party], to: room, mark: signs.ellipsis)
      let middle = max(x - TextWidth.of(title) / 2, start - 1)
      frame.write(
        title, x: min(middle, end - TextWidth.of(title)), y: y, style: Style(.accent, bold: true))
    }
    // Between the headings of time and difference there is room.
    frame.write(counts.before ?? "", x: 8, y: y, style: Style(.amber))
    let behind = counts.behind ?? ""
    frame.write(behind, x: width - 1 - behind.count, y: y, style: Style(.amber))
  }

  func drawBars(_ frame: inout Frame, y: Int, _ signs: Signs) {
    for party in shown {
      if let x = x(party) { frame.write(signs.bar, x: x, y: y, style: Style(.muted)) }
    }
  }

  func note(
    _ frame: inout Frame, _ label: String, at party: Int, y: Int, _ style: Style, _ signs: Signs
  ) {
    guard let x = x(party) else { return }
    let room = max(width - x - 3, 0)
    let text = TextWidth.cut("\(signs.note) \(label) ", to: room, mark: signs.ellipsis)
    frame.write(text, x: x, y: y, style: style)
  }

  /// With the label in it, and the first of the `remarks` that has room behind it, else the last. A party
  /// that is out of sight is named instead.
  func arrow(
    _ frame: inout Frame, _ label: String, _ remarks: [String], from: Int, to: Int, y: Int,
    _ style: Style, titles: [String], _ signs: Signs
  ) {
    guard let start = x(from), let end = x(to) else {
      let other = x(from) == nil ? from : to
      let text = "\(label): \(titles[other])\(remarks.first ?? "")"
      note(&frame, text, at: Ladder.exotel, y: y, style, signs)
      return
    }
    let (left, right) = (min(start, end), max(start, end))
    guard right - left > 3 else { return }
    let goesRight = end > start
    for x in (left + 1)..<right {
      let isCrossing = shown.contains { self.x($0) == x }
      frame.write(isCrossing ? signs.crossing : signs.rule, x: x, y: y, style: style)
    }
    // Beside Exotel, where every arrow begins or ends, labels stand below each other.
    let room = min(right - left, step) - 3
    let remark =
      remarks.first { TextWidth.of(label + $0) <= room } ?? remarks.last ?? ""
    let cut = TextWidth.cut(label, to: room - TextWidth.of(remark), mark: signs.ellipsis)
    let text = cut + remark
    let blank = TextWidth.of(text) + 2 <= room ? " " : ""
    let free = room - TextWidth.of(text) - 2 * blank.count
    let near = goesRight == (from == Ladder.exotel) ? left + 2 : right - 1 - room
    frame.write(blank + text + blank, x: near + free / 2, y: y, style: style)
    frame.write(goesRight ? signs.branch.right : signs.bar, x: left, y: y, style: style)
    frame.write(goesRight ? signs.bar : signs.branch.left, x: right, y: y, style: style)
    let head = goesRight ? (signs.right, right - 1) : (signs.left, left + 1)
    frame.write(head.0, x: head.1, y: y, style: style)
  }
}
