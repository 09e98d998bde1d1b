import BoardScreen
import CallModel
import CallSimulator
import CallbackWire
import LiveBoard
import Monitoring
import Synchronization

/// A board in memory that is fed by a simulator at once, each callback at its moment.
struct SimulatedBoard {
  let monitor: CallMonitor
  private let start: Instant
  private let clock: Clock

  /// The board's now.
  private final class Clock: Sendable {
    let now: Mutex<Instant>
    init(_ start: Instant) { now = Mutex(start) }
  }

  init(roster: Roster, options: BoardOptions, start: Instant) throws {
    let clock = Clock(start)
    self.start = start
    self.clock = clock
    monitor = CallMonitor(
      decoder: try options.decoder, board: CallBoard(rules: options.rules, roster: roster),
      clock: { clock.now.withLock { $0 } },
      windowStart: try options.workday.figures(options.rules))
  }

  /// Takes what is due until then, or all there is. Gives the sid of the last call.
  @discardableResult
  func play(_ simulator: Simulator, until end: Duration) -> String? {
    var (simulator, sid) = (simulator, String?.none)
    while let next = simulator.next(), next.due <= end {
      let moment = start + next.due
      clock.now.withLock { $0 = moment }
      let request = CallbackRequest(
        raw: next.request(path: "/exotel"), peer: "127.0.0.1:0", arrivedAt: moment)
      monitor.receive(request) { _ in }
      sid = next.sid
    }
    clock.now.withLock { $0 = start + end }
    return sid
  }

  func pages(_ settings: ScreenSettings) -> BoardPages {
    BoardPages(monitor: monitor, address: "127.0.0.1:8080/exotel", settings: settings)
  }
}
