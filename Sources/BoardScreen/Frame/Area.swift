/// A rectangle of the screen.
struct Area: Hashable, Sendable {
  /// The first column and the first row.
  var x = 0
  var y: Int
  /// Columns and rows, never negative.
  var width: Int
  var height = 1

  /// The row below it.
  var bottom: Int { y + height }

  func contains(x: Int, y: Int) -> Bool {
    x >= self.x && x < self.x + width && y >= self.y && y < bottom
  }
}
