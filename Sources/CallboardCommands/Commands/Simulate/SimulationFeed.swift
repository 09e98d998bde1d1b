import CallSimulator
import CallbackDelivery
import CallbackWire
import ServiceLifecycle
import Synchronization

/// Sends the callbacks of a simulator, each when it is due, and again what was not taken, as Exotel
/// does. Ends with the last one.
final class SimulationFeed: Service {
  /// How far it is.
  struct Progress: Sendable {
    var elapsed: Duration
    var calls: Int
    /// Of the calls that began since the last time.
    var truths: [CallTruth]
    /// Nothing more comes but what waits for another try.
    var isSimulated: Bool
    var counts: DeliveryCounts
  }

  private let target: CallbackTarget
  private let queue: Mutex<SimulationQueue>
  private let report = Mutex(DeliveryCounts())
  private let progress: @Sendable (Progress) -> Void
  private static let beat = Duration.milliseconds(100)
  private static let connections = 64

  /// `progress` is told about ten times a second, and at the end.
  init(
    _ simulator: Simulator, to target: CallbackTarget, pace: Pace = Pace(),
    needsListener: Bool = false, progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    self.target = target
    self.progress = progress
    queue = Mutex(SimulationQueue(simulator, pace: pace, needsListener: needsListener))
  }

  func run() async throws {
    let sender = CallbackSender(connections: Self.connections)
    let start = ContinuousClock.now
    await cancelWhenGracefulShutdown { [self] in
      await withTaskGroup(of: Void.self) { group in
        await send(through: sender, in: &group, since: start)
        group.cancelAll()
      }
    }
    tell(since: start)
    try await sender.close()
  }

  private func send(
    through sender: CallbackSender, in group: inout TaskGroup<Void>,
    since start: ContinuousClock.Instant
  ) async {
    var told = Duration.zero
    while !Task.isCancelled {
      let time = ContinuousClock.now - start
      if time >= told + Self.beat {
        tell(since: start)
        told = time
      }
      switch queue.withLock({ $0.step(at: time) }) {
      case .send(let delivery):
        group.addTask { await self.deliver(delivery, sender, since: start) }
      case .wait(let due):
        try? await Task.sleep(until: start + min(due, time + Self.beat), clock: .continuous)
      case .waitForAnswer: await group.next()
      case .end: return
      }
    }
  }

  private func tell(since start: ContinuousClock.Instant) {
    let counts = report.withLock { $0 }
    let progress = queue.withLock { queue in
      Progress(
        elapsed: ContinuousClock.now - start, calls: queue.calls, truths: queue.takeTruths(),
        isSimulated: queue.isSimulated, counts: counts)
    }
    self.progress(progress)
  }

  private func deliver(
    _ delivery: SimulationQueue.Delivery, _ sender: CallbackSender,
    since start: ContinuousClock.Instant
  ) async {
    let sid = delivery.callback.sid
    report.withLock { $0.begin(sid, attempt: delivery.attempt) }
    let answer: Result<CallbackSender.Answer, any Error>
    do {
      answer = .success(
        try await sender.send(delivery.callback.request(path: "/"), to: target))
    } catch {
      answer = .failure(error)
    }
    let isAgain = queue.withLock { queue in
      queue.ended(delivery, .init(answer), at: ContinuousClock.now - start)
    }
    // What was broken off at the end is no failure of the receiver.
    if case .failure = answer, Task.isCancelled { return }
    report.withLock { $0.end(sid, answer, isTriedAgain: isAgain) }
  }
}

extension SimulationQueue.Result {
  fileprivate init(_ answer: Result<CallbackSender.Answer, any Error>) {
    switch answer {
    case .success(let answer): self = answer.isTaken ? .taken : .refused
    case .failure: self = .unanswered
    }
  }
}
