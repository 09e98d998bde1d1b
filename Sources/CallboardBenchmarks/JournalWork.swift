import CallJournal
import CallModel
import CallbackWire
import Foundation
import Logging
import Monitoring
import Synchronization

/// What a journal takes a second, writing alone, with as many entries under way as there are connections.
enum JournalWork {
  private static let entries = 200_000
  private static let connections = 64

  static func run() throws {
    print("\nThe journal, 64 entries under way")
    for durability in [JournalSettings.Durability.sync, .os] { try measure(durability) }
  }

  private static func measure(_ durability: JournalSettings.Durability) throws {
    let path = FileManager.default.temporaryDirectory.path + "/journal-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let settings = JournalSettings(
      durability: durability, dayName: { CivilTime($0).date },
      clock: { Instant(seconds: 1_767_261_600) },
      logger: Logger(label: "benchmark") { _ in SwiftLogNoOpLogHandler() })
    let monitor = CallMonitor(
      decoder: CallbackDecoder(), board: CallBoard(),
      clock: { Instant(seconds: 1_767_261_600) }, windowStart: { $0 },
      journal: try JournalWriter(JournalFolder(path), settings))
    // Refused requests are kept as accepted ones are, and cost the board nothing.
    let request = CallbackRequest(
      raw: RawCallback(method: "GET", target: "/exotel?" + String(repeating: "x", count: 300)),
      peer: "127.0.0.1:4711", arrivedAt: Instant(seconds: 1_767_261_600))
    let begin = ContinuousClock.now
    var sent = 0
    while sent < entries {
      let kept = monitor.read { _, wire, _ in wire.rejected }
      guard sent - kept < connections else { continue }
      for _ in 0..<(connections - sent + kept) {
        monitor.refuse(request, status: 401, reason: "benchmark")
        sent += 1
      }
    }
    while monitor.read({ _, wire, _ in wire.rejected }) < entries {}
    let spent = (ContinuousClock.now - begin).inSeconds
    Measure.row("\(durability.rawValue): write an entry", spent * 1e9 / Double(entries))
  }
}
