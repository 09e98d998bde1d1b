/// A key as the screen understands it.
package enum Key: Hashable, Sendable {
  case character(Character)
  /// Ctrl with a letter, lower case.
  case control(Character)
  case up, down, left, right, pageUp, pageDown, home, end, enter, tab, backTab, escape, backspace
}

/// What comes to the screen.
package enum ScreenInput: Hashable, Sendable {
  case key(Key)
  /// A button at a column and a row, from 0.
  case click(x: Int, y: Int)
  case doubleClick(x: Int, y: Int)
  /// Lines to scroll, negative for up.
  case wheel(lines: Int, x: Int, y: Int)
  case resized(ScreenSize)
  /// The process was asked to end by this signal, or (nil) the terminal is gone.
  case quit(signal: Int32?)
}
