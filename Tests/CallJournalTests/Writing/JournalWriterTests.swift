import CallModel
import CallbackWire
import Foundation
import JournalTesting
import Synchronization
import Testing

@testable import CallJournal

@Suite struct JournalWriterTests {
  private let journal = TestJournal()

  @Test func `entries are counted from 1, across restarts`() throws {
    try journal.write([TestJournal.entry(1), TestJournal.entry(2)])
    try journal.write([TestJournal.entry(3)])
    #expect(try journal.entries().map(\.sequence) == [1, 2, 3])
  }

  @Test func `only the own user can read it`() throws {
    try journal.write([TestJournal.entry(1)])
    func mode(_ path: String) throws -> Int? {
      let value = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      return (value as? NSNumber)?.intValue
    }
    #expect(try mode(journal.folder.path) == 0o700)
    #expect(try mode(journal.folder.path(of: "2026-01-01")) == 0o600)
  }

  @Test func `a second process is told who has it`() throws {
    let first = try journal.writer()
    let expected = JournalError.inUse(folder: journal.folder.path, process: "\(getpid())")
    #expect(throws: expected) { try journal.writer() }
    #expect(expected.description.contains("--data"))
    first.close()
    try journal.writer().close()
  }

  @Test func `each day has its file, and no day is begun again`() throws {
    let day = 86_400
    try journal.write([
      TestJournal.entry(1), TestJournal.entry(2, after: day), TestJournal.entry(3, after: 60),
    ])
    try journal.write([TestJournal.entry(4, after: 120)])
    #expect(try journal.folder.days().map(\.name) == ["2026-01-01", "2026-01-02"])
    #expect(try journal.entries().map(\.sequence) == [1, 2, 3, 4])
  }

  @Test func `many at once are all kept, in the order of their sequences`() async throws {
    let writer = try journal.writer()
    let kept = Mutex<[UInt64]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { lane in
      for number in 0..<250 {
        writer.append(TestJournal.entry(lane * 1_000 + number)) { outcome in
          if case .success(let sequence) = outcome { kept.withLock { $0.append(sequence) } }
        } tell: { _ in
        }
      }
    }
    writer.close()
    #expect(kept.withLock { $0 } == Array(1...2_000))
    let entries = try journal.entries()
    #expect(entries.map(\.sequence) == Array(1...2_000))
    #expect(Set(entries.map(\.raw.target)).count == 2_000)
  }

  @Test func `nothing is taken once it is closed`() throws {
    let writer = try journal.writer()
    writer.close()
    #expect(writer.keep(TestJournal.entry(1)) == .failure(.closed))
  }

  @Test func `a file that was removed is begun anew`() throws {
    let writer = try journal.writer()
    _ = writer.keep(TestJournal.entry(1))
    try FileManager.default.removeItem(atPath: journal.folder.path(of: "2026-01-01"))
    #expect(writer.keep(TestJournal.entry(2)) == .success(2))
    writer.close()
    #expect(try journal.entries().map(\.sequence) == [2])
  }

  @Test func `a file that was renamed is begun anew`() throws {
    let writer = try journal.writer()
    _ = writer.keep(TestJournal.entry(1))
    let path = journal.folder.path(of: "2026-01-01")
    try FileManager.default.moveItem(atPath: path, toPath: path + ".backup")
    #expect(writer.keep(TestJournal.entry(2)) == .success(2))
    writer.close()
    #expect(try journal.entries().map(\.sequence) == [2])
  }

  @Test func `once its lock is gone it keeps nothing while another process writes`() throws {
    let first = try journal.writer()
    #expect(first.keep(TestJournal.entry(1)) == .success(1))
    try FileManager.default.removeItem(atPath: journal.folder.path + "/lock")
    let second = try journal.writer()
    #expect(second.keep(TestJournal.entry(2)) == .success(2))
    guard case .failure(.inUse) = first.keep(TestJournal.entry(3)) else {
      Issue.record("two processes write into one folder")
      return
    }
    second.close()
    #expect(first.keep(TestJournal.entry(4)) == .success(3))
    first.close()
    #expect(try journal.entries().map(\.sequence) == [1, 2, 3])
  }

  @Test func `while it fails everything is refused, and it recovers by itself`() async throws {
    let writer = try journal.writer()
    let parked = journal.folder.path + "-parked"
    try FileManager.default.moveItem(atPath: journal.folder.path, toPath: parked)
    try FileManager.default.removeItem(atPath: parked + "/2026-01-01.jsonl", ifThere: true)
    guard case .failure(let error) = writer.keep(TestJournal.entry(1)) else {
      Issue.record("an entry was kept without a folder")
      return
    }
    #expect(error.description.contains("No such file"))
    #expect(writer.fault == error)
    try FileManager.default.moveItem(atPath: parked, toPath: journal.folder.path)
    while writer.fault != nil { try await Task.sleep(for: .milliseconds(2)) }
    #expect(writer.keep(TestJournal.entry(2)) == .success(1))
    writer.close()
    #expect(try journal.entries().map(\.raw.target) == [TestJournal.entry(2).raw.target])
    #expect(journal.messages.all.map { $0.prefix(5) } == ["error", "notic"])
  }

  @Test func `what need not be kept goes, but never the current day`() async throws {
    for day in 0..<4 { try journal.write([TestJournal.entry(day, after: day * 86_400)]) }
    let now = TestJournal.start + .seconds(3 * 86_400)
    let settings = journal.settings(
      retention: JournalRetention(age: .seconds(2 * 86_400), bytes: 1), now: now)
    let writer = try journal.writer(settings)
    while try journal.folder.days().count > 1 { try await Task.sleep(for: .milliseconds(2)) }
    #expect(try journal.folder.days().map(\.name) == ["2026-01-04"])
    #expect(writer.keep(TestJournal.entry(9, after: 3 * 86_400)) == .success(5))
    writer.close()
    #expect(journal.messages.all.filter { $0.contains("removed") }.count == 3)
  }
}

extension FileManager {
  fileprivate func removeItem(atPath path: String, ifThere: Bool) throws {
    if fileExists(atPath: path) { try removeItem(atPath: path) }
  }
}
