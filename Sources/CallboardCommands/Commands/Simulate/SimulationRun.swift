import ArgumentParser
import CallModel
import CallSimulator
import CallbackDelivery
import Foundation
import Logging
import ServiceLifecycle
import Synchronization
import UnixSignals

/// Sends a simulation to a URL, tells on stderr how far it is, and sums up.
struct SimulationRun {
  let name: String
  let scenario: Scenario
  let target: CallbackTarget
  let pace: Pace
  /// Where to write what really became of the calls.
  let truth: TruthFile?

  /// What came out, once it has ended.
  private final class Outcome: Sendable {
    struct State {
      var line = ProgressLine()
      var last: SimulationFeed.Progress?
      var truths: [CallTruth] = []
      var rate = RecentRate()
    }

    let state = Mutex(State())
  }

  /// Ctrl-C ends it as its end does; a program that was told to end says so.
  ///
  /// - Throws: the exit code 1 where a callback was not taken, 69 where nobody answered, 143 where it was
  ///   told to end.
  func run(_ simulator: Simulator) async throws {
    let outcome = Outcome()
    let keepsTruths = truth != nil
    let feed = SimulationFeed(simulator, to: target, pace: pace, needsListener: true) { progress in
      outcome.state.withLock { state in
        if keepsTruths { state.truths += progress.truths }
        state.last = progress
        state.rate.note(progress.counts.callbacks, at: progress.elapsed)
        let rate = state.rate.perSecond
        state.line.show {
          DeliveryText(counts: progress.counts, elapsed: progress.elapsed).progress(
            calls: progress.calls, perSecond: rate, isSimulated: progress.isSimulated)
        }
      }
    }
    let watch = TerminationWatch()
    let group = ServiceGroup(
      configuration: .init(
        services: [
          .init(service: feed, successTerminationBehavior: .gracefullyShutdownGroup),
          .init(service: watch, successTerminationBehavior: .gracefullyShutdownGroup),
        ], gracefulShutdownSignals: [.sigint],
        logger: Logger(label: "lifecycle") { _ in SwiftLogNoOpLogHandler() }))
    try await group.run()
    let (last, truths) = outcome.state.withLock { state in
      state.line.end()
      return (state.last, state.truths)
    }
    if let last { try sumUp(last, truths) }
    if watch.wasTerminated { throw ExitCode(128 + SIGTERM) }
  }

  private func sumUp(_ last: SimulationFeed.Progress, _ truths: [CallTruth]) throws {
    let report = DeliveryReport(
      name: name, target: target, calls: last.calls, counts: last.counts, elapsed: last.elapsed)
    try report.requireAnswers()
    try truth?.write(truths, missing: last.counts.missing, elapsed: last.elapsed)
    if last.isSimulated { UnplacedCalls(scenario, placed: last.calls)?.say() }
    try report.print()
  }
}

/// Ends the group when the process is told to end, and remembers it.
private final class TerminationWatch: Service {
  private let state = Mutex(false)

  var wasTerminated: Bool { state.withLock { $0 } }

  func run() async throws {
    for await _ in await UnixSignalsSequence(trapping: .sigterm).cancelOnGracefulShutdown() {
      state.withLock { $0 = true }
      return
    }
  }
}
