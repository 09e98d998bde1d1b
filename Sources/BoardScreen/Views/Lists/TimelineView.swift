import CallModel

/// One bar per call over the last minutes; now is at the right edge.
struct TimelineView: View {
  private let list: ListPage<CallRow>
  private let span: TimelineSpan
  /// False while the list follows its top.
  private let hasSelection: Bool
  private let now: Instant
  private let settings: ScreenSettings
  private let columns: Int

  init(_ list: ListPage<CallRow>, _ context: ViewContext) {
    self.list = list
    span = context.state.span
    hasSelection = context.state.timeline.target != .top
    now = context.page.now
    settings = context.settings
    columns = context.layout.list.width
  }

  /// Columns before the bars: state, caller, agent.
  private var labelWidth: Int { columns >= 100 ? 38 : 22 }
  private static let callerX = 5
  private static let agentX = 22
  private var cells: Int { max(columns - labelWidth - 1, 1) }
  private var step: Duration {
    .milliseconds(max(span.duration.wholeMilliseconds / Int64(cells), 1))
  }

  /// Cells begin at multiples of their time, so that bars move as a whole.
  private var start: Instant {
    let width = step.wholeMilliseconds
    let end = (now.milliseconds / width + 1) * width
    return Instant(milliseconds: end - Int64(cells) * width)
  }

  func draw(_ frame: inout Frame, in area: Area) {
    drawMarks(&frame, y: area.y)
    let bar = TimelineBar(start: start, step: step, now: now)
    for (line, row) in list.rows.enumerated() {
      let y = area.y + 1 + line
      let isSelected = list.selected == list.offset + line
      drawLabel(&frame, row, isSelected: isSelected, y: y)
      for (cell, phase) in bar.phases(of: row.call, cells: cells).enumerated() {
        frame.write(
          settings.signs.sign(phase), x: labelWidth + cell, y: y, style: style(phase, row.call))
      }
      if isSelected, hasSelection {
        frame.restyle(x: 0, y: y, width: labelWidth - 1) { $0.isReverse = true }
      }
    }
    if list.total == 0 {
      frame.write(
        list.emptyWords("No calls in this time.", settings.signs), x: 3, y: area.y + 2,
        style: Style(.muted))
    }
  }

  func target(x: Int, y: Int, in area: Area) -> PointerTarget? {
    y > area.y ? .row(y - area.withoutFirstRow.y) : nil
  }

  private func drawLabel(_ frame: inout Frame, _ row: CallRow, isSelected: Bool, y: Int) {
    let signs = settings.signs
    let call = row.call
    let style = settings.style(call, now: now)
    frame.write(isSelected ? signs.selected : " ", x: 1, y: y, style: Style(.accent, bold: true))
    frame.write(signs.sign(call) + style.mark, x: 2, y: y, style: style)
    let calm = call.isLive ? Style.plain : Style(.muted, dim: true)
    let caller = TextWidth.cutBeforeDigits(
      CallWords.customer(call, signs), to: 16, mark: signs.ellipsis)
    frame.write(caller, x: Self.callerX, y: y, style: calm)
    guard labelWidth > Self.agentX else { return }
    let agent = TextWidth.cutBeforeDigits(
      CallWords.agent(row, signs), to: 14, mark: signs.ellipsis)
    frame.write(agent, x: Self.agentX, y: y, style: calm)
  }

  /// Clock times above the cells in which they are, and `now` at the right edge.
  private func drawMarks(_ frame: inout Frame, y: Int) {
    frame.write("CALLER", x: Self.callerX, y: y, style: Style(.muted))
    if labelWidth > Self.agentX {
      frame.write("AGENT", x: Self.agentX, y: y, style: Style(.muted))
    }
    let width = step.wholeMilliseconds
    let distance = mark.wholeMilliseconds
    var next = (start.milliseconds / distance + 1) * distance
    var free = labelWidth
    while next < now.milliseconds {
      let x = labelWidth + Int((next - start.milliseconds) / width)
      let text = settings.signs.bar + clock(Instant(milliseconds: next))
      if x >= free, x + TextWidth.of(text) < columns - 5 {
        frame.write(text, x: x, y: y, style: Style(.muted))
        free = x + TextWidth.of(text) + 1
      }
      next += distance
    }
    frame.write("now", x: columns - 4, y: y, style: Style(.accent, bold: true))
  }

  /// The shortest of the usual distances whose marks have room.
  private var mark: Duration {
    let least = step.wholeMilliseconds * 12
    let usual = [10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200]
    return .seconds(usual.first { Int64($0) * 1000 >= least } ?? 14_400)
  }

  /// With seconds where marks are less than a minute apart.
  private func clock(_ moment: Instant) -> String {
    let time = settings.clock.time(moment)
    return mark < .seconds(60) ? time : String(time.prefix(5))
  }

  private func style(_ phase: TimelineBar.Phase, _ call: Call) -> Style {
    switch phase {
    case .nothing: .plain
    case .waiting: Style(.waiting, dim: !call.isLive)
    case .dialing: Style(.dialing, dim: !call.isLive)
    case .ringing:
      call.state == .ringing ? settings.style(call, now: now) : Style(.ringing, dim: !call.isLive)
    case .talking: Style(.talking, dim: !call.isLive)
    case .unanswered: Style(.red)
    }
  }
}
