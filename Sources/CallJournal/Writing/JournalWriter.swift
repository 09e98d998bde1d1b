import CallModel
import Dispatch
import Synchronization

/// Keeps requests: all that wait are written together, with one sync, and told so after it.
///
/// Safe from any thread. While writing fails everything that comes is told so, and one probe a
/// second finds out when there is room again.
package final class JournalWriter: Sendable {
  package typealias Outcome = Result<UInt64, JournalError>

  /// One entry on its way to the disk.
  private struct Item: Sendable {
    var members: [UInt8]
    var arrivedAt: Instant
    var apply: @Sendable (Outcome) -> Void
    var tell: @Sendable (Outcome) -> Void
  }

  private struct Waiting: Sendable {
    var items: [Item] = []
    var bytes = 0
    var isScheduled = false
    var isClosed = false
  }

  /// More bytes than that do not wait.
  private static let maximumWaiting = 256 << 20
  /// From one look at what need not be kept any longer to the next, in seconds.
  private static let cleaningInterval = 3_600.0

  package let folder: JournalFolder
  package let durability: JournalSettings.Durability
  private let settings: JournalSettings
  private let waiting = Mutex(Waiting())
  private let store: Mutex<JournalStore?>
  private let failing = Mutex<JournalError?>(nil)
  private let queue = DispatchQueue(label: "journal", qos: .userInitiated)
  private let cleaner = DispatchQueue(label: "journal.cleaner", qos: .utility)

  /// Opens a journal for writing, which no other process can do until this one closes it.
  package init(_ folder: JournalFolder, _ settings: JournalSettings) throws(JournalError) {
    self.folder = folder
    self.settings = settings
    durability = settings.durability
    store = Mutex(try JournalStore.open(folder, settings))
    JournalStore.clean(folder, settings)
    scheduleCleaning()
  }

  /// Why nothing can be kept at present; nil while all is well.
  package var fault: JournalError? { failing.withLock { $0 } }

  /// Keeps an entry, whose sequence is given to it here. What came of it is handed to `apply`, in
  /// the order of the entries, then to `tell`, once all that were written with it are applied: so
  /// those who wait are woken together. Both run on a thread of the journal.
  package func append(
    _ entry: JournalEntry, apply: @escaping @Sendable (Outcome) -> Void,
    tell: @escaping @Sendable (Outcome) -> Void
  ) {
    let item = Item(
      members: JournalEntry.members(entry), arrivedAt: entry.arrivedAt, apply: apply, tell: tell)
    let refusal: JournalError? = waiting.withLock { waiting in
      if waiting.isClosed { return .closed }
      if waiting.bytes > Self.maximumWaiting { return .overloaded }
      waiting.items.append(item)
      waiting.bytes += item.members.count
      if !waiting.isScheduled { queue.async { self.commit() } }
      waiting.isScheduled = true
      return nil
    }
    if let refusal {
      apply(.failure(refusal))
      tell(.failure(refusal))
    }
  }

  /// Writes what still waits, and lets other processes have the journal.
  package func close() {
    queue.sync {
      waiting.withLock { $0.isClosed = true }
      commit()
      store.withLock { $0 = nil }
    }
  }

  private func commit() {
    while let batch = takeBatch(), let last = batch.last {
      let outcome = write(batch.map(\.members), at: last.arrivedAt)
      note(outcome)
      for (place, item) in batch.enumerated() { item.apply(outcome.map { $0 + UInt64(place) }) }
      for (place, item) in batch.enumerated() { item.tell(outcome.map { $0 + UInt64(place) }) }
    }
  }

  private func takeBatch() -> [Item]? {
    waiting.withLock { waiting in
      guard !waiting.items.isEmpty else {
        waiting.isScheduled = false
        return nil
      }
      defer {
        waiting.items = []
        waiting.bytes = 0
      }
      return waiting.items
    }
  }

  private func write(_ entries: [[UInt8]], at moment: Instant) -> Outcome {
    store.withLock { store in
      do throws(JournalError) {
        guard let first = try store?.append(entries, at: moment) else {
          return .failure(.closed)
        }
        return .success(first)
      } catch {
        return .failure(error)
      }
    }
  }

  /// Says in the log when writing begins to fail, and when it works again.
  private func note(_ outcome: Outcome) {
    let error: JournalError? = if case .failure(let error) = outcome { error } else { nil }
    let before = failing.withLock { failing in
      defer { failing = error }
      return failing
    }
    switch (before, error) {
    case (nil, let error?):
      settings.logger.error("callbacks cannot be kept: \(error)")
      scheduleProbe()
    case (_?, nil): settings.logger.notice("callbacks are kept again")
    case (nil, nil), (_?, _?): break
    }
  }

  private func scheduleProbe() {
    queue.asyncAfter(deadline: .now() + settings.probeInterval) { [weak self] in self?.probe() }
  }

  private func probe() {
    guard fault != nil, !waiting.withLock({ $0.isClosed }) else { return }
    let outcome: Outcome = store.withLock { store in
      do throws(JournalError) {
        try store?.probe(at: settings.clock())
        return .success(0)
      } catch {
        return .failure(error)
      }
    }
    note(outcome)
    if case .failure = outcome { scheduleProbe() }
  }

  private func scheduleCleaning() {
    guard settings.retention != JournalRetention() else { return }
    cleaner.asyncAfter(deadline: .now() + Self.cleaningInterval) { [weak self] in
      guard let self else { return }
      JournalStore.clean(folder, settings)
      scheduleCleaning()
    }
  }
}
