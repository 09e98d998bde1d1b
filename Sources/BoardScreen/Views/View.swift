/// A part of the screen: it draws itself in an area, and says what of it is at a place there.
protocol View {
  func draw(_ frame: inout Frame, in area: Area)

  /// What is at a column and a row of the screen, both within the area; nil where a click does
  /// nothing of its own.
  func target(x: Int, y: Int, in area: Area) -> PointerTarget?

  /// The number of its lines, where it is text that is scrolled; nil for all else.
  var lineCount: Int? { get }
}

extension View {
  func target(x: Int, y: Int, in area: Area) -> PointerTarget? { nil }

  var lineCount: Int? { nil }
}
