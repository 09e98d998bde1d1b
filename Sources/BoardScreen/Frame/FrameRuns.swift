/// Cells beside each other with one style, and of one kind of characters.
struct FrameRun {
  let x: Int
  fileprivate(set) var columns = 1
  fileprivate(set) var text: String
  let style: Style
  /// The letters are of a script that fonts do not draw in a terminal's columns, as Devanagari.
  let isOffGrid: Bool

  /// Nothing of it is to be seen on the ground.
  var isBlank: Bool {
    !style.isReverse && !style.isUnderlined && text.allSatisfy { $0 == " " }
  }
}

extension Frame {
  /// A row as runs.
  func runs(_ y: Int) -> [FrameRun] {
    var runs: [FrameRun] = []
    for (x, cell) in row(y).enumerated() {
      let last = runs.indices.last
      let (character, isOffGrid) =
        switch cell.content {
        case .character(let text): (text, text.unicodeScalars.contains(where: Self.isOffGrid))
        case .rightHalf: ("", last.map { runs[$0].isOffGrid } ?? true)
        }
      if let last, runs[last].style == cell.style, runs[last].isOffGrid == isOffGrid {
        runs[last].text += character
        runs[last].columns += 1
      } else {
        runs.append(FrameRun(x: x, text: character, style: cell.style, isOffGrid: isOffGrid))
      }
    }
    return runs
  }

  /// Beyond Latin letters and the block of signs, arrows and bars.
  private static func isOffGrid(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && !(0x2000..<0x2E80).contains(scalar.value)
  }
}
