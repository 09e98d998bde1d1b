import BoardScreen
import CallModel
import CallSimulator
import CallbackWire
import Monitoring
import Synchronization

/// The board of the demo as a picture: the same seed and time give the same one.
struct DemoPicture {
  let center: CallCenter
  let perMinute: Double
  let opening: Int
  let seed: UInt64
  let options: BoardOptions
  let settings: ScreenSettings

  /// 2026-01-01T08:30:00Z: the moment at which the pictured floor begins its day.
  static let start = Instant(seconds: 1_767_256_200)

  /// The screen so long after the start, when these keys were pressed, as an SVG document.
  func svg(after time: Duration, keys: [Key], size: ScreenSize) throws -> String {
    let zone = try options.accountZone
    let clock = Mutex(Self.start)
    let monitor = CallMonitor(
      decoder: try options.decoder,
      board: CallBoard(
        rules: options.rules, roster: center.roster(country: try options.dialingCountry)),
      clock: { clock.withLock { $0 } }, windowStart: zone.startOfDay)
    feed(monitor, until: time, secondsEastOfUTC: zone.secondsEastOfUTC(at: Self.start)) { moment in
      clock.withLock { $0 = moment }
    }
    let pages = BoardPages(monitor: monitor, address: "127.0.0.1:8080/exotel", settings: settings)
    var state = ScreenState(size: size)
    var page = pages.page(state.request)
    for key in keys {
      _ = state.update(.key(key), page: page, settings: settings)
      page = pages.page(state.request)
      state.settle(page)
    }
    return FrameSVG(Screen.render(state, page, settings), theme: settings.theme).document
  }

  private func feed(
    _ monitor: CallMonitor, until end: Duration, secondsEastOfUTC: Int,
    _ setClock: (Instant) -> Void
  ) {
    var simulator = Simulator(
      center: center, perMinute: perMinute, opening: opening, seed: seed,
      clock: SimulatedClock(start: Self.start, secondsEastOfUTC: secondsEastOfUTC))
    while true {
      let next = simulator.next()
      guard next.due <= end else { break }
      setClock(Self.start + next.due)
      let request = CallbackRequest(
        raw: next.request(path: "/exotel"), peer: "127.0.0.1:0",
        arrivedAt: Self.start + next.due)
      monitor.receive(request) { _ in }
    }
    setClock(Self.start + end)
  }
}
