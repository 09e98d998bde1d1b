import BoardScreen
import CNcurses

/// Puts frames onto the open ncurses screen, and remembers what stands there.
struct FramePainter {
  private let pairs: [Style.Role: Int16]
  private var shown: Frame?

  /// Without colours where the theme has none, or the terminal fewer than 8.
  init(theme: Theme) {
    let colors = cn_colors()
    var pairs: [Style.Role: Int16] = [:]
    for role in Style.Role.allCases where colors >= 8 {
      guard let numbers = theme.numbers(role, among256: colors >= 256) else { continue }
      pairs[role] = Int16(
        clamping: cn_pair(
          Int32(clamping: numbers.foreground), Int32(clamping: numbers.background)))
    }
    self.pairs = pairs
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
