import CallModel

/// The loop on the screen's thread: input, update, page, render, present.
package struct ScreenLoop<Source: BoardSource, Display: ScreenDisplay> {
  private let source: Source
  private let display: Display
  private let settings: ScreenSettings
  private let clock = ContinuousClock()
  /// At most 30 frames a second.
  private let frameTime = Duration.milliseconds(33)

  package init(source: Source, display: Display, settings: ScreenSettings) {
    self.source = source
    self.display = display
    self.settings = settings
  }

  /// What a frame depends on: where nothing of it changed, none is drawn.
  private struct Look: Equatable {
    var state: ScreenState
    var revision: UInt64
    var second: Int64
    var warning: String?
    var pause: BoardPage.Pause?
  }

  /// Runs until the person at the screen quits, or a signal asks for it, which is then returned.
  package func run() -> Int32? {
    var state = ScreenState(size: display.size)
    var page = settledPage(&state)
    var drawn: Look?
    while true {
      let look = Look(
        state: state, revision: page.revision, second: beat(page.now),
        warning: page.wire.warning, pause: page.pause)
      if look != drawn {
        display.present(Screen.render(state, page, settings))
        drawn = look
      }
      let drawnAt = clock.now
      let inputs = display.inputs(waitingAtMost: untilNextBeat(page.now))
      for input in inputs {
        for effect in state.update(input, page: page, settings: settings) {
          switch effect {
          case .quit(let signal): return signal
          case .suspend:
            display.suspend()
            state.size = display.size
            drawn = nil
          case .freeze: source.freeze()
          case .thaw: source.thaw()
          case .redraw:
            display.invalidate()
            drawn = nil
          }
        }
        if inputs.count > 1 { page = settledPage(&state) }
      }
      if inputs.isEmpty { rest(since: drawnAt) }
      page = settledPage(&state)
    }
  }

  private func settledPage(_ state: inout ScreenState) -> BoardPage {
    let page = source.page(state.request)
    state.settle(page)
    if let text = Screen.text(state, page, settings) { state.clampScroll(to: text.lines.count) }
    return page
  }

  /// Clocks tick, and marks fade, twice a second.
  private func beat(_ now: Instant) -> Int64 { now.milliseconds / 500 }

  private func untilNextBeat(_ now: Instant) -> Duration {
    .milliseconds(500 - now.milliseconds % 500)
  }

  /// After the board's bell: waits as long as a frame lasts, and takes what came meanwhile with
  /// it. Keys do not wait.
  private func rest(since drawnAt: ContinuousClock.Instant) {
    let left = frameTime - (clock.now - drawnAt)
    if left > .zero { display.pause(left) }
  }
}
