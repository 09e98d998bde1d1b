import CallModel
import CallSimulator
import CallbackDelivery
import CallbackWire
import Dispatch
import MonitorHTTP
import Synchronization

/// A line on stdout for each request answered and each callback sent. Nobody waits for a reader that does
/// not read: what more than 1 MB would wait for it is left out.
final class EmulatorLines: Sendable {
  private let zone: AccountZone
  private let isQuiet: Bool
  private let queue = DispatchQueue(label: "output")
  /// Bytes that wait.
  private let waiting = Mutex(0)

  private static let mostWaiting = 1 << 20

  init(zone: AccountZone, isQuiet: Bool) {
    self.zone = zone
    self.isQuiet = isQuiet
  }

  /// Control characters stay out of the terminal.
  func say(_ text: String) {
    guard !isQuiet else { return }
    let line = TextCleaning.cleaned(text)
    let count = line.utf8.count
    let isFull = waiting.withLock { waiting in
      guard waiting + count <= Self.mostWaiting else { return true }
      waiting += count
      return false
    }
    guard !isFull else { return }
    queue.async { [self] in
      var output = StandardOutput()
      output.line(line)
      output.flush()
      waiting.withLock { $0 -= count }
    }
  }

  /// Waits until all lines are written, for a second at most.
  func finish() {
    let isDone = DispatchSemaphore(value: 0)
    queue.async { isDone.signal() }
    _ = isDone.wait(timeout: .now() + .seconds(1))
  }

  func say(_ answer: APIAnswer) { say(clock + EmulatorText.line(answer)) }

  func say(
    _ callback: SimulatedCallback, _ target: CallbackTarget, _ result: CallbackPlayer.Result,
    attempt: Int, again: Duration?
  ) {
    say(clock + EmulatorText.line(callback, "\(target)", result, attempt: attempt, again: again))
  }

  private var clock: String {
    let now = Instant.now()
    return CivilTime(now, in: zone.civil).time + "  "
  }
}
