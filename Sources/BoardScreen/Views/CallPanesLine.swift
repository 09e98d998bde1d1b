/// The line above an opened call that says which of its panes is shown, and which there are.
enum CallPanesLine {
  private static func label(_ pane: CallPanes.Pane, isHere: Bool) -> String {
    isHere ? "[\(pane.rawValue)]" : " \(pane.rawValue) "
  }

  static func draw(
    _ frame: inout Frame, _ state: ScreenState, _ settings: ScreenSettings, y: Int
  ) {
    var x = 1
    for pane in CallPanes.Pane.allCases {
      let isHere = pane == state.callPanes.pane
      x += frame.write(
        label(pane, isHere: isHere), x: x, y: y,
        style: Style(isHere ? .accent : .muted, bold: isHere))
    }
  }

  /// The pane whose name is at a column.
  static func pane(at x: Int) -> CallPanes.Pane? {
    var start = 1
    for pane in CallPanes.Pane.allCases {
      let width = label(pane, isHere: false).count
      if (start..<(start + width)).contains(x) { return pane }
      start += width
    }
    return nil
  }
}
