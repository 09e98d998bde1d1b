import CallModel

/// The loop on the screen's thread: input, update, page, render, present.
package final class ScreenLoop<
  Source: BoardSource, Display: ScreenDisplay, Services: ScreenServices
> {
  private let source: Source
  private let display: Display
  private let services: Services
  private let settings: ScreenSettings
  private let clock = ContinuousClock()
  private let begin = ContinuousClock.now
  /// At most 30 frames a second.
  private let frameTime = Duration.milliseconds(33)
  private var state: ScreenState
  private var page: BoardPage
  private var drawn: FrameKey?
  private var watch: AlertWatch

  /// `preferences` are those of the last time.
  package init(
    source: Source, display: Display, services: Services, settings: ScreenSettings,
    preferences: ScreenPreferences
  ) {
    self.source = source
    self.display = display
    self.services = services
    self.settings = settings
    state = ScreenState(
      size: display.size, layouts: settings.layouts, preferences: preferences,
      isReplay: settings.isReplay,
      isForwarding: settings.isForwarding, ownAgent: settings.ownAgent)
    // Agents want to know of what rings for them already.
    watch = AlertWatch(callsAtOnce: settings.ownAgent != nil)
    page = source.page(state.request)
  }

  /// What a frame depends on: where nothing of it changed, none is drawn.
  private struct FrameKey: Equatable {
    var state: ScreenState
    var revision: UInt64
    var second: Int64
    var warning: String?
    var playback: PlaybackStatus?
    var pause: BoardPage.Pause?
    var forward: ForwardStatus?
    var attached: AttachStatus?
  }

  /// Runs until the person at the screen quits, or a signal asks for it, which is then returned.
  package func run() -> Int32? {
    fetch()
    while true {
      draw()
      let drawnAt = clock.now
      // What has not been looked at yet is looked at at once.
      let inputs = display.inputs(
        waitingAtMost: page.isPartial ? .zero : untilNextBeat(page.clock))
      for input in inputs {
        for effect in state.update(input, page: page, settings: settings) {
          if case .quit(let signal) = effect { return signal }
          carryOut(effect)
        }
        if inputs.count > 1 { fetch() }
      }
      if inputs.isEmpty, !page.isPartial { rest(since: drawnAt) }
      fetch()
    }
  }

  private func draw() {
    let key = FrameKey(
      state: state, revision: page.revision, second: beat(page.clock), warning: page.wire.warning,
      playback: page.wire.playback?.atRest, pause: page.pause,
      forward: page.wire.forward, attached: page.wire.attached)
    guard key != drawn || page.isPartial else { return }
    display.present(Screen.render(state, page, settings))
    drawn = key
  }

  private func carryOut(_ effect: ScreenEffect) {
    switch effect {
    case .quit: break
    case .suspend:
      display.suspend()
      state.size = display.size
      drawn = nil
    case .freeze: source.freeze()
    case .thaw: source.thaw()
    case .redraw:
      display.invalidate()
      drawn = nil
    case .copy(let text): copy(text)
    case .copyCall(let sid):
      guard let json = services.json(of: sid, masked: state.isPrivate) else {
        state.notice = ScreenNotice("The board does not know this call any more.", isFault: true)
        return
      }
      copy(json)
    case .save(let format):
      let frame = Screen.render(state, page, settings)
      let document = FrameDocument(frame, theme: settings.theme).text(as: format)
      state.notice = services.save(document, as: format, at: page.clock)
    case .export(let format):
      state.notice = services.export(
        state.request, marked: state.marks, as: format, masked: state.isPrivate)
    case .remember: state.notice = services.remember(state.preferences) ?? state.notice
    case .playback(let command): source.play(command)
    case .forwardAgain(let sequence):
      state.notice = ScreenNotice(source.forwardAgain(sequence))
    case .complete(let step): state.complete(step, source.vocabulary())
    }
  }

  private func copy(_ text: String) {
    guard display.copy(text) else {
      state.notice = ScreenNotice("It is too long for the terminal's clipboard.", isFault: true)
      return
    }
    let words = text.count > 40 ? "\(text.utf8.count) bytes" : text
    state.notice = ScreenNotice("Copied \(words).")
  }

  private func fetch() {
    page = source.page(state.request)
    let height = state.screenLayout.listHeight
    state.settle(page)
    // What the header has to tell takes a row of the list.
    if state.screenLayout.listHeight != height { page = source.page(state.request) }
    if let count = Screen.lineCount(state, page, settings) { state.clampScroll(to: count) }
    guard page.wire.isLive else { return watch.lookAway() }
    let alert = watch.look(
      page.alarms, now: realTime, settings, isPrivate: state.isPrivate)
    if let alert { display.alert(alert) }
  }

  /// A recording may be played so fast that its own time would let the bell ring without end.
  private var realTime: Instant {
    Instant(milliseconds: (clock.now - begin).wholeMilliseconds)
  }

  /// Clocks tick, and marks fade, twice a second.
  private func beat(_ now: Instant) -> Int64 { now.milliseconds / 500 }

  private func untilNextBeat(_ now: Instant) -> Duration {
    .milliseconds(500 - now.milliseconds % 500)
  }

  /// After a change of the board: waits as long as a frame lasts, and takes what came meanwhile with
  /// it. Keys do not wait.
  private func rest(since drawnAt: ContinuousClock.Instant) {
    let left = frameTime - (clock.now - drawnAt)
    if left > .zero { display.pause(left) }
  }
}
