/// A frame as a document that can be kept.
struct FrameDocument {
  private let frame: Frame
  private let theme: Theme

  init(_ frame: Frame, theme: Theme) {
    self.frame = frame
    self.theme = theme
  }

  func text(as format: FrameFormat) -> String {
    switch format {
    case .text: frame.text
    case .svg: FrameSVG(frame, theme: theme).document
    case .html: FrameHTML(frame, theme: theme, title: "Callboard").document
    }
  }
}
