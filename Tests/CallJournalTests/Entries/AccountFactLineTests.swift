import CallModel
import CallbackWire
import JournalTesting
import Testing

@testable import CallJournal

@Suite struct AccountFactLineTests {
  private static let facts: [AccountFact] = [
    .progress(line: "+918044556678", family: .contactCentre, since: TestJournal.start),
    .join(
      PhoneNumber("098800 00001", country: .india),
      PhoneNumber("as\"ha@example.com", country: .india),
      since: TestJournal.start + .milliseconds(5)),
  ]

  private func read(_ line: some Collection<UInt8>) -> AccountFact? {
    AccountFact(line: Array(line)[...], country: .india)
  }

  @Test(arguments: facts) func `a fact is read as it was written`(_ fact: AccountFact) throws {
    let line = try #require(fact.line)
    #expect(line.last == UInt8(ascii: "\n") && !line.dropLast().contains(UInt8(ascii: "\n")))
    #expect(read(line.dropLast()) == fact)
  }

  @Test(arguments: facts) func `a line that has changed is none`(_ fact: AccountFact) throws {
    let line = Array(try #require(fact.line).dropLast())
    for place in line.indices {
      var changed = line
      changed[place] ^= 1
      #expect(read(changed) == nil, "byte \(place)")
    }
    for end in line.indices { #expect(read(line[..<end]) == nil) }
  }

  @Test func `a line of a later version, with what this one does not know, is none`() {
    let line = JournalEntry.checkedLine(version: 2) {
      $0.field("fact", "hours")
      $0.field("since", TestJournal.start)
    }.dropLast()
    #expect(AccountFact.isOne(line) && read(line) == nil)
    #expect(throws: JournalLineError.fact) { try JournalEntry(line: line) }
  }

  @Test func `its texts are free of control characters`() throws {
    let fact = AccountFact.join(
      PhoneNumber("a\u{1B}[2J@example.com", country: .india),
      PhoneNumber("sip:b", country: .india), since: TestJournal.start)
    guard case .join(let first, _, _)? = read(try #require(fact.line).dropLast()) else {
      Issue.record("it is not read")
      return
    }
    #expect(first.text == "a@example.com")
  }

  @Test func `who reads entries passes over facts, whose lines count all the same`() throws {
    let journal = TestJournal()
    let lines = try Self.facts.map { try #require($0.line) }
    var damaged = TestJournal.entry(2).numbered(2).line
    damaged[40] ^= 1
    let first = TestJournal.entry(1).numbered(1).line
    let bytes = lines[0] + first + damaged + lines[1] + TestJournal.entry(3).numbered(3).line
    try journal.put(bytes)
    #expect(try journal.entries().map(\.sequence) == [1, 3])
    #expect(try journal.damages().map(\.lines) == [3...3])
    let days = try journal.folder.days()
    #expect(try JournalReader(days: days).facts(country: .india) == Self.facts)
    let index = try RecordingIndex(days)
    #expect(index.moments.count == 2 && index.damagedCount == 1)
    var tape = RecordingTape(index)
    #expect(try tape.next()?.sequence == 1)
    #expect(try tape.next()?.sequence == 3)
  }
}
