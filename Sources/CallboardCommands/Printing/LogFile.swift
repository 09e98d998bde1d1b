import CProcess
import CallModel
import Foundation
import Logging
import Synchronization

/// The log of a program whose terminal shows something else: a file, and the last warning, for the
/// status line.
final class LogFile: Sendable {
  /// How long a warning stands in the status line.
  private static let warningTime = Duration.seconds(20)
  /// A larger file is put aside when the log is opened.
  private static let largest = 5_000_000

  private let path: String?
  /// Nil where it cannot be written.
  let descriptor: Int32?
  private let warning = Mutex<(text: String, at: Instant)?>(nil)

  /// Without a path, or where it cannot be written, only the last warning is kept.
  init(path: String?) {
    self.path = path
    descriptor = path.flatMap(Self.open)
  }

  private static func open(_ path: String) -> Int32? {
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    if let size = attributes?[.size] as? NSNumber, size.intValue > largest {
      rename(path, path + ".1")
    }
    let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    return descriptor < 0 ? nil : descriptor
  }

  deinit {
    guard let descriptor else { return }
    cp_report_to(-1, nil)
    close(descriptor)
  }

  /// From now on it gets the backtrace of a fault, as standard error is out of sight.
  func takeBacktraces() {
    if let descriptor { cp_report_to(descriptor, path) }
  }

  var logger: Logger {
    Logger(label: "callboard") { _ in LogLines { self.take($0, $1) } }
  }

  func lastWarning(at now: Instant) -> String? {
    warning.withLock { warning in
      warning.flatMap { now - $0.at < Self.warningTime ? $0.text : nil }
    }
  }

  private func take(_ level: Logger.Level, _ message: String) {
    let now = Instant.now()
    if level >= .warning { warning.withLock { $0 = (message, now) } }
    guard let descriptor else { return }
    let line = Array(LogLines.line(level, message, now).utf8)
    _ = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }
}
