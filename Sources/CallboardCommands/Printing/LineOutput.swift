import ArgumentParser
import Dispatch
import Foundation
import ServiceLifecycle
import Synchronization

/// Lines on stdout beside other work: a reader that does not read holds up neither that nor the end.
final class LineOutput: Sendable {
  private let queue = DispatchQueue(label: "output")
  private let hasFailed = Mutex(false)
  /// True where the program has other work than these lines: it goes on where they cannot be written.
  private let isBesideOtherWork: Bool

  init(isBesideOtherWork: Bool) { self.isBesideOtherWork = isBesideOtherWork }

  /// Waits until the lines are written; false where no more need come: the process is asked to stop,
  /// nobody reads any more, or they cannot be written, which is told on stderr.
  func print(_ lines: [String]) async -> Bool {
    let bytes = lines.flatMap { Array(($0 + "\n").utf8) }
    let (outcome, continuation) = AsyncStream.makeStream(of: Int32?.self)
    queue.async {
      continuation.yield(DescriptorWriting.write(bytes, to: STDOUT_FILENO))
      continuation.finish()
    }
    for await error in outcome.cancelOnGracefulShutdown() {
      guard let error else { return true }
      if error != EPIPE {
        StandardOutput.tell(error)
        hasFailed.withLock { $0 = true }
      }
    }
    return false
  }

  /// Where lines could not be written, waits until the process is asked to stop, if there is other work
  /// that goes on.
  func waitForOtherWorkIfFailed() async {
    if isBesideOtherWork, hasFailed.withLock({ $0 }) { try? await gracefulShutdown() }
  }

  /// - Throws: the exit code 74 where lines could not be written.
  func requireWritten() throws {
    if hasFailed.withLock({ $0 }) { throw ExitCode(StandardOutput.unwritten) }
  }
}
