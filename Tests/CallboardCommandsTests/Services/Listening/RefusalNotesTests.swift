import Logging
import Synchronization
import Testing

@testable import CallboardCommands

@Suite struct RefusalNotesTests {
  private final class Lines: Sendable {
    let all = Mutex<[String]>([])
  }

  private struct Handler: LogHandler {
    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { lines.all.withLock { $0.append("\(event.message)") } }
  }

  @Test func `it is said at once, then once an hour`() {
    let lines = Lines()
    var notes = RefusalNotes(logger: Logger(label: "x") { _ in Handler(lines: lines) })
    let start = ContinuousClock.now
    notes.note(0, at: start)
    notes.note(1, at: start)
    for second in 1...100 { notes.note(second * 10, at: start + .seconds(second)) }
    notes.note(1_001, at: start + .seconds(3_600))
    let said = lines.all.withLock { $0 }
    #expect(said.count == 2)
    #expect(said.first?.hasPrefix("a refused request is not kept") == true)
    #expect(said.last?.hasPrefix("1000 refused requests are not kept") == true)
  }
}
