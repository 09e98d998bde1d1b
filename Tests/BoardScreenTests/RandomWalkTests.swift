import CallModel
import Testing

@testable import BoardScreen

/// Twenty-four thousand keys, clicks, resizes and callbacks, in no sensible order.
@Suite struct RandomWalkTests {
  private static let typed = Array("asha:ringing>20s -()\"or team line:98123 \u{301}é田")

  @Test(arguments: 0..<4) func `nothing traps, and nothing is drawn outside`(_ seed: Int) {
    var random = Seeded(UInt64(seed))
    var floor = LiveFloor()
    var state = ScreenState(size: ScreenSize(columns: 120, rows: 36))
    var page = floor.page(state.request)
    for step in 0..<6_000 {
      if Int.random(in: 0..<4, using: &random) == 0 {
        floor.change(&random)
      } else {
        let input = input(&random, state)
        for effect in state.update(input, page: page, settings: Floor.settings) {
          if case .complete(let direction) = effect {
            state.complete(direction, floor.board.vocabulary)
          }
        }
      }
      page = floor.page(state.request)
      state.settle(page)
      guard step % 50 == 0 else { continue }
      check(Screen.render(state, page, Floor.settings), state)
    }
  }

  private func input(_ random: inout Seeded, _ state: ScreenState) -> ScreenInput {
    let x = Int.random(in: -2...210, using: &random)
    let y = Int.random(in: -2...70, using: &random)
    switch Int.random(in: 0..<24, using: &random) {
    case 0: return .click(x: x, y: y)
    case 1: return .doubleClick(x: x, y: y)
    case 2: return .wheel(lines: Int.random(in: -5...5, using: &random), x: x, y: y)
    case 3: return .resized(ScreenSize(columns: max(x, 0), rows: max(y, 0)))
    case 4, 5: return .key(.enter)
    case 6...9 where state.prompt != nil:
      return .key(.character(Self.typed.randomElement(using: &random) ?? "a"))
    case 6...8: return .resized(ScreenSize(columns: 120, rows: 36))
    default:
      let keys = KeyBindings.standard.all.flatMap(\.keys).filter { $0 != .character("q") }
      return .key(keys.randomElement(using: &random) ?? .tab)
    }
  }

  /// Each row is as wide as the frame, in whole characters that a terminal can take.
  private func check(_ frame: Frame, _ state: ScreenState) {
    #expect(frame.size == state.size)
    for y in 0..<frame.size.rows {
      var columns = 0
      for cell in frame.row(y) {
        switch cell.content {
        case .rightHalf: columns += 1
        case .character(let text):
          if TextWidth.glyphs(text).map(\.text) != [text] {
            Issue.record("\(text.unicodeScalars.map(\.value)) in \(state.view)")
          }
          columns += 1
        }
      }
      if columns != frame.size.columns { Issue.record("\(columns) columns in row \(y)") }
    }
  }
}
