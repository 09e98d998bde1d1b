import CallModel
import CallbackWire
import Foundation
import Testing

@testable import CallJournal

/// A journal as an earlier version has written it, which knew two families of callbacks: what it refused
/// for its content stands there as it came.
@Suite struct OldJournalTests {
  private static let folder = JournalFolder(
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path)

  /// 2026-11-20T00:00:00Z.
  private static let start = Instant(seconds: 1_795_132_800)

  private func calls() throws -> [String: Call] {
    let facts = try facts()
    var calls: [String: Call] = [:]
    let past = PastCalls(
      folder: Self.folder, decoder: CallbackDecoder(), rules: CallRules(), roster: Roster(),
      facts: facts, dayName: { CivilTime($0).date })
    let period = Self.start..<(Self.start + .seconds(86_400))
    let damaged = try past.forEach(in: period, now: period.upperBound) {
      calls[$0.call.sid] = $0.call
    }
    #expect(damaged == 0)
    return calls
  }

  private func facts() throws -> [AccountFact] {
    var facts: [AccountFact] = []
    let past = PastFacts(
      folder: Self.folder, decoder: CallbackDecoder(), rules: CallRules(), roster: Roster(),
      dayName: { CivilTime($0).date })
    let isWhole = try past.forEach(from: nil, to: Self.start + .seconds(86_400)) {
      facts += $0
      return true
    }
    #expect(isWhole)
    return facts
  }

  @Test func `what was understood stays, and what was refused is understood`() throws {
    let calls = try calls()
    #expect(calls.keys.sorted() == ["old1", "old2", "old3"])
    let first = try #require(calls["old1"])
    #expect(first.families == [.connect, .flow] && first.callbackCount == 5)
    #expect(first.outcome == .completed && first.talk == .seconds(42))
    let second = try #require(calls["old2"])
    #expect(second.families == [.contactCentre] && second.outcome == .completed)
    #expect(try #require(second.talk) > .seconds(77))
    #expect(second.legs.contains { $0.party == .agent && $0.name == "Ravi K" })
  }

  @Test func `its lines show their progress, its people their addresses`() throws {
    #expect(try calls()["old3"]?.legs.last?.outcome == .noAnswer)
    let facts = try facts()
    let answered = Self.start + .seconds(4 * 3_600 + 30 * 60 + 9)
    let line = PhoneNumber("08044556678", country: .india).key
    #expect(facts.contains(.progress(line: line, family: .connect, since: answered)))
    let people = AccountFacts(facts).people
    #expect(people.person(of: "asha@example.com") == people.person(of: "+919880000001"))
    #expect(people.person(of: "u-17") == people.person(of: "+919880000002"))
  }
}

extension AccountFacts {
  fileprivate init(_ facts: [AccountFact]) {
    var board = CallBoard()
    board.join(facts)
    self = board.facts
  }
}
