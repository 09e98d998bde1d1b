import CallModel
import Foundation
import JournalTesting
import Testing

@testable import CallJournal

@Suite struct JournalAuditTests {
  private let journal = TestJournal()

  private func audit() throws -> JournalAudit { try JournalAudit(journal.folder) { _ in } }

  @Test func `a sound journal is counted`() throws {
    var refused = TestJournal.entry(3, after: 86_400)
    refused.rejection = .init(status: 400, reason: "no")
    try journal.write([TestJournal.entry(1), TestJournal.entry(2, after: 60), refused])
    let audit = try audit()
    #expect(audit.isSound)
    #expect(audit.sequences == 1...3)
    #expect(audit.days.map(\.accepted) == [2, 0])
    #expect(audit.days.map(\.rejected) == [0, 1])
    #expect(audit.days[0].last == TestJournal.start + .seconds(60))
  }

  @Test func `missing lines, and lines of another journal, are found`() throws {
    try journal.write((1...6).map { TestJournal.entry($0) })
    let lines = try journal.bytes().split(separator: 0x0A).map { Array($0) + [0x0A] }
    try journal.put(lines[0] + lines[3] + lines[4] + lines[1])
    let audit = try audit()
    #expect(!audit.isSound)
    #expect(audit.days[0].gaps == [.init(before: 1, after: 4), .init(before: 5, after: 2)])
    #expect(audit.days[0].gaps.map(\.description).first == "2 missing between 1 and 4")
  }

  @Test func `damage is named with its line, a line being written is not damage`() throws {
    try journal.write((1...3).map { TestJournal.entry($0) })
    var bytes = try journal.bytes()
    try journal.put(bytes.dropLast(9))
    #expect(try audit().isSound)
    bytes[20] ^= 4
    try journal.put(bytes)
    let damaged = try audit()
    #expect(!damaged.isSound)
    #expect(damaged.days[0].damages.map(\.lines) == [1...1])
  }

  @Test func `what is damaged is not told once more as missing`() throws {
    try journal.write((1...9).map { TestJournal.entry($0) })
    var lines = try journal.bytes().split(separator: 0x0A).map { Array($0) + [0x0A] }
    lines[2][20] ^= 4
    try journal.put(lines[0...4].joined())
    #expect(try audit().days[0].damages.count == 1 && audit().days[0].gaps.isEmpty)
    lines[6][20] ^= 4
    try journal.put(lines[0...4].joined() + lines[6] + lines[8])
    #expect(
      try audit().days[0].gaps.map(\.description) == ["2 missing between 5 and 9"])
  }

  /// A day that is compressed, by its path.
  private func compressedDay() throws -> URL {
    for day in 0..<2 {
      try journal.write((1...200).map { TestJournal.entry($0, after: day * 86_400) })
    }
    let compaction = JournalCompaction(journal.folder)
    let day = try #require(try compaction.days(before: "2026-02-01").first)
    _ = try compaction.compact(day)
    return URL(filePath: day.path + ".gz")
  }

  @Test(arguments: [
    ("nothing", "it is empty, which no gzip file is"), ("text", "it is no gzip file"),
    ("cut", "it is cut off: its end is missing"),
    ("tail", "something else stands behind the end of what is compressed"),
    ("flip", "it cannot be decompressed"),
  ])
  func `a compressed day that is none is not called sound`(
    _ fault: String, _ reason: String
  ) throws {
    let file = try compressedDay()
    let whole = try Data(contentsOf: file)
    var flipped = whole
    flipped[whole.count / 2] ^= 0x55
    let bytes: [String: Data] = [
      "nothing": Data(), "text": Data("{}\n".utf8), "cut": whole.dropLast(4),
      "tail": whole + Data("more".utf8), "flip": flipped,
    ]
    try #require(bytes[fault]).write(to: file)
    let audit = try audit()
    #expect(!audit.isSound)
    #expect(audit.days[0].damages.last?.reason.contains(reason) == true, "\(audit.days[0].damages)")
    #expect(audit.days[1].damages.isEmpty && audit.days[1].gaps.isEmpty)
  }

  @Test func `gzip files one behind another are one`() throws {
    let file = try compressedDay()
    let whole = try Data(contentsOf: file)
    try (whole + whole).write(to: file)
    let audit = try audit()
    #expect(audit.days[0].accepted == 400 && audit.days[0].damages.isEmpty)
  }

  @Test func `a compressed day that was cut short is found`() throws {
    for day in 0..<2 {
      let entries = (1...200).map { TestJournal.entry($0, after: day * 86_400) }
      try journal.write(entries)
    }
    let compaction = JournalCompaction(journal.folder)
    let day = try #require(try compaction.days(before: "2026-02-01").first)
    let bytes = try compaction.compact(day)
    let path = day.path + ".gz"
    #expect(try audit().isSound)
    let data = try Data(contentsOf: URL(filePath: path))
    #expect(data.count == bytes)
    try data.prefix(bytes / 2).write(to: URL(filePath: path))
    #expect(try !audit().isSound)
  }
}
