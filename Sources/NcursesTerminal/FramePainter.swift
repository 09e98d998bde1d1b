import BoardScreen
import CNcurses

/// A colour by its number: among 256, and among 8 where the terminal has no more; -1 is its own.
package struct TerminalColor: Sendable, Hashable {
  package var foreground: Int16
  package var fallback: Int16

  package init(foreground: Int16, fallback: Int16) {
    self.foreground = foreground
    self.fallback = fallback
  }
}

/// Puts frames onto the open ncurses screen, and remembers what stands there.
struct FramePainter {
  private let pairs: [Style.Role: Int16]
  private var shown: Frame?

  /// Without colours where the palette is empty, or the terminal has fewer than 8.
  init(palette: [Style.Role: TerminalColor]) {
    let colors = cn_colors()
    pairs =
      colors < 8
      ? [:]
      : palette.mapValues {
        Int16(clamping: cn_pair(Int32(colors >= 256 ? $0.foreground : $0.fallback)))
      }
  }

  /// Puts the rows that changed.
  mutating func present(_ frame: Frame) {
    for y in frame.changedRows(since: shown) {
      let cells = TerminalRow(frame.row(y), pairs: pairs).cells
      cn_put_row(Int32(clamping: y), cells, Int32(clamping: cells.count))
    }
    cn_update()
    shown = frame
  }

  /// The next frame is put whole, and the terminal cleared before.
  mutating func invalidate() {
    shown = nil
    cn_repaint()
  }
}
