import CallModel
import CallbackWire
import JournalTesting
import Testing

@testable import CallJournal

@Suite struct PastCallsTests {
  private let journal = TestJournal()

  /// A conversation of half a minute that begins a number of seconds after the start.
  private func conversation(_ number: Int, at second: Int) -> [JournalEntry] {
    zip(["Dial", "Ringing", "Answered", "Terminal"], [0, 2, 10, 40]).map { event, after in
      TestJournal.entry(number, event: event, after: second + after)
    }
  }

  private func calls(
    from start: Int, to end: Int, now: Int = 900_000
  ) throws -> (rows: [CallRow], damaged: Int) {
    var rows: [CallRow] = []
    let past = PastCalls(
      folder: journal.folder, decoder: CallbackDecoder(), rules: CallRules(), roster: Roster(),
      dayName: { CivilTime($0).date })
    let (begin, limit) = (
      TestJournal.start + .seconds(start), TestJournal.start + .seconds(end)
    )
    let damaged = try past.forEach(in: begin..<limit, now: TestJournal.start + .seconds(now)) {
      rows.append($0)
    }
    return (rows, damaged)
  }

  @Test func `calls of many days come out once each, whole, the first ended first`() throws {
    let hour = 3_600
    try journal.write((0..<200).flatMap { conversation($0, at: $0 * hour) })
    let rows = try calls(from: -hour, to: 300 * hour).rows
    #expect(rows.map(\.call.sid) == (0..<200).map { "c\($0)" })
    #expect(
      rows.filter { $0.call.talk != .seconds(30) || $0.call.callbackCount != 4 }.map(\.call) == [])
  }

  @Test func `only calls that began in the period come, with what was said of them later`() throws {
    try journal.write((0..<20).flatMap { conversation($0, at: $0 * 60) })
    let rows = try calls(from: 5 * 60, to: 10 * 60 + 1).rows
    #expect(rows.map(\.call.sid) == (5...10).map { "c\($0)" })
    #expect(rows.allSatisfy { $0.call.outcome == .completed })
  }

  @Test func `what came many hours later is still of the same call`() throws {
    try journal.write([
      TestJournal.entry(1, event: "Dial"), TestJournal.entry(1, event: "Answered", after: 5),
      TestJournal.entry(1, event: "Terminal", after: 11 * 3_600),
    ])
    #expect(try calls(from: -60, to: 3_600).rows.map(\.call.callbackCount) == [3])
    #expect(try calls(from: 10 * 3_600, to: 12 * 3_600).rows.isEmpty)
  }

  @Test func `a call that lives is among them`() throws {
    try journal.write([TestJournal.entry(1, event: "Ringing", after: 0)])
    #expect(try calls(from: -60, to: 60, now: 30).rows.map(\.call.state) == [.ringing])
    #expect(try calls(from: -60, to: 60).rows.map(\.call.state) == [.ended])
  }

  @Test func `compressed days are read, damaged lines counted`() throws {
    let day = 86_400
    try journal.write((0..<3).flatMap { conversation($0, at: $0 * day) })
    var bytes = try journal.bytes(of: "2026-01-02")
    bytes[40] ^= 1
    try journal.put(bytes, as: "2026-01-02")
    let compaction = JournalCompaction(journal.folder)
    for day in try compaction.days(before: "2026-02-01") { _ = try compaction.compact(day) }
    #expect(try journal.folder.days().map(\.isCompressed) == [true, true, false])
    let (rows, damaged) = try calls(from: -60, to: 4 * day)
    #expect(rows.map(\.call.callbackCount) == [4, 3, 4])
    #expect(damaged == 1)
  }

  @Test func `what was refused for its content is understood by a better decoder`() throws {
    var refused = TestJournal.entry(1)
    refused.rejection = .init(status: 400, reason: "not known yet", isOfContent: true)
    var forbidden = TestJournal.entry(2)
    forbidden.rejection = .init(status: 401, reason: "the key is wrong")
    var malformed = TestJournal.entry(3)
    malformed.rejection = .init(status: 400, reason: "no HTTP, and nobody asked for its key")
    try journal.write([refused, forbidden, malformed])
    #expect(try calls(from: -60, to: 60).rows.map(\.call.sid) == ["c1"])
  }
}
