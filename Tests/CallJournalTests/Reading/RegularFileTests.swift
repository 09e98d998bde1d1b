import CallModel
import Foundation
import JournalTesting
import Testing

@testable import CallJournal

/// What stands in the folder of a journal, and is no file of it.
@Suite struct RegularFileTests {
  private let journal = TestJournal()

  /// Puts something that is no regular file under the name of a day.
  private func put(_ kind: String, as name: String) throws -> String {
    try journal.folder.create()
    let path = journal.folder.path + "/" + name
    let done =
      switch kind {
      case "a FIFO": mkfifo(path, 0o600)
      case "a folder": mkdir(path, 0o700)
      case "a device": symlink("/dev/zero", path)
      default: symlink("/nowhere/at/all", path)
      }
    try #require(done == 0)
    return path
  }

  @Test(arguments: ["a FIFO", "a folder", "a device", "a link to nothing"])
  func `it is refused by its name, and never waited for`(_ kind: String) throws {
    for name in ["2026-01-01.jsonl", "2025-12-31.jsonl", "2025-12-31.jsonl.gz"] {
      let path = try put(kind, as: name)
      let error = JournalError.notAFile(path: path, kind: kind)
      #expect(throws: error) { try journal.writer() }
      #expect(throws: error) { try journal.items() }
      #expect(throws: error) { try JournalAudit(journal.folder) { _ in } }
      #expect(throws: error) { try JournalCompaction(journal.folder).days(before: "2026-02-01") }
      #expect(error.description.contains("\(path) is \(kind), not a regular file"))
      try FileManager.default.removeItem(atPath: path)
    }
  }

  @Test func `a file that is exchanged after the listing is not waited for either`() throws {
    try journal.write([TestJournal.entry(1)])
    let days = try journal.folder.days()
    unlink(journal.folder.path(of: "2026-01-01"))
    _ = try put("a FIFO", as: "2026-01-01.jsonl")
    var reasons: [String] = []
    try JournalReader(days: days).forEach { item in
      if case .damaged(let damage) = item { reasons.append(damage.reason) }
      return true
    }
    #expect(reasons.count == 1 && reasons[0].contains("is a FIFO"), "\(reasons)")
  }

  @Test func `a link to a regular file is one`() throws {
    try journal.write([TestJournal.entry(1)])
    let path = journal.folder.path(of: "2026-01-01")
    let elsewhere = journal.folder.path + "/elsewhere"
    #expect(rename(path, elsewhere) == 0 && symlink(elsewhere, path) == 0)
    #expect(try journal.entries().map(\.sequence) == [1])
    let writer = try journal.writer()
    #expect(writer.keep(TestJournal.entry(2)) == .success(2))
    writer.close()
  }

  @Test func `a listener at work does not stop for what is put beside its day`() throws {
    let writer = try journal.writer()
    _ = try put("a FIFO", as: "2027-01-01.jsonl")
    #expect(writer.keep(TestJournal.entry(1)) == .success(1))
    #expect(writer.keep(TestJournal.entry(2, after: 86_400)) == .success(2))
    writer.close()
  }
}
