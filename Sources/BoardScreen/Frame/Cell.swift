/// One column of one row of the screen.
package struct Cell: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// A character that is as wide as one column or two; never a control character.
    case character(String)
    /// The right half of the wide character to the left.
    case rightHalf
  }

  package var content: Content
  package var style: Style

  package init(_ content: Content, _ style: Style) {
    self.content = content
    self.style = style
  }

  package static let blank = Cell(.character(" "), .plain)
}
