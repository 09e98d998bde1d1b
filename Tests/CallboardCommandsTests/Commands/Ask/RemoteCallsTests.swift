import CallModel
import Foundation
import Testing

@testable import CallboardCommands

@Suite struct RemoteCallsTests {
  /// A call with three agents, by how their legs stand and ended.
  private static func calls(
    _ state: String, _ outcome: String?, _ legs: [(state: String, outcome: String?)],
    line: String = ""
  ) throws -> RemoteCalls {
    func word(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "null" }
    let legs = legs.enumerated().map { place, leg in
      """
      {"index":\(place + 2),"party":"agent","number":"+91988000000\(place + 1)","name":null,
       "state":"\(leg.state)","outcome":\(word(leg.outcome))}
      """
    }
    let text = """
      {"calls":[{"sid":"c1","families":["connect"],"outgoing":false,"state":"\(state)",
        "uncertain":false,"outcome":\(word(outcome)),"legs":[\(legs.joined(separator: ","))],
        "anomalies":[],"callbackCount":1\(line)}],"total":1}
      """
    return try JSONDecoder().decode(RemoteCalls.self, from: Data(text.utf8))
  }

  @Test func `of several who rang the one who answered is the agent of the call`() throws {
    let calls = try Self.calls(
      "ended", "completed",
      [("ended", "completed"), ("ended", "elsewhere"), ("ended", "elsewhere")])
    #expect(calls.table(now: Instant(seconds: 0)).rows[0].contains("+919880000001"))
    let place = try #require(RemoteCalls.header.firstIndex(of: "answered_by"))
    #expect(calls.csv[1][place] == "+919880000001")
    #expect(calls.csv[1].count == RemoteCalls.header.count)
  }

  @Test func `while it rings the agent is who got furthest`() throws {
    let calls = try Self.calls(
      "ringing", nil, [("ended", "busy"), ("ringing", nil), ("dialing", nil)])
    #expect(calls.table(now: Instant(seconds: 0)).rows[0].contains("+919880000002"))
  }

  @Test(arguments: [
    (#","virtualNumber":"08044556678","lineLabel":"Sales""#, "Sales", ["08044556678", "Sales"]),
    (#","virtualNumber":"08044556678","lineLabel":null"#, "08044556678", ["08044556678", ""]),
    (#","virtualNumber":"08044556678""#, "08044556678", ["08044556678", ""]),
    (#","virtualNumber":null,"lineLabel":null"#, "-", ["", ""]),
  ])
  func `a line has its label, else its number`(
    _ line: String, _ shown: String, _ fields: [String]
  ) throws {
    let calls = try Self.calls("waiting", nil, [], line: line)
    let table = calls.table(now: Instant(seconds: 0))
    let place = try #require(table.columns.firstIndex { $0.title == "LINE" })
    #expect(table.rows[0][place] == shown)
    let number = try #require(RemoteCalls.header.firstIndex(of: "line"))
    #expect(Array(calls.csv[1][number...(number + 1)]) == fields)
    #expect(RemoteCalls.header[number + 1] == "line_label")
  }
}
