/// Numbers as a line of bars, one column each.
enum Sparkline {
  /// The last `width` numbers, the newest at the right, against the largest of them, or against `most`
  /// where that is larger. Columns before the first number are blank. Only zero (or less) has the lowest
  /// sign.
  static func text(_ values: [Int], width: Int, most: Int = 0, _ signs: Signs) -> String {
    let shown = values.suffix(max(width, 0))
    let levels = signs.levels
    let top = Double(levels.count - 1)
    let most = Double(max(shown.max() ?? 0, most))
    let bars = shown.map { value -> Character in
      guard value > 0 else { return levels[0] }
      // Rounded up: the smallest number is more than none.
      let level = (Double(value) / most * top).rounded(.up)
      return levels[Int(min(level, top))]
    }
    return String(repeating: " ", count: max(width, 0) - shown.count) + String(bars)
  }
}
