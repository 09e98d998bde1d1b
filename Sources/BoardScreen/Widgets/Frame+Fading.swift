extension Frame {
  /// Makes rows faint: a board that is not live must not look as if it were.
  mutating func fade(_ rows: Range<Int>) {
    for y in rows {
      restyle(x: 0, y: y, width: size.columns) { style in
        style = Style(.muted, dim: true, reverse: style.isReverse)
      }
    }
  }
}
