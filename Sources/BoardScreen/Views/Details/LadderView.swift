import CallModel

/// The ladder of a call, and below it the selected line's callback.
struct LadderView: View {
  let detail: CallDetail
  let panes: CallPanes
  let now: Instant
  let settings: ScreenSettings

  private var signs: Signs { settings.signs }

  /// How the rows of an area are shared: below the titles stand the ladder's lines, then a rule, then
  /// the callback, which has at most half of the room.
  private struct Rows {
    let lines: Int
    let detail: Int

    init(_ height: Int) {
      detail = max(min((height - 2) / 2, 14), 2)
      lines = max(height - 2 - detail, 1)
    }

    /// The first line that is shown.
    func offset(_ count: Int, _ selected: Int) -> Int {
      min(max(selected - lines / 2, 0), max(count - lines, 0))
    }
  }

  func draw(_ frame: inout Frame, in area: Area) {
    let ladder = Ladder(detail, signs)
    let columns = LadderColumns(ladder.parties.count, hidden: panes.column, width: area.width)
    columns.drawTitles(&frame, ladder.parties.map(\.title), y: area.y, signs)
    guard !ladder.lines.isEmpty else { return }
    let rows = Rows(area.height)
    let selected = panes.selected(of: ladder.lines.count)
    let offset = rows.offset(ladder.lines.count, selected)
    for row in 0..<min(rows.lines, ladder.lines.count - offset) {
      let y = area.y + 1 + row
      draw(ladder.lines[offset + row], &frame, columns, y: y, titles: ladder.parties.map(\.title))
      if offset + row == selected {
        frame.restyle(x: 0, y: y, width: columns.start - 1) { $0.isReverse = true }
      }
    }
    drawDetail(&frame, ladder.lines, selected, in: area)
  }

  func target(x: Int, y: Int, in area: Area) -> PointerTarget? {
    let (rows, count) = (Rows(area.height), Ladder(detail, signs).lines.count)
    let row = y - area.y - 1
    let line = rows.offset(count, panes.selected(of: count)) + row
    return (0..<rows.lines).contains(row) && line < count ? .ladderLine(line) : nil
  }

  private func draw(
    _ line: Ladder.Line, _ frame: inout Frame, _ columns: LadderColumns, y: Int, titles: [String]
  ) {
    frame.write(time(line), x: 1, y: y, style: line.time == nil ? Style(.muted) : .plain)
    if columns.hasDifferences, let difference = line.difference {
      let text = Self.difference(difference)
      frame.write(
        text, x: columns.start - 2 - TextWidth.of(text), y: y,
        style: Style(difference < .zero ? .amber : .muted))
    }
    var label = line.label
    if line.repeats > 0 { label += " x\(line.repeats + 1)" }
    let style = Style(line.role, bold: line.role != .muted)
    columns.drawBars(&frame, y: y, signs)
    let late = late(line)
    switch line.way {
    case .note: columns.note(&frame, label + late[0], at: Ladder.exotel, y: y, style, signs)
    case .arrow(let from, let to):
      columns.arrow(
        &frame, label, late, from: from, to: to, y: y, style, titles: titles, signs)
    }
  }

  /// What is to stand behind the label of what was told late, the longest first: it is its callback that
  /// was late. Empty ones for others.
  private func late(_ line: Ladder.Line) -> [String] {
    guard let delay = line.delay else { return [""] }
    let age = ClockFace.age(delay)
    return [" (told \(age) later)", " (told +\(age))", " " + signs.toldLate]
  }

  /// Its own time; that of its arrival, marked so, where it has none.
  private func time(_ line: Ladder.Line) -> String {
    if let time = line.time { return " " + settings.clock.time(time) }
    return line.arrivedAt.map { "~" + settings.clock.time($0) } ?? ""
  }

  /// `+2.0`, `+12:30`, `-3.0`.
  static func difference(_ duration: Duration) -> String {
    let isEarlier = duration < .zero
    let length = isEarlier ? .zero - duration : duration
    let tenths = length.wholeMilliseconds / 100
    let text =
      tenths >= 6_000 ? ClockFace.elapsed(length) : "\(tenths / 10).\(tenths % 10)"
    return (isEarlier ? "-" : "+") + text
  }

  private func drawDetail(
    _ frame: inout Frame, _ lines: [Ladder.Line], _ selected: Int, in area: Area
  ) {
    let rows = Rows(area.height)
    let y = area.y + 1 + rows.lines
    let rule = String(repeating: signs.rule, count: max(area.width - 2, 0))
    frame.write(rule, x: 1, y: y, style: Style(.muted))
    detailText(lines, selected, rows, width: area.width).draw(
      &frame, top: y + 1, height: rows.detail, scroll: 0, settings)
  }

  /// A line each where they have room beside the callback.
  private func addChanges(
    _ changes: [String], _ text: inout StyledText, _ rows: Rows, width: Int
  ) {
    let lines = changes.count + 3 <= rows.detail ? changes : [changes.joined(separator: "   ")]
    for line in lines {
      text.wrap(line, indent: 0, width: width - 2, style: Style(.amber))
    }
  }

  private func detailText(
    _ lines: [Ladder.Line], _ selected: Int, _ rows: Rows, width: Int
  ) -> StyledText {
    var text = StyledText()
    guard let place = lines[selected].place else {
      text.add(("When the call began, as its callbacks say.", Style(.muted)))
      return text
    }
    let raw = detail.raw[place]
    let before = lines[..<selected].last { $0.place != nil }?.place
    if let before {
      let changes = CallbackDifference.lines(
        raw.callback, since: detail.raw[before].callback, settings)
      let words = changes.isEmpty ? ["Says the same as the one before."] : changes
      addChanges(words, &text, rows, width: width)
    }
    RawText(settings: settings, now: now, width: width).add(raw, to: &text)
    return text
  }
}
