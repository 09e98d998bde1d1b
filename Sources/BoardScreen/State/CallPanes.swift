import CallModel

/// What of an opened call is shown, and where one is in it.
struct CallPanes: Hashable, Sendable {
  enum Pane: String, Hashable, Sendable, CaseIterable {
    case legs, ladder, raw
  }

  var pane = Pane.legs
  /// The selected line of the ladder; nil for the last one, whichever it is.
  var line: Int?
  /// The number of parties that are out of sight at the left.
  var column = 0

  mutating func turn() {
    let all = Pane.allCases
    let place = all.firstIndex(of: pane) ?? 0
    pane = all[(place + 1) % all.count]
  }

  /// Selects another of `count` lines.
  mutating func move(by lines: Int, of count: Int) {
    let wanted = min(max((line ?? count - 1) + lines, 0), max(count - 1, 0))
    line = wanted == count - 1 ? nil : wanted
  }

  func selected(of count: Int) -> Int { min(line ?? count - 1, count - 1) }
}
