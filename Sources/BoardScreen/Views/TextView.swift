/// A text that is scrolled.
struct TextView: View {
  let text: StyledText
  /// The first line that is shown.
  let scroll: Int
  let settings: ScreenSettings

  init(_ text: StyledText, _ context: ViewContext) {
    self.text = text
    scroll = context.state.scroll
    settings = context.settings
  }

  /// One line in place of what is not there.
  init(instead words: String, _ context: ViewContext) {
    var text = StyledText()
    text.add((words, Style(.muted)))
    self.init(text, context)
  }

  var lineCount: Int? { text.lines.count }

  func draw(_ frame: inout Frame, in area: Area) {
    text.draw(&frame, top: area.y, height: area.height, scroll: scroll, settings)
  }
}
