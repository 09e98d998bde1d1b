import CallJournal
import CallModel
import CallbackWire
import Foundation
import Logging
import Synchronization

/// A journal in a folder of its own, which goes away with it.
package final class TestJournal: Sendable {
  /// 2026-01-01T10:00:00Z.
  package static let start = Instant(seconds: 1_767_261_600)

  package let folder: JournalFolder
  package let messages = Messages()

  package init() {
    let name = "journal-\(UUID().uuidString)"
    folder = JournalFolder(URL.temporaryDirectory.appending(path: name).path)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder.path) }

  package func settings(
    _ durability: JournalSettings.Durability = .os,
    retention: JournalRetention = JournalRetention(), now: Instant = start
  ) -> JournalSettings {
    var settings = JournalSettings(
      durability: durability, retention: retention, dayName: { CivilTime($0).date },
      clock: { now }, logger: messages.logger)
    settings.probeInterval = 0.01
    return settings
  }

  package func writer(_ settings: JournalSettings? = nil) throws -> JournalWriter {
    try JournalWriter(folder, settings ?? self.settings())
  }

  /// Writes entries one by one and closes the journal again.
  package func write(_ entries: [JournalEntry]) throws {
    let writer = try writer()
    for entry in entries { _ = writer.keep(entry) }
    writer.close()
  }

  /// A callback of the call with that number, a number of seconds after the start.
  package static func entry(
    _ number: Int, event: String = "Dial", after seconds: Int = 0, body: [UInt8] = []
  ) -> JournalEntry {
    let target =
      "/exotel?CallSid=c\(number)&CallFrom=09812300001&DialWhomNumber=09880000001&EventType=\(event)"
    return JournalEntry(
      sequence: 0, arrivedAt: start + .seconds(seconds), peer: "127.0.0.1:9",
      raw: RawCallback(method: "GET", target: target, body: body))
  }

  package func items() throws -> [JournalReader.Item] {
    var items: [JournalReader.Item] = []
    try JournalReader(days: folder.days()).forEach { item in
      items.append(item)
      return true
    }
    return items
  }

  package func entries() throws -> [JournalEntry] {
    try items().compactMap { if case .entry(let entry) = $0 { entry } else { nil } }
  }

  package func damages() throws -> [JournalDamage] {
    try items().compactMap { if case .damaged(let damage) = $0 { damage } else { nil } }
  }

  package func bytes(of day: String = "2026-01-01") throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: folder.path(of: day))))
  }

  package func put(_ bytes: some Sequence<UInt8>, as day: String = "2026-01-01") throws {
    try folder.create()
    try Data(bytes).write(to: URL(filePath: folder.path(of: day)))
  }
}

extension JournalWriter {
  /// Waits until it is written, or not.
  package func keep(_ entry: JournalEntry) -> Outcome {
    let outcome = Mutex<Outcome?>(nil)
    let done = DispatchSemaphore(value: 0)
    append(entry) { kept in
      outcome.withLock { $0 = kept }
    } tell: { _ in
      done.signal()
    }
    done.wait()
    return outcome.withLock { $0 } ?? .failure(.closed)
  }
}

/// What a log was told.
package final class Messages: Sendable {
  private let lines = Mutex<[String]>([])

  package var all: [String] { lines.withLock { $0 } }
  package var logger: Logger { Logger(label: "test") { _ in Handler(messages: self) } }

  private struct Handler: LogHandler {
    let messages: Messages
    var logLevel = Logger.Level.trace
    var metadata = Logger.Metadata()

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      messages.lines.withLock { $0.append("\(event.level): \(event.message)") }
    }
  }
}
