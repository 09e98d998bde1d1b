import CallModel
import CallbackDelivery
import Logging
import Monitoring
import OutgoingHTTP

/// Sends accepted callbacks on to another URL, as they came.
struct CallbackForwarder: Sendable {
  private let monitor: CallMonitor
  private let target: CallbackTarget
  private let logger: Logger

  /// What is on its way when it is to end has so long.
  private static let patience = Duration.seconds(2)
  /// How many it has open at a time.
  static let connections = 16

  init(_ monitor: CallMonitor, to target: CallbackTarget, logger: Logger) {
    self.monitor = monitor
    self.target = target
    self.logger = logger
  }

  /// Goes on until the signal of the monitor's forwarder has ended, and says in the log what was not
  /// forwarded then.
  func run() async {
    guard let signal = monitor.forwarder else { return }
    logger.info("forwarding to \(target)")
    let sender = CallbackSender(connections: Self.connections)
    await withDiscardingTaskGroup { group in
      var hasToldOfReturn = false
      for await _ in signal.wakes {
        if !hasToldOfReturn, monitor.forwardStatus?.returned ?? 0 > 0 {
          hasToldOfReturn = true
          logger.warning(
            """
            callbacks come back to this listener, or come through too many; those are not forwarded \
            again: is \(target) a listener that forwards to this one?
            """)
        }
        for delivery in monitor.takeForwards() {
          group.addTask { await send(delivery, by: sender) }
        }
      }
      let end = ContinuousClock.now + Self.patience
      while monitor.isForwarding, ContinuousClock.now < end {
        try? await Task.sleep(for: .milliseconds(20))
      }
      group.cancelAll()
    }
    // It only fails where it has been closed before.
    try? await sender.close()
    guard let status = monitor.forwardStatus else { return }
    let left = status.waiting + status.retrying
    guard left > 0 else { return }
    let words = left == 1 ? "1 callback was" : "\(left) callbacks were"
    logger.warning("\(words) not forwarded to \(target)")
  }

  /// Through which listeners it came; see ``ForwardPath``.
  private static func headers(_ delivery: ForwardDelivery) -> [(name: String, value: String)] {
    delivery.path.header.map { [(ForwardPath.headerName, $0)] } ?? []
  }

  private func send(_ delivery: ForwardDelivery, by sender: CallbackSender) async {
    let result: (latency: Duration, fault: String?)
    do {
      let answer = try await sender.send(delivery.raw, to: target, headers: Self.headers(delivery))
      result = (answer.latency, answer.isTaken ? nil : "\(answer.status)")
    } catch {
      guard !Task.isCancelled else { return }
      result = (.zero, OutgoingFault.reason(for: error))
    }
    let hasTurned = monitor.end(delivery, latency: result.latency, fault: result.fault)
    guard hasTurned else { return }
    if let fault = result.fault {
      logger.warning("forwarding to \(target) fails: \(fault)")
    } else {
      logger.info("forwarding to \(target) works again")
    }
  }
}
