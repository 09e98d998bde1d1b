import CallSimulator
import CallbackDelivery
import ServiceLifecycle
import Synchronization

/// Incoming calls of a scenario, which a Connect applet tells a URL of.
final class InboundCalls: Service {
  private let simulator: Mutex<Simulator>
  private let target: CallbackTarget
  private let player: CallbackPlayer

  init(simulator: Simulator, target: CallbackTarget, player: CallbackPlayer) {
    self.simulator = Mutex(simulator)
    self.target = target
    self.player = player
  }

  /// Until the process is asked to stop, also when no more calls come: the API is still there.
  func run() async throws {
    let start = ContinuousClock.now
    await cancelWhenGracefulShutdown { [self] in
      while let callback = simulator.withLock({ $0.next() }) {
        let due = start + callback.due
        guard (try? await Task.sleep(until: due, clock: .continuous)) != nil else { return }
        player.play(callback, to: target, at: due)
      }
      try? await gracefulShutdown()
    }
  }
}
