import CallModel
import Logging

/// A log of plain lines, `2026-11-27T14:03:22Z warning: …`.
struct LogLines: LogHandler {
  /// Takes a message.
  let take: @Sendable (Logger.Level, String) -> Void
  var logLevel = Logger.Level.info
  var metadata = Logger.Metadata()

  init(take: @escaping @Sendable (Logger.Level, String) -> Void) { self.take = take }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) { take(event.level, event.message.description) }

  /// With its line feed.
  static func line(_ level: Logger.Level, _ message: String, _ now: Instant) -> String {
    let time = CivilTime(now)
    return "\(time.date)T\(time.time)Z \(level.rawValue): \(message)\n"
  }
}
