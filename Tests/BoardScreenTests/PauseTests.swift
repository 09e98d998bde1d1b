import CallModel
import Testing

@testable import BoardScreen

/// While the screen stands still, it must not look as if it went on.
@Suite struct PauseTests {
  private func rows(_ view: ScreenView, _ size: ScreenSize, isPaused: Bool) -> [Substring] {
    var state = ScreenState(size: size)
    state.open(view)
    var page = Floor(load: .usual).page(state.request)
    if isPaused {
      page.pause = .init(changes: 4)
      page.clock = page.now + .seconds(6)
      page.wire.received += 9
    }
    let text = Screen.render(state, page, Floor.settings).text
    return text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test(arguments: ScreenPictureTests.sizes)
  func `the line that goes on says that the others stand still`(_ size: ScreenSize) {
    for view in [ScreenView.calls, .floor] {
      let first = rows(view, size, isPaused: true)[0]
      #expect(first.hasPrefix("  PAUSED "))
      #expect(first.contains("now 14:03:28 IST"))
      #expect(!rows(view, size, isPaused: false)[0].contains("now "))
    }
  }

  @Test func `all other lines but the last stand still`() {
    let size = ScreenSize(columns: 120, rows: 36)
    let (before, after) = (
      rows(.calls, size, isPaused: false), rows(.calls, size, isPaused: true)
    )
    #expect(before[1..<35] == after[1..<35])
    #expect(after[35].contains("PAUSED at 14:03:22, 4 changes since"))
  }
}
