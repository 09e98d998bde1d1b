/// What a screen can be saved as; the raw value ends the file's name.
package enum FrameFormat: String, Hashable, Sendable, CaseIterable {
  case text = "txt"
  case svg, html

  var words: String {
    switch self {
    case .text: "text"
    case .svg: "SVG"
    case .html: "HTML"
    }
  }
}
