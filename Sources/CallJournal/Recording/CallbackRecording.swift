import CallModel
import Dispatch
import Foundation
import Logging
import Synchronization

/// A file that gets each request as a line of the journal's format, to be replayed or looked at, and what
/// was known of the account before.
///
/// Safe from any thread; nobody waits for it. What cannot be written is told in the log, and ends the
/// recording: a gap in the middle would be believed.
package final class CallbackRecording: Sendable {
  private struct State {
    var descriptor: Int32
    var waiting: [UInt8] = []
    var isScheduled = false
  }

  /// More bytes than that do not wait.
  private static let maximumWaiting = 64 << 20

  private let path: String
  private let logger: Logger
  private let state: Mutex<State>
  private let queue = DispatchQueue(label: "recording", qos: .utility)

  /// Begins a file, readable for the own user alone; one that is there already is left alone.
  package init(_ path: String, logger: Logger) throws(JournalError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .last(path, "begin the recording") }
    self.path = path
    self.logger = logger
    state = Mutex(State(descriptor: descriptor))
  }

  deinit { shut() }

  package func append(_ entry: JournalEntry) { append(entry.line) }

  /// What is known of the account belongs to what a recording shows.
  package func append(_ facts: [AccountFact]) {
    let lines = facts.compactMap(\.line).flatMap { $0 }
    if !lines.isEmpty { append(lines) }
  }

  private func append(_ line: [UInt8]) {
    let isFull = state.withLock { state in
      guard state.descriptor >= 0 else { return false }
      guard state.waiting.count + line.count <= Self.maximumWaiting else { return true }
      state.waiting += line
      if !state.isScheduled { queue.async { self.write() } }
      state.isScheduled = true
      return false
    }
    if isFull { end("the disk is too slow") }
  }

  /// Writes what still waits.
  package func close() {
    queue.sync { write() }
    shut()
  }

  /// True where it was open.
  @discardableResult
  private func shut() -> Bool {
    state.withLock { state in
      defer {
        state.descriptor = -1
        state.waiting = []
      }
      if state.descriptor >= 0 { Foundation.close(state.descriptor) }
      return state.descriptor >= 0
    }
  }

  private func write() {
    while true {
      let (descriptor, bytes) = state.withLock { state in
        defer { state.waiting = [] }
        state.isScheduled = !state.waiting.isEmpty
        return (state.descriptor, state.waiting)
      }
      guard descriptor >= 0, !bytes.isEmpty else { return }
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return end(String(cString: strerror(errno))) }
        rest = rest.dropFirst(count)
      }
    }
  }

  private func end(_ reason: String) {
    if shut() { logger.error("the recording \(path) ends here: \(reason)") }
  }
}
