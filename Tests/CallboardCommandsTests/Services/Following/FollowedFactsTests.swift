import BoardClient
import CallJournal
import CallModel
import CallbackWire
import Foundation
import Monitoring
import Testing

@testable import CallboardCommands

/// A board that is followed joins what the listener knows of lines and people.
@Suite struct FollowedFactsTests {
  private static let start = Instant.now() - .seconds(120)

  private static func greeting() throws -> ListenerGreeting {
    let now = try #require(Instant.now().rfc3339)
    let json = """
      {"run":"r1","now":"\(now)","board":{"zone":"Asia/Kolkata",
       "country":"IN","dayStartSeconds":0,"missedAfterSeconds":60,
       "uncertainAfterSeconds":15,"staleAfterSeconds":600,"talkLimitSeconds":15000,
       "serviceLevelSeconds":20,"shortAbandonSeconds":5,"heartbeatAfterSeconds":1800,
       "keepEndedSeconds":86400,"keepEndedCount":200000,"agents":[],"lines":[],"shared":[]}}
      """
    return try JSONDecoder().decode(ListenerGreeting.self, from: Data(json.utf8))
  }

  private static func callback(
    _ sequence: UInt64, _ event: String, agent: String
  ) -> CallbackStream.Event {
    let time = CivilTime(start + .seconds(Int(sequence)), secondsEastOfUTC: 19_800)
    let target =
      "/exotel?CallSid=c1&CallTo=08044556678&DialWhomNumber=\(agent)&EventType=\(event)"
      + "&CurrentTime=\(time.date)+\(time.time.replacing(":", with: "%3A"))"
    return .callback(
      JournalEntry(
        sequence: sequence, arrivedAt: start + .seconds(Int(sequence)), peer: "",
        raw: RawCallback(method: "GET", target: target)))
  }

  private static let facts: [AccountFact] = [
    .progress(line: "+918044556678", family: .connect, since: start - .seconds(900_000)),
    .join(
      PhoneNumber("09880000001", country: .india), PhoneNumber("asha@example.com", country: .india),
      since: start - .seconds(900_000)),
  ]

  private static let callbacks = [
    callback(1, "Dial", agent: "asha@example.com"),
    callback(31, "Terminal", agent: "asha@example.com"),
  ]

  @Test(arguments: [true, false])
  func `in whatever order they come`(_ factsFirst: Bool) throws {
    let board = try FollowedBoard(of: "floor", Self.greeting()) {}
    #expect(board.take(.hello(try Self.greeting())) == .readsOn)
    let told = try Self.facts.map {
      CallbackStream.Event.fact(Array(try #require($0.line).dropLast()))
    }
    let noise = CallbackStream.Event.fact(Array("{\"v\":1,\"fact\":\"x\"}".utf8))
    for event in factsFirst ? told + [noise] + Self.callbacks : Self.callbacks + told {
      #expect(board.take(event) == .readsOn)
    }
    _ = board.take(.live(sequence: 31))
    board.monitor.read { board, _, now in
      #expect(board.call("c1")?.call.legs.last?.outcome == .noAnswer)
      let agents = board.agents(since: Self.start)
      #expect(agents.map(\.number.text) == ["09880000001"])
      #expect(agents.first?.figures.missed == 1)
    }
  }

  @Test func `a board that begins anew forgets the facts, and takes them again`() throws {
    let board = try FollowedBoard(of: "floor", Self.greeting()) {}
    let line = Array(try #require(Self.facts[0].line).dropLast())
    _ = board.take(.fact(line))
    _ = board.take(.restart)
    #expect(board.monitor.read { board, _, _ in board.facts.all.isEmpty })
    _ = board.take(.fact(line))
    #expect(board.monitor.read { board, _, _ in board.facts.all } == [Self.facts[0]])
  }
}
