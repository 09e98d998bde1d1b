import CallModel
import CallSimulator
import CallbackWire
import MonitorHTTP
import Synchronization

/// A line on stdout for each request answered and each callback sent.
final class EmulatorLines: Sendable {
  private let zone: AccountZone
  private let isQuiet: Bool
  private let output = Mutex(StandardOutput())

  init(zone: AccountZone, isQuiet: Bool) {
    self.zone = zone
    self.isQuiet = isQuiet
  }

  /// Control characters stay out of the terminal.
  func say(_ text: String) {
    guard !isQuiet else { return }
    output.withLock {
      $0.line(TextCleaning.cleaned(text))
      $0.flush()
    }
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
    return CivilTime(now, secondsEastOfUTC: zone.secondsEastOfUTC(at: now)).time + "  "
  }
}
