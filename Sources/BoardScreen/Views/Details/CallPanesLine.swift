/// The line above an opened call that says which of its panes is shown, and which there are.
struct CallPanesLine: View {
  /// The pane that is shown.
  let shown: CallPanes.Pane

  private static func label(_ pane: CallPanes.Pane, isHere: Bool) -> String {
    isHere ? "[\(pane.rawValue)]" : " \(pane.rawValue) "
  }

  func draw(_ frame: inout Frame, in area: Area) {
    var x = area.x + 1
    for pane in CallPanes.Pane.allCases {
      let isHere = pane == shown
      x += frame.write(
        Self.label(pane, isHere: isHere), x: x, y: area.y,
        style: Style(isHere ? .accent : .muted, bold: isHere))
    }
  }

  func target(x: Int, y: Int, in area: Area) -> PointerTarget? {
    var start = area.x + 1
    for pane in CallPanes.Pane.allCases {
      let width = Self.label(pane, isHere: false).count
      if (start..<(start + width)).contains(x) { return .callPane(pane) }
      start += width
    }
    return nil
  }
}
