/// An opened call: the names of its panes, and the pane that is shown.
struct CallView: View {
  private let panes: CallPanesLine
  private let pane: any View
  private let layout: ScreenLayout

  /// `detail` is nil for a call that the board does not know.
  init(_ detail: CallDetail?, _ context: ViewContext) {
    panes = CallPanesLine(shown: context.state.callPanes.pane)
    pane = Self.pane(detail, context)
    layout = context.layout
  }

  private static func pane(_ detail: CallDetail?, _ context: ViewContext) -> any View {
    guard let detail else {
      return TextView(instead: "The board does not know this call any more.", context)
    }
    let text = CallText(
      detail: detail, now: context.page.now, width: context.layout.text.width,
      settings: context.settings)
    return switch context.state.callPanes.pane {
    case .legs: TextView(text.legs, context)
    case .raw: TextView(text.raw, context)
    case .ladder:
      LadderView(
        detail: detail, panes: context.state.callPanes, now: context.page.now,
        settings: context.settings)
    }
  }

  var lineCount: Int? { pane.lineCount }

  func draw(_ frame: inout Frame, in area: Area) {
    if let line = layout.callPanes { panes.draw(&frame, in: line) }
    pane.draw(&frame, in: layout.text)
  }

  func target(x: Int, y: Int, in area: Area) -> PointerTarget? {
    if let line = layout.callPanes, line.contains(x: x, y: y) {
      return panes.target(x: x, y: y, in: line)
    }
    return pane.target(x: x, y: y, in: layout.text)
  }
}
