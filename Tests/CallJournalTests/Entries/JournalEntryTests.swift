import CallModel
import CallbackWire
import Foundation
import Testing

@testable import CallJournal

@Suite struct JournalEntryTests {
  private static func entry(_ body: [UInt8], type: String? = nil) -> JournalEntry {
    JournalEntry(
      sequence: 7, arrivedAt: Instant(milliseconds: 1_767_261_600_123), peer: "[::1]:80",
      raw: RawCallback(method: "POST", target: "/exotel?a=%20b", contentType: type, body: body))
  }

  private func reread(_ entry: JournalEntry) throws -> JournalEntry {
    try JournalEntry(line: entry.line.dropLast())
  }

  @Test func `a line is JSON that anybody can read`() throws {
    let line = Self.entry(Array("{\"CallSid\":\"x\"}".utf8), type: "application/json").line
    let text = String(decoding: line, as: UTF8.self)
    #expect(
      text.hasPrefix(
        #"{"v":1,"seq":7,"at":"2026-01-01T10:00:00.123Z","peer":"[::1]:80","method":"POST","#
          + #""target":"/exotel?a=%20b","headers":{"content-type":"application/json"},"#
          + #""body":"{\"CallSid\":\"x\"}","crc":""#))
    #expect(text.hasSuffix("\"}\n"))
    #expect(try JSONSerialization.jsonObject(with: Data(line)) is [String: Any])
  }

  @Test(arguments: [
    [], Array("plain".utf8), Array("\"\\\n\r\t\u{0}\u{1b}[31m".utf8), Array("नमस्ते 👋🏽 \u{202e}".utf8),
    [0xFF, 0xFE, 0x00, 0x80], Array(0...255), Array("null".utf8),
  ])
  func `any body comes back as it was`(_ body: [UInt8]) throws {
    let entry = Self.entry(body)
    #expect(!entry.line.dropLast().contains { $0 < 0x20 || $0 == 0x7F })
    #expect(try reread(entry) == entry)
  }

  @Test(arguments: [0, 1_001, -86_400_000, -62_135_596_800_000, 253_402_300_799_000])
  func `what came while the clock was wrong comes back`(_ milliseconds: Int64) throws {
    var entry = Self.entry([1])
    entry.arrivedAt = Instant(milliseconds: milliseconds)
    #expect(try reread(entry) == entry)
    #expect(try JournalEntry.arrival(line: entry.line.dropLast()) == entry.arrivedAt)
  }

  @Test func `a year that cannot be written does not cost the callback`() throws {
    for milliseconds in [Int64.min, .max] {
      var entry = Self.entry([1])
      entry.arrivedAt = Instant(milliseconds: milliseconds)
      #expect(try reread(entry).raw == entry.raw)
    }
  }

  @Test func `a rejection and its reason come back`() throws {
    var entry = Self.entry([1, 2])
    entry.rejection = .init(status: 415, reason: "\"text/xml\" is unknown")
    #expect(try reread(entry) == entry)
  }

  @Test func `a sequence beyond any journal is damage`() {
    var entry = Self.entry([])
    entry.sequence = .max
    #expect(throws: JournalLineError.self) { try reread(entry) }
  }

  @Test func `random entries come back`() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let length = Int.random(in: 0...300, using: &random)
      let body = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      let target = String(decoding: body.prefix(40), as: UTF8.self)
      var entry = Self.entry(body, type: String(target.prefix(9)))
      entry.raw.target = target
      #expect(try reread(entry) == entry)
    }
  }

  @Test func `every changed bit is found out`() {
    let line = Array(Self.entry(Array("body".utf8)).line.dropLast())
    for place in line.indices {
      for bit in 0..<8 {
        var changed = line
        changed[place] ^= 1 << UInt8(bit)
        // The letter case of the checksum's digits says nothing.
        if String(decoding: changed, as: UTF8.self).lowercased()
          == String(decoding: line, as: UTF8.self).lowercased(), place >= line.count - 10
        {
          continue
        }
        #expect(throws: JournalLineError.self) { try JournalEntry(line: changed[...]) }
      }
    }
  }

  @Test func `every shorter line is found out`() {
    let line = Array(Self.entry(Array("body".utf8)).line.dropLast())
    for end in line.indices {
      #expect(throws: JournalLineError.self) { try JournalEntry(line: line[..<end]) }
    }
  }

  @Test func `a newer format is told from damage`() {
    let members = Array(#""at":[1],"new":true"#.utf8)
    var line: [UInt8] = []
    JournalEntry.appendLine(sequence: 3, members: members, to: &line)
    #expect(throws: JournalLineError.self) { try JournalEntry(line: line.dropLast()) }
    let newer = TestLines.line(version: 2, members: members)
    #expect(throws: JournalLineError.newer(format: 2)) {
      try JournalEntry(line: newer.dropLast())
    }
  }
}

/// Lines that this version does not write.
enum TestLines {
  static func line(version: Int, members: [UInt8]) -> [UInt8] {
    var line: [UInt8] = []
    JournalEntry.appendLine(version: version, sequence: 1, members: members, to: &line)
    return line
  }
}
