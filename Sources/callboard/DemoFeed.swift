import CallSimulator
import CallbackWire
import MonitorHTTP
import ServiceLifecycle

/// Sends the callbacks of a simulator to a listener, each when it is due, as Exotel would.
struct DemoFeed: Service {
  let simulator: Simulator
  let target: CallbackTarget

  func run() async throws {
    let sender = CallbackSender()
    await cancelWhenGracefulShutdown {
      var simulator = simulator
      let start = ContinuousClock.now
      while !Task.isCancelled {
        let callback = simulator.next()
        try? await Task.sleep(until: start + callback.due, clock: .continuous)
        guard !Task.isCancelled else { break }
        // What the listener did not take, it shows; a simulated call is not worth a retry.
        _ = try? await sender.send(callback.request(path: "/exotel"), to: target)
      }
    }
    try await sender.close()
  }
}
