import CallModel

/// The whole screen: state, page and settings in, a frame out.
package enum Screen {
  package static func render(
    _ state: ScreenState, _ page: BoardPage, _ settings: ScreenSettings
  ) -> Frame {
    let page = state.isPrivate ? page.masked : page
    var frame = Frame(state.size)
    guard !state.isTooSmall else {
      drawTooSmall(&frame, least: state.least)
      return frame
    }
    Header.draw(&frame, state, page, settings)
    if state.view != .floor, !state.isOwn {
      Tabs.draw(&frame, state, page, settings, y: state.headerRows - 1)
    }
    drawView(&frame, state, page, settings)
    if !page.wire.isLive {
      // An agent's view says itself what is not known.
      fade(&frame, 1..<(state.view.kind == .agent ? state.headerRows : frame.size.rows))
    }
    if state.isReplay, let playback = page.wire.playback {
      PositionBar(playback, width: state.size.columns, settings: settings)
        .draw(&frame, y: state.size.rows - 2)
    }
    Footer.draw(&frame, state, page, settings)
    if let menu = state.menu {
      MenuView(menu: menu, size: state.size).draw(&frame, state, settings)
    }
    if settings.signs.isASCII { frame.restrictToASCII() }
    return frame
  }

  /// A board that is not live must not look as if it were.
  static func fade(_ frame: inout Frame, _ rows: Range<Int>) {
    for y in rows {
      frame.restyle(x: 0, y: y, width: frame.size.columns) { style in
        style = Style(.muted, dim: true, reverse: style.isReverse)
      }
    }
  }

  private static func drawView(
    _ frame: inout Frame, _ state: ScreenState, _ page: BoardPage, _ settings: ScreenSettings
  ) {
    switch (state.view, page.content) {
    case (.calls, .calls(let calls, let agents)):
      CallsView.draw(&frame, state, calls, agents: agents, page, settings)
    case (.agents, .agents(let list)): AgentsView.draw(&frame, state, list, page, settings)
    case (.timeline, .timeline(let list)):
      TimelineView(span: state.span, now: page.now, settings: settings, size: state.size)
        .draw(&frame, state, list)
    case (.history, .history(let list)): HistoryView.draw(&frame, state, list, page, settings)
    case (.callbacks, .callbacks(let list)):
      CallbacksView.draw(&frame, state, list, page, settings)
    case (.floor, _):
      drawFloor(&frame, state, page, settings)
    case (.agent, .agent(let detail)):
      AgentOwnView(detail: detail, page: page, settings: settings, size: state.size)
        .draw(&frame, top: state.textTop, height: state.textHeight)
    case (.call, _), (.request, _), (.help, _):
      if state.view.kind == .call {
        CallPanesLine.draw(&frame, state, settings, y: state.headerRows)
      }
      text(state, page, settings)?.draw(
        &frame, top: state.textTop, height: state.textHeight, scroll: state.scroll, settings)
      state.ladder(page, settings)?.draw(&frame)
    case (.calls, _), (.agents, _), (.agent, _), (.timeline, _), (.history, _), (.callbacks, _):
      break
    }
  }

  /// A filter of the calls holds for their figures, and is told above them.
  private static func drawFloor(
    _ frame: inout Frame, _ state: ScreenState, _ page: BoardPage, _ settings: ScreenSettings
  ) {
    let top = page.filtered != nil && state.hasLineNotice ? 3 : 2
    if page.filtered != nil {
      let word = Tiles(page: page, settings: settings).filterWord
      // A number may stand in it.
      let text = word + (state.isPrivate ? "" : "  " + state.filter(of: .calls).text)
      let cut = TextWidth.cut(text, to: state.size.columns - 2, mark: settings.signs.ellipsis)
      frame.write(cut, x: 1, y: top - 1, style: Style(.accent, bold: true))
    }
    FloorView.draw(
      &frame, page, settings, top: top, height: max(state.size.rows - top - state.footerRows, 0))
  }

  /// The text of a view that is one; nil for lists.
  static func text(
    _ state: ScreenState, _ page: BoardPage, _ settings: ScreenSettings
  ) -> StyledText? {
    switch (state.view, page.content) {
    case (.help(let kind), _):
      return HelpView(kind: kind, width: state.size.columns, settings: settings).text
    case (.call, .call(let detail?)):
      let view = CallView(
        detail: detail, now: page.now, width: state.size.columns, settings: settings)
      switch state.callPanes.pane {
      case .legs: return view.legs
      case .raw: return view.raw
      case .ladder: return nil
      }
    case (.request, .request(let detail?)):
      return RequestView(
        detail: detail, now: page.now, width: state.size.columns, settings: settings
      ).text
    case (.request, _):
      var text = StyledText()
      text.add(("This request is not kept any more.", Style(.muted)))
      return text
    case (.call, _):
      var text = StyledText()
      text.add(("The board does not know this call any more.", Style(.muted)))
      return text
    case (.calls, _), (.agents, _), (.agent, _), (.timeline, _), (.history, _), (.callbacks, _),
      (.floor, _):
      return nil
    }
  }

  private static func drawTooSmall(_ frame: inout Frame, least: ScreenSize) {
    let size = frame.size
    let lines = [
      "window too small: \(size.columns)x\(size.rows)",
      "callboard needs \(least.columns)x\(least.rows)",
    ]
    for (y, line) in lines.enumerated() { frame.write(line, x: 0, y: y) }
  }
}
