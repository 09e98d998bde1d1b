import CallJournal
import CallModel
import Dispatch
import Logging
import Monitoring
import Synchronization

/// Brings what is known of the account onto a board: what is kept beside the journal before the first
/// callback, then, beside the work of the listener, what the days before show that nobody has read yet.
final class AccountLearning: Sendable {
  private let past: PastFacts
  private let keeper: AccountFactsKeeper
  private let logger: Logger
  private let isStopped = Atomic(false)
  /// Read up to that moment before.
  private let known: Mutex<Instant?>

  init(_ past: PastFacts, keeper: AccountFactsKeeper, logger: Logger) {
    self.past = past
    self.keeper = keeper
    self.logger = logger
    known = Mutex(nil)
  }

  /// Takes what is kept.
  func begin(_ monitor: CallMonitor) {
    let contents = keeper.load()
    known.withLock { $0 = contents.readUpTo }
    monitor.join(contents.facts)
  }

  /// Reads what nobody has read yet; the entries from `restored` on have been restored. Returns when it is
  /// done, or stopped.
  func run(_ monitor: CallMonitor, restored: Instant) async {
    await withCheckedContinuation { continuation in
      // Not where connections and time wait for their turn.
      DispatchQueue.global(qos: .utility).async { [self] in
        read(monitor, restored)
        continuation.resume()
      }
    }
  }

  func stop() { isStopped.store(true, ordering: .relaxed) }

  private func read(_ monitor: CallMonitor, _ restored: Instant) {
    let known = known.withLock { $0 }
    guard known ?? restored - .seconds(1) < restored else { return keeper.complete() }
    do throws(JournalError) {
      let isWhole = try past.forEach(from: known, to: restored) { facts in
        monitor.join(facts)
        return !isStopped.load(ordering: .relaxed)
      }
      if isWhole { keeper.complete() }
    } catch {
      logger.warning("older days tell nothing of lines and people: \(error)")
    }
  }
}
