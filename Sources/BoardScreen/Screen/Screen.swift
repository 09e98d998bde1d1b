/// The whole screen: state, page and settings in, a frame out.
package enum Screen {
  package static func render(
    _ state: ScreenState, _ page: BoardPage, _ settings: ScreenSettings
  ) -> Frame {
    let context = ViewContext(state, page, settings)
    var frame = Frame(state.size)
    for part in ScreenParts.board(context) { part.view.draw(&frame, in: part.area) }
    if !page.wire.isLive, !context.layout.isTooSmall {
      // An agent's view says itself what is not known.
      frame.fade(1..<(state.view.kind == .agent ? context.layout.main.y : frame.size.rows))
    }
    for part in ScreenParts.controls(context) { part.view.draw(&frame, in: part.area) }
    if settings.signs.isASCII { frame.restrictToASCII() }
    return frame
  }

  /// The number of lines of a view of text; nil for any other.
  static func lineCount(
    _ state: ScreenState, _ page: BoardPage, _ settings: ScreenSettings
  ) -> Int? {
    guard state.list == nil else { return nil }
    return ScreenParts.view(ViewContext(state, page, settings))?.lineCount
  }

  /// What is at a column and a row; nil where nothing can be hit.
  static func target(
    x: Int, y: Int, _ state: ScreenState, _ page: BoardPage, _ settings: ScreenSettings
  ) -> PointerTarget? {
    let context = ViewContext(state, page, settings)
    let parts = ScreenParts.board(context) + ScreenParts.controls(context)
    // What was drawn last is on top.
    guard let part = parts.last(where: { $0.area.contains(x: x, y: y) }) else { return nil }
    return part.view.target(x: x, y: y, in: part.area)
  }
}
