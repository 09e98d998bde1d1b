import CallJournal
import CallModel
import CallbackWire
import Foundation
import JournalTesting
import Logging
import Testing

@testable import Monitoring

@Suite struct CallbackRecordingTests {
  private let file = URL.temporaryDirectory.appending(path: "recording-\(UUID().uuidString).jsonl")
  private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  private var entries: [JournalEntry] {
    get throws {
      let bytes = [UInt8](try Data(contentsOf: file))
      return try bytes.split(separator: UInt8(ascii: "\n")).map { try JournalEntry(line: $0) }
    }
  }

  @Test(arguments: [false, true])
  func `what is answered is recorded, in its order and with its sequence`(_ isKept: Bool) throws {
    defer { try? FileManager.default.removeItem(at: file) }
    let journal = TestJournal()
    let writer = isKept ? try journal.writer() : nil
    let recording = try CallbackRecording(file.path, logger: logger)
    let monitor = CallMonitor(
      decoder: CallbackDecoder(), board: CallBoard(), clock: { TestJournal.start },
      windowStart: { $0 }, journal: writer, recording: recording)
    let done = DispatchSemaphore(value: 0)
    for number in 1...50 {
      let raw = TestJournal.entry(number).raw
      monitor.receive(
        CallbackRequest(raw: raw, peer: "127.0.0.1:9", arrivedAt: TestJournal.start)
      ) { _ in done.signal() }
    }
    for _ in 1...50 { done.wait() }
    writer?.close()
    recording.close()
    #expect(try entries.map(\.sequence) == Array(1...50))
    #expect(try entries.map(\.raw) == (1...50).map { TestJournal.entry($0).raw })
    if isKept { #expect(try entries == journal.entries()) }
  }

  @Test func `a file that is there is left alone`() throws {
    defer { try? FileManager.default.removeItem(at: file) }
    try "mine".write(to: file, atomically: true, encoding: .utf8)
    #expect(throws: JournalError.self) { try CallbackRecording(file.path, logger: logger) }
    #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
  }

  @Test func `a link that somebody has put there is not followed`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: file.path, withDestinationPath: "/dev/null")
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(throws: JournalError.self) { try CallbackRecording(file.path, logger: logger) }
  }
}
