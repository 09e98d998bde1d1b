import BoardScreen
import CallModel
import CallSimulator

/// The board of the demo as a picture: the same seed and time give the same one.
struct DemoPicture {
  let scenario: Scenario
  let opening: Int
  let seed: UInt64
  let options: BoardOptions
  let settings: ScreenSettings

  /// 2026-01-01T08:30:00Z: the moment at which the pictured floor begins its day.
  static let start = Instant(seconds: 1_767_256_200)

  /// The screen so long after the start, when these keys were pressed, as an SVG document.
  func svg(after time: Duration, keys: [Key], size: ScreenSize) throws -> String {
    let zone = try options.accountZone
    let board = try SimulatedBoard(
      roster: scenario.roster(country: try options.dialingCountry), options: options,
      start: Self.start)
    let clock = SimulatedClock(
      start: Self.start, zone: zone.civil)
    board.play(
      Simulator(scenario, opening: opening, seed: seed, clock: clock), until: time)
    let pages = board.pages(settings)
    var state = ScreenState(size: size)
    var page = pages.page(state.request)
    for key in keys {
      _ = state.update(.key(key), page: page, settings: settings)
      page = pages.page(state.request)
      state.settle(page)
    }
    return FrameSVG(Screen.render(state, page, settings), theme: settings.theme).document
  }
}
