import Foundation
import Logging
import Synchronization

/// The one way to standard error. What cannot be written is lost, and nobody waits long for a reader
/// that does not read. Safe from any thread.
enum StandardError {
  /// How long the first text waits that finds nobody reading; those behind it do not wait.
  private static let patience = Duration.milliseconds(200)
  private static let isStalled = Mutex(false)

  static func write(_ text: String) {
    isStalled.withLock { isStalled in
      let failure = DescriptorWriting.write(
        Array(text.utf8), to: STDERR_FILENO, within: isStalled ? .zero : patience)
      isStalled = failure == ETIMEDOUT
    }
  }

  /// A log whose lines go there.
  static var logger: Logger {
    Logger(label: "callboard") { _ in LogLines { write(LogLines.line($0, $1, .now())) } }
  }
}
