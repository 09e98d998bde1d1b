import CallModel
import Dispatch
import Logging
import Synchronization

/// Keeps the facts of the account beside the journal: what is news is written soon after.
///
/// Safe from any thread; nobody waits for it. What a crash loses the last hours of the journal show
/// again.
package final class AccountFactsKeeper: Sendable {
  fileprivate struct State {
    /// All that the file has, or will have.
    var facts = AccountFacts()
    var contents = AccountFactsFile.Contents()
    var waiting: [AccountFact] = []
    var isScheduled = false
    /// Everything of the journal has been read.
    var isComplete = false
    /// Lines of the file that are there since it was written anew.
    var appended = 0
    /// Why nothing is written; it is told once.
    var fault: JournalError?
    var isBeyondUse = false
  }

  private let file: AccountFactsFile
  private let clock: @Sendable () -> Instant
  private let logger: Logger
  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "facts", qos: .utility)

  /// So long news wait for more.
  private static let pause = DispatchTimeInterval.milliseconds(200)
  /// So often the file says how much of the journal has been read, in seconds.
  private static let markInterval = 3_600.0
  /// A callback may be kept for so long before the board has it.
  private static let delay = Duration.seconds(60)
  private static let spareLines = 1_024

  package init(_ file: AccountFactsFile, clock: @escaping @Sendable () -> Instant, logger: Logger) {
    self.file = file
    self.clock = clock
    self.logger = logger
  }

  /// Reads the file. What it says is not news.
  package func load() -> AccountFactsFile.Contents {
    do throws(JournalError) {
      let contents = try file.contents()
      if contents.damaged > 0 {
        logger.warning("\(file.path): \(contents.damaged) lines cannot be read; they are left out")
      }
      state.withLock { state in
        state.contents = contents
        for fact in contents.facts { _ = state.facts.learn(fact) }
      }
      return contents
    } catch {
      logger.error("\(error); move it away: nothing is added to it as it is")
      state.withLock { $0.isBeyondUse = true }
      return AccountFactsFile.Contents()
    }
  }

  /// Keeps what the board has learned.
  package func keep(_ facts: [AccountFact]) {
    guard !facts.isEmpty else { return }
    state.withLock { state in
      guard !state.isBeyondUse else { return }
      state.waiting += facts
      guard !state.isScheduled else { return }
      state.isScheduled = true
      queue.asyncAfter(deadline: .now() + Self.pause) { [weak self] in self?.write() }
    }
  }

  /// From now on the file says that all of the journal is in it.
  package func complete() {
    state.withLock { $0.isComplete = true }
    queue.async { [weak self] in self?.writeAnew() }
    scheduleMark()
  }

  /// Writes what still waits.
  package func close() { queue.sync { write(marks: true) } }

  private func scheduleMark() {
    queue.asyncAfter(deadline: .now() + Self.markInterval) { [weak self] in
      self?.write(marks: true)
      self?.scheduleMark()
    }
  }

  /// Adds what is news, and with `marks` how much of the journal has been read, to the file.
  private func write(marks: Bool = false) {
    let (lines, wantsAnew) = state.withLock { state -> ([UInt8], Bool) in
      guard !state.isBeyondUse else { return ([], false) }
      let news = state.takeNews()
      var lines = news.compactMap(\.line).flatMap { $0 }
      if state.isComplete, marks || !news.isEmpty {
        lines += AccountFactsFile.mark(clock() - Self.delay)
      }
      state.appended += news.count + 1
      let limit = 2 * state.contents.facts.count + Self.spareLines
      return (lines, state.fault != nil || state.appended > limit)
    }
    if wantsAnew { return writeAnew() }
    guard !lines.isEmpty else { return }
    note { () throws(JournalError) in try file.append(lines) }
  }

  private func writeAnew() {
    let contents = state.withLock { state -> AccountFactsFile.Contents? in
      guard !state.isBeyondUse else { return nil }
      _ = state.takeNews()
      state.contents.facts = state.facts.all
      if state.isComplete { state.contents.readUpTo = clock() - Self.delay }
      state.appended = 0
      return state.contents
    }
    guard let contents else { return }
    note { () throws(JournalError) in try file.replace(contents) }
  }

  /// What could not be written is written anew with what comes next.
  private func note(_ write: () throws(JournalError) -> Void) {
    do throws(JournalError) {
      try write()
      state.withLock { $0.fault = nil }
    } catch {
      let isFirst = state.withLock { state in
        defer { state.fault = error }
        return state.fault == nil
      }
      if isFirst { logger.error("what is known of the account cannot be kept: \(error)") }
    }
  }
}

extension AccountFactsKeeper.State {
  /// What waits and is not in the file.
  fileprivate mutating func takeNews() -> [AccountFact] {
    defer { (waiting, isScheduled) = ([], false) }
    return waiting.filter { facts.learn($0) }
  }
}
