import BoardClient
import BoardScreen
import CallJournal
import CallModel
import CallbackWire
import Foundation
import Monitoring
import Testing

@testable import CallboardCommands

@Suite struct FollowedBoardTests {
  private let board: FollowedBoard

  init() throws {
    board = try FollowedBoard(of: "floor", Self.greeting("r1"), keepsMoves: true) {}
  }

  private static func greeting(
    _ run: String, zone: String = "Asia/Kolkata", missedAfter: Int = 60, clock: Instant = .now()
  ) throws -> ListenerGreeting {
    let json = """
      {"run":"\(run)","now":"\(try #require(clock.rfc3339))","board":{"zone":"\(zone)",
       "country":"IN","dayStartSeconds":0,"missedAfterSeconds":\(missedAfter),
       "uncertainAfterSeconds":15,"staleAfterSeconds":600,"talkLimitSeconds":15000,
       "serviceLevelSeconds":20,"shortAbandonSeconds":5,"heartbeatAfterSeconds":1800,
       "keepEndedSeconds":86400,"keepEndedCount":200000,
       "agents":[{"number":"09880000001","name":"Asha Rao\\u001b[2J",
                  "addresses":["asha@example.com\\u001b[2J"]}],
       "lines":[{"number":"08044556601","label":"Sales","sid":"4b9d\\u0007","queueSeconds":180}],
       "shared":["sales@example.com"]}}
      """
    return try JSONDecoder().decode(ListenerGreeting.self, from: Data(json.utf8))
  }

  private func callback(
    _ sequence: UInt64, _ sid: String, _ event: String = "Ringing", ago: Int = 0
  ) -> CallbackStream.Event {
    let target = "/exotel?CallSid=\(sid)&DialWhomNumber=09880000001&EventType=\(event)"
    return .callback(
      JournalEntry(
        sequence: sequence, arrivedAt: .now() - .seconds(ago), peer: "",
        raw: RawCallback(method: "GET", target: target)))
  }

  private var sids: Set<String> {
    board.monitor.read { board, _, _ in
      Set(board.liveRows(at: 0..<board.placeCount).map(\.row.call.sid))
    }
  }

  @Test func `the past is read, then it is live, with the roster and rules of the listener`() throws
  {
    #expect(board.take(.hello(try Self.greeting("r1"))) == .readsOn)
    #expect(board.take(callback(7, "a")) == .readsOn)
    #expect(board.status.link == .catchingUp(1) && board.takeMoves().isEmpty)
    _ = board.take(.live(sequence: nil))
    #expect(board.status.isLive && board.sequence == 7 && sids == ["a"])
    _ = board.take(callback(8, "b"))
    #expect(board.takeMoves().map(\.call.sid) == ["b"])
    let names = board.monitor.read { board, _, now in board.agents(since: now).map(\.name) }
    #expect(names == ["Asha Rao"])
    let roster = board.monitor.read { board, _, _ in board.roster }
    #expect(roster.agent(PhoneNumber("asha@example.com", country: .india))?.name == "Asha Rao")
    #expect(roster.line(sid: "4b9d")?.queue == .seconds(180))
    #expect(roster.shared.map(\.text) == ["sales@example.com"])
  }

  @Test func `when it is lost its clock stands still, and says since when and why`() async throws {
    _ = board.take(.live(sequence: nil))
    board.clock.hear()
    let heard = board.clock.listener
    try await Task.sleep(for: .milliseconds(50))
    board.lose("gone", retryIn: .seconds(2))
    guard case .lost(let since, "gone", let retry?) = board.status.link else {
      Issue.record("\(board.status.link)")
      return
    }
    #expect(since <= heard, "since it was heard, not since that was noticed")
    #expect(retry - since >= .seconds(2))
    let moment = board.clock.board
    try await Task.sleep(for: .milliseconds(20))
    #expect(board.clock.board == moment && board.clock.listener > moment)
    board.lose("still gone", retryIn: .seconds(4))
    guard case .lost(since, "still gone", _) = board.status.link else {
      Issue.record("\(board.status.link)")
      return
    }
    #expect(board.take(.hello(try Self.greeting("r1"))) == .readsOn)
    _ = board.take(callback(9, "c", ago: 5))
    #expect(board.clock.board < .now() - .seconds(4), "the past has its own time")
    _ = board.take(.live(sequence: nil))
    #expect(board.clock.board >= moment && board.status.isLive)
  }

  @Test func `of another run, or after a restart, nothing stays`() throws {
    _ = board.take(callback(500, "old"))
    _ = board.take(.live(sequence: nil))
    let revision = board.monitor.read { board, _, _ in board.revision }
    let other = board.take(.hello(try Self.greeting("r2", missedAfter: 5)))
    #expect(other == .asksAnew && board.sequence == nil && sids.isEmpty)
    #expect(board.monitor.read { board, _, _ in board.rules.missedAfter } == .seconds(5))
    #expect(board.monitor.read { board, _, _ in board.revision } > revision)
    #expect(board.take(.hello(try Self.greeting("r2"))) == .readsOn)
    _ = board.take(callback(1, "new"))
    #expect(board.take(.restart) == .readsOn)
    #expect(sids.isEmpty && board.sequence == nil)
  }

  @Test func `a restarted stream is not live, and what came twice is not asked for again`() throws {
    _ = board.take(callback(3, "a"))
    _ = board.take(.live(sequence: 9))
    #expect(board.status.isLive && board.sequence == 9)
    _ = board.take(.restart)
    #expect(board.status.link == .catchingUp(0) && board.sequence == nil)
  }

  @Test func `what came before keeps its time`() throws {
    _ = board.monitor.advance()
    _ = board.take(callback(3, "a", ago: 30))
    _ = board.take(.live(sequence: 3))
    let changed = board.monitor.read { board, _, _ in board.call("a")?.changedAt }
    #expect(try #require(changed) < .now() - .seconds(20))
  }

  @Test func `the listener's clock counts, where it is another one`() throws {
    let ahead = Instant.now() + .seconds(300)
    _ = board.take(.hello(try Self.greeting("r1", clock: ahead)))
    _ = board.take(.live(sequence: nil))
    #expect(board.clock.board >= ahead && board.clock.board < ahead + .seconds(60))
    _ = board.take(callback(1, "a", ago: -310))
    #expect(board.clock.board >= ahead + .seconds(9), "nothing arrives before its time")
  }

  @Test func `a zone that is not known here is named`() throws {
    #expect(throws: BoardTermsError.self) {
      _ = try FollowedBoard(of: "floor", Self.greeting("r1", zone: "Mars/Olympus")) {}
    }
  }
}
