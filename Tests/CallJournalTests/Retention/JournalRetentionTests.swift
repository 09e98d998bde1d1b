import CallModel
import JournalTesting
import Testing

@testable import CallJournal

@Suite struct JournalRetentionTests {
  private let days = (1...5).map {
    JournalFolder.Day(name: "2026-01-0\($0)", path: "", isCompressed: false, bytes: 100)
  }

  private func excess(_ retention: JournalRetention) -> [String] {
    let now = TestJournal.start + .seconds(4 * 86_400)
    return retention.excess(of: days, now: now, dayName: { CivilTime($0).date }).map(\.name)
  }

  @Test func `nothing goes unless it is asked for`() {
    #expect(excess(JournalRetention()).isEmpty)
  }

  @Test func `days older than asked for go`() {
    #expect(excess(JournalRetention(age: .seconds(2 * 86_400))) == ["2026-01-01", "2026-01-02"])
  }

  @Test func `the oldest go while all are larger than asked for`() {
    #expect(excess(JournalRetention(bytes: 300)) == ["2026-01-01", "2026-01-02"])
    #expect(excess(JournalRetention(bytes: 301)) == ["2026-01-01", "2026-01-02"])
    #expect(excess(JournalRetention(bytes: 500)).isEmpty)
  }

  @Test func `the current day stays, however large it is`() {
    #expect(excess(JournalRetention(age: .seconds(1), bytes: 1)).count == 4)
  }
}
