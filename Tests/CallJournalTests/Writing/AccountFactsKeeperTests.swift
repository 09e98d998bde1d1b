import CallModel
import CallbackWire
import Foundation
import JournalTesting
import Testing

@testable import CallJournal

@Suite struct AccountFactsKeeperTests {
  private let journal = TestJournal()

  init() throws { try journal.folder.create() }

  private var file: AccountFactsFile { AccountFactsFile(journal.folder, country: .india) }

  private func keeper(now: Instant = TestJournal.start) -> AccountFactsKeeper {
    AccountFactsKeeper(file, clock: { now }, logger: journal.messages.logger)
  }

  private static func progress(_ line: Int, at second: Int = 0) -> AccountFact {
    .progress(
      line: "+91804455\(1_000 + line)", family: .connect,
      since: TestJournal.start + .seconds(second))
  }

  private var bytes: [UInt8] { (try? Array(Data(contentsOf: URL(filePath: file.path)))) ?? [] }

  @Test func `what is kept is there at the next start, and how much was read`() throws {
    let first = keeper()
    #expect(first.load().facts.isEmpty)
    first.keep([Self.progress(1), Self.progress(2)])
    first.close()
    #expect(try Set(file.contents().facts) == [Self.progress(1), Self.progress(2)])
    #expect(try file.contents().readUpTo == nil, "not all of the journal has been read")
    let second = keeper()
    #expect(Set(second.load().facts) == [Self.progress(1), Self.progress(2)])
    second.complete()
    second.keep([Self.progress(3), Self.progress(1)])
    second.close()
    let contents = try file.contents()
    #expect(Set(contents.facts) == [Self.progress(1), Self.progress(2), Self.progress(3)])
    #expect(contents.facts.count == 3, "what is no news is not written")
    #expect(contents.readUpTo == TestJournal.start - .seconds(60) && contents.damaged == 0)
  }

  @Test func `a line that is not whole costs itself, lines of later versions stay`() throws {
    let later = JournalEntry.checkedLine(version: 2) {
      $0.field("fact", "hours")
      $0.field("since", TestJournal.start)
    }
    let torn = try #require(Self.progress(2).line).prefix(40)
    let whole = try #require(Self.progress(1).line)
    try Data(later + Array("nonsense\n\n".utf8) + whole + torn).write(
      to: URL(filePath: file.path))
    let keeper = keeper()
    #expect(keeper.load().facts == [Self.progress(1)])
    #expect(journal.messages.all.contains { $0.contains("2 lines cannot be read") })
    keeper.complete()
    keeper.keep([Self.progress(3)])
    keeper.close()
    let contents = try file.contents()
    #expect(Set(contents.facts) == [Self.progress(1), Self.progress(3)])
    #expect(contents.foreign == [Array(later.dropLast())] && contents.damaged == 0)
  }

  @Test func `what others have made obsolete does not pile up`() throws {
    let keeper = keeper()
    _ = keeper.load()
    keeper.complete()
    for second in 0..<3_000 {
      keeper.keep([Self.progress(1, at: -second)])
      if second.isMultiple(of: 500) { keeper.close() }
    }
    keeper.close()
    #expect(try file.contents().facts.contains(Self.progress(1, at: -2_999)))
    #expect(bytes.count < 300_000)
  }

  @Test func `what it cannot use it leaves alone, and says so`() throws {
    mkfifo(file.path, 0o600)
    let keeper = keeper()
    #expect(keeper.load().facts.isEmpty)
    keeper.complete()
    keeper.keep([Self.progress(1)])
    keeper.close()
    #expect(journal.messages.all.contains { $0.contains("is a FIFO") })
    #expect(RegularFile.fault(at: file.path) != nil, "it is still there")
  }

  @Test func `while it cannot be written nobody waits, and afterwards nothing is missing`() throws {
    let keeper = keeper()
    _ = keeper.load()
    let folder = journal.folder.path
    try FileManager.default.moveItem(atPath: folder, toPath: folder + "-away")
    keeper.keep([Self.progress(1)])
    keeper.close()
    keeper.keep([Self.progress(2)])
    keeper.close()
    #expect(journal.messages.all.count { $0.contains("cannot be kept") } == 1)
    try FileManager.default.moveItem(atPath: folder + "-away", toPath: folder)
    keeper.keep([Self.progress(3)])
    keeper.close()
    #expect(
      try Set(file.contents().facts) == [Self.progress(1), Self.progress(2), Self.progress(3)])
  }

  @Test func `neither retention nor readers of the days see it`() throws {
    let keeper = keeper()
    _ = keeper.load()
    keeper.keep([Self.progress(1)])
    keeper.close()
    try journal.write([TestJournal.entry(1)])
    #expect(try journal.folder.days().map(\.name) == ["2026-01-01"])
    #expect(try JournalAudit(journal.folder) { _ in }.isSound)
  }
}
