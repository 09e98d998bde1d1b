import Foundation
import JournalTesting
import Testing

@testable import CallJournal

@Suite struct JournalCompactionTests {
  private let journal = TestJournal()

  @Test func `old days become smaller and stay the same, the newest stays as it is`() throws {
    for day in 0..<3 {
      try journal.write((1...50).map { TestJournal.entry($0, after: day * 86_400) })
    }
    let before = try journal.entries()
    let compaction = JournalCompaction(journal.folder)
    for day in try compaction.days(before: "2026-02-01") {
      #expect(try compaction.compact(day) < day.bytes / 2)
    }
    #expect(try journal.entries() == before)
    #expect(
      try journal.folder.days().map(\.fileName) == [
        "2026-01-01.jsonl.gz", "2026-01-02.jsonl.gz", "2026-01-03.jsonl",
      ])
    #expect(try compaction.days(before: "2026-02-01").isEmpty)
    let attributes = try FileManager.default.attributesOfItem(
      atPath: journal.folder.path + "/2026-01-01.jsonl.gz")
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test func `a day that is there twice is read once, and compressed again`() throws {
    for day in 0..<2 { try journal.write([TestJournal.entry(day, after: day * 86_400)]) }
    let bytes = try journal.bytes()
    let compaction = JournalCompaction(journal.folder)
    for day in try compaction.days(before: "2026-02-01") { _ = try compaction.compact(day) }
    try journal.put(bytes)
    #expect(try journal.entries().map(\.sequence) == [1, 2])
    for day in try compaction.days(before: "2026-02-01") { _ = try compaction.compact(day) }
    #expect(try journal.entries().map(\.sequence) == [1, 2])
  }

  @Test func `a reader is not disturbed by days that are compressed or removed meanwhile`() throws {
    for day in 0..<4 { try journal.write([TestJournal.entry(day, after: day * 86_400)]) }
    let reader = JournalReader(days: try journal.folder.days())
    let compaction = JournalCompaction(journal.folder)
    let days = try compaction.days(before: "2026-02-01")
    _ = try compaction.compact(days[1])
    try FileManager.default.removeItem(atPath: days[0].path)
    var sequences: [UInt64] = []
    try reader.forEach { item in
      if case .entry(let entry) = item { sequences.append(entry.sequence) }
      return true
    }
    #expect(sequences == [2, 3, 4])
  }

  @Test func `writing goes on behind compressed days`() throws {
    for day in 0..<2 { try journal.write([TestJournal.entry(day, after: day * 86_400)]) }
    let compaction = JournalCompaction(journal.folder)
    for day in try compaction.days(before: "2026-02-01") { _ = try compaction.compact(day) }
    try journal.write([TestJournal.entry(5, after: 2 * 86_400)])
    #expect(try journal.entries().map(\.sequence) == [1, 2, 3])
  }

  @Test func `a compressed current day is not written behind its back`() throws {
    try journal.write([TestJournal.entry(1)])
    let gzip = try FileManager.default.contentsOfDirectory(atPath: journal.folder.path)
    #expect(gzip.contains("2026-01-01.jsonl"))
    let day = try #require(try journal.folder.days().first)
    _ = try JournalCompaction(journal.folder).compact(day)
    let error = #expect(throws: JournalError.self) { try journal.writer() }
    #expect(error?.description.contains("gunzip") == true)
  }
}
