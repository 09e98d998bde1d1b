import CallModel

/// The ladder of a call, and below it the selected line's callback.
struct LadderView {
  let detail: CallDetail
  let panes: CallPanes
  let now: Instant
  let settings: ScreenSettings
  let size: ScreenSize
  /// First row, and how many there are.
  let top: Int
  let height: Int
  private let ladder: Ladder

  init(
    detail: CallDetail, panes: CallPanes, now: Instant, settings: ScreenSettings,
    size: ScreenSize, top: Int, height: Int
  ) {
    self.detail = detail
    self.panes = panes
    self.now = now
    self.settings = settings
    self.size = size
    self.top = top
    self.height = height
    ladder = Ladder(detail, settings.signs)
  }

  private var signs: Signs { settings.signs }

  /// Rows of the ladder's lines; at most half of the room is for the callback.
  private var lineRows: Int { max(height - 2 - detailRows, 1) }
  private var detailRows: Int { max(min((height - 2) / 2, 14), 2) }

  func draw(_ frame: inout Frame) {
    let columns = LadderColumns(ladder.parties.count, hidden: panes.column, width: size.columns)
    columns.drawTitles(&frame, ladder.parties.map(\.title), y: top, signs)
    guard !ladder.lines.isEmpty else { return }
    let selected = panes.selected(of: ladder.lines.count)
    let offset = offset(ladder.lines.count, selected)
    for row in 0..<min(lineRows, ladder.lines.count - offset) {
      let y = top + 1 + row
      draw(ladder.lines[offset + row], &frame, columns, y: y, titles: ladder.parties.map(\.title))
      if offset + row == selected {
        frame.restyle(x: 0, y: y, width: columns.start - 1) { $0.isReverse = true }
      }
    }
    drawDetail(&frame, ladder.lines, selected)
  }

  /// The line at a row of the screen; nil where there is none.
  func line(at y: Int) -> Int? {
    let count = ladder.lines.count
    let row = y - top - 1
    let line = offset(count, panes.selected(of: count)) + row
    return (0..<lineRows).contains(row) && line < count ? line : nil
  }

  private func offset(_ count: Int, _ selected: Int) -> Int {
    min(max(selected - lineRows / 2, 0), max(count - lineRows, 0))
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

  private func drawDetail(_ frame: inout Frame, _ lines: [Ladder.Line], _ selected: Int) {
    let y = top + 1 + lineRows
    let rule = String(repeating: signs.rule, count: max(size.columns - 2, 0))
    frame.write(rule, x: 1, y: y, style: Style(.muted))
    detailText(lines, selected).draw(
      &frame, top: y + 1, height: detailRows, scroll: 0, settings)
  }

  /// A line each where they have room beside the callback.
  private func addChanges(_ changes: [String], _ text: inout StyledText) {
    let lines = changes.count + 3 <= detailRows ? changes : [changes.joined(separator: "   ")]
    for line in lines {
      text.wrap(line, indent: 0, width: size.columns - 2, style: Style(.amber))
    }
  }

  private func detailText(_ lines: [Ladder.Line], _ selected: Int) -> StyledText {
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
      addChanges(changes.isEmpty ? ["Says the same as the one before."] : changes, &text)
    }
    RawText(settings: settings, now: now, width: size.columns).add(raw, to: &text)
    return text
  }
}
