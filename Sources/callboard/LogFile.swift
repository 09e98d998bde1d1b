import CallModel
import Foundation
import Logging
import Synchronization

/// The log of a program whose terminal shows something else: a file, and the last warning, for the
/// status line.
final class LogFile: Sendable {
  private struct State {
    var descriptor: Int32 = -1
    var warning: (text: String, at: Instant)?
  }

  /// So long a warning stands in the status line.
  private static let warningTime = Duration.seconds(20)
  /// A larger file is put aside when the log is opened.
  private static let largest = 5_000_000

  private let state = Mutex(State())

  /// Without a path, or where it cannot be written, only the last warning is kept.
  init(path: String?) {
    guard let path else { return }
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    if let size = attributes?[.size] as? NSNumber, size.intValue > Self.largest {
      rename(path, path + ".1")
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    state.withLock { $0.descriptor = descriptor }
  }

  deinit {
    state.withLock { state in
      if state.descriptor >= 0 { close(state.descriptor) }
    }
  }

  var logger: Logger {
    Logger(label: "callboard") { _ in Handler(file: self) }
  }

  func lastWarning(at now: Instant) -> String? {
    state.withLock { state in
      state.warning.flatMap { now - $0.at < Self.warningTime ? $0.text : nil }
    }
  }

  private func take(_ level: Logger.Level, _ message: String) {
    let now = Instant.now()
    let time = CivilTime(now)
    let line = Array("\(time.date)T\(time.time)Z \(level.rawValue): \(message)\n".utf8)
    let descriptor = state.withLock { state in
      if level >= .warning { state.warning = (message, now) }
      return state.descriptor
    }
    // Outside of the lock: a disk that hangs must hold up nobody who looks for a warning.
    guard descriptor >= 0 else { return }
    _ = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  private struct Handler: LogHandler {
    let file: LogFile
    var logLevel = Logger.Level.info
    var metadata = Logger.Metadata()

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { file.take(event.level, event.message.description) }
  }
}
