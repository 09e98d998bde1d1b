import CallModel
import CallbackWire
import Foundation
import JournalTesting
import Testing

@testable import CallJournal

/// What is left of a journal that was cut or changed.
@Suite struct JournalDamageTests {
  private let journal = TestJournal()
  private let whole: [UInt8]
  private let lines: [[UInt8]]

  init() throws {
    try journal.write((1...5).map { TestJournal.entry($0, after: $0) })
    whole = try journal.bytes()
    lines = whole.split(separator: 0x0A).map { Array($0) + [0x0A] }
  }

  /// The calls that the journal's entries are about.
  private func sids() throws -> Set<String> {
    Set(try journal.entries().compactMap { $0.callback(by: CallbackDecoder())?.sid })
  }

  @Test func `cut anywhere in its last two lines, it loses those that are not whole`() throws {
    let uncut = lines.dropLast(2).reduce(0) { $0 + $1.count }
    for end in uncut...whole.count {
      try journal.put(whole[..<end])
      let writer = try journal.writer()
      #expect(writer.keep(TestJournal.entry(9, after: 9)) != .failure(.closed))
      writer.close()
      // A line that lacks its line feed alone is whole.
      let left = end >= whole.count - 1 ? 5 : end >= whole.count - lines[4].count - 1 ? 4 : 3
      let entries = try journal.entries()
      #expect(entries.map(\.sequence) == Array(1...UInt64(left + 1)), "cut at \(end)")
      #expect(entries.last?.raw == TestJournal.entry(9).raw)
      #expect(try journal.damages().isEmpty)
      #expect(try sids().count == left + 1)
    }
  }

  @Test func `what is cut off is said`() throws {
    try journal.put(whole.dropLast(10))
    try journal.writer().close()
    #expect(journal.messages.all.count == 1)
    #expect(journal.messages.all.first?.contains("not written to its end") == true)
  }

  @Test func `while it is only read, a torn line is told from a damaged one`() throws {
    var bytes = Array(whole.dropLast(10))
    bytes[lines[0].count + 30] ^= 1
    try journal.put(bytes)
    #expect(try journal.damages().map(\.isTorn) == [false, true])
    #expect(try journal.damages().map(\.lines) == [2...2, 5...5])
    #expect(try journal.entries().map(\.sequence) == [1, 3, 4])
  }

  @Test func `changed bytes cost the lines in which they are, and no other`() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      var bytes = whole
      var hit: Set<Int> = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<(whole.count - 1), using: &random)
        // Another line feed, or one less, makes lines of its own kind; they have a test.
        guard whole[place] != 0x0A else { continue }
        let byte = UInt8.random(in: 0...255, using: &random)
        // The letter case of a checksum's digits says nothing.
        guard byte != 0x0A, byte | 0x20 != whole[place] | 0x20 else { continue }
        bytes[place] = byte
        hit.insert(whole[..<place].count { $0 == 0x0A })
      }
      try journal.put(bytes)
      let lost = Set(try journal.damages().flatMap { damage in damage.lines.map { $0 - 1 } })
      #expect(lost == hit)
      #expect(try journal.entries().count == 5 - hit.count)
    }
  }

  @Test func `a lost line feed costs two lines, a new one costs one`() throws {
    var bytes = whole
    bytes[lines[0].count - 1] = 0x20
    try journal.put(bytes)
    #expect(try journal.entries().map(\.sequence) == [3, 4, 5])
    bytes = whole
    bytes[30] = 0x0A
    try journal.put(bytes)
    #expect(try journal.entries().map(\.sequence) == [2, 3, 4, 5])
    try journal.writer().close()
  }

  @Test func `zeros in the place of what the disk never got are cut off`() throws {
    try journal.put(whole + [UInt8](repeating: 0, count: 3_000_000))
    let writer = try journal.writer()
    #expect(writer.keep(TestJournal.entry(6)) == .success(6))
    writer.close()
    #expect(try journal.entries().map(\.sequence) == Array(1...6))
    #expect(try journal.damages().isEmpty)
  }

  @Test func `a line without end costs no memory and no other line`() throws {
    let endless = [UInt8](repeating: 0x61, count: 5_000_000) + [0x0A]
    try journal.put(lines[0] + endless + lines[1])
    #expect(try journal.entries().map(\.sequence) == [1, 2])
    #expect(try journal.damages().map(\.lines) == [2...2])
  }

  @Test func `damaged lines one behind another are one damage`() throws {
    let junk = Array("\n\nno entry\n\n\n\n{}\n".utf8)
    try journal.put(lines[0] + junk + lines[1] + lines[2].dropLast(9))
    #expect(try journal.damages().map(\.lines) == [2...8, 10...10])
    #expect(try journal.damages().first?.description.hasSuffix("lines 2 to 8: it is empty") == true)
    #expect(try journal.entries().map(\.sequence) == [1, 2])
    let newer = TestLines.line(version: 2, members: Array("\"new\":1".utf8))
    try journal.put(lines[0] + junk + newer)
    let path = journal.folder.path(of: "2026-01-01")
    #expect(throws: JournalError.newer(path: path, line: 9, format: 2)) { try journal.entries() }
  }

  @Test func `a recording goes on behind damaged lines where it was left`() throws {
    let junk = Array("no entry\n\n".utf8)
    try journal.put(lines[0] + junk + lines[1] + junk + lines[2])
    let index = try RecordingIndex(journal.folder.days())
    #expect(index.damagedCount == 4)
    for entry in 0..<3 {
      var tape = RecordingTape(index)
      try tape.wind(to: entry)
      #expect(try tape.next()?.sequence == UInt64(entry + 1))
    }
  }

  @Test func `millions of empty lines are one damage, and soon over`() throws {
    let empty = [UInt8](repeating: 0x0A, count: 5_000_000)
    try journal.put(lines[0] + empty + lines[1])
    let began = ContinuousClock.now
    #expect(try journal.damages().map(\.lines) == [2...5_000_001])
    #expect(try journal.entries().map(\.sequence) == [1, 2])
    #expect(ContinuousClock.now - began < .seconds(10))
  }

  @Test func `a newer format is refused, with its place`() throws {
    let newer = TestLines.line(version: 2, members: Array("\"new\":1".utf8))
    try journal.put(lines[0] + newer + lines[1])
    let path = journal.folder.path(of: "2026-01-01")
    #expect(throws: JournalError.newer(path: path, line: 2, format: 2)) {
      try journal.entries()
    }
  }
}
