import CallModel
import CallbackWire
import Foundation
import ListenerTesting
import Monitoring
import NIOHTTP1
import Synchronization
import Testing

@testable import MonitorHTTP

struct LineRoutesTests {
  private let monitor = TestFloor.monitor()

  private func send(_ body: String) -> Receipt? {
    let answers = Answers()
    monitor.receive(
      CallbackRequest(
        raw: RawCallback(
          method: "POST", target: "/exotel", contentType: "application/json",
          body: Array(body.utf8)), peer: "", arrivedAt: TestFloor.now)
    ) { answers.receipt = $0 }
    return answers.receipt
  }

  /// Without a journal a request is answered before it returns.
  private final class Answers: Sendable {
    private let state = Mutex<Receipt?>(nil)
    var receipt: Receipt? {
      get { state.withLock { $0 } }
      set { state.withLock { $0 = newValue } }
    }
  }

  private func answer(_ target: String) throws -> [String: Any] {
    let routes = BoardRoutes(
      monitor: monitor, access: AccessControl(key: nil, token: nil), country: .india)
    let head = RequestHead(
      HTTPRequestHead(
        version: .http1_1, method: .GET, uri: target, headers: ["Host": "localhost"]))
    let body = Data(routes.response(to: head).body)
    return try #require(try JSONSerialization.jsonObject(with: body) as? [String: Any])
  }

  private func lines(_ query: String = "") throws -> [[String: Any]] {
    try #require(try answer("/v1/lines" + query)["lines"] as? [[String: Any]])
  }

  private static let heartbeat = #"""
    {"timestamp":"2022-04-06T10:45:00+05:30","status_type":"CRITICAL",
     "incoming_affected":["f1"],"outgoing_affected":["f2"],
     "data":{"f1":{"phone_number":"08044556678","connectivity":{"incoming_call":
       {"alternate_exophone":"08044556679"}}}}}
    """#

  @Test func `a heartbeat is taken, and is no call`() throws {
    #expect(send(Self.heartbeat) == .accepted)
    #expect(try answer("/v1/calls?state=all")["total"] as? Int == 0)
    let summary = try answer("/v1/summary")
    #expect((summary["window"] as? [String: Any])?["offered"] as? Int == 0)
    #expect((summary["callbacks"] as? [String: Any])?["accepted"] as? Int == 1)
  }

  @Test func `a line has its health, and a number only where it is known`() throws {
    _ = send(Self.heartbeat)
    let lines = try lines()
    #expect(lines.map { $0["number"] as? String } == ["08044556678", nil])
    #expect(lines.map { $0["sid"] as? String } == ["f1", "f2"])
    let health = try #require(lines[0]["health"] as? [String: Any])
    #expect(health["incoming"] as? String == "CRITICAL" && health["outgoing"] as? String == "OK")
    #expect(health["since"] as? String == "2022-04-06T05:15:00Z")
    #expect(health["alternate"] as? String == "08044556679")
  }

  @Test func `a line of a call is there, without a health before any heartbeat`() throws {
    TestFloor.send(TestFloor.dial("a1"), to: monitor)
    let line = try #require(try lines().first)
    #expect(line["number"] as? String == "08044556678" && line["health"] is NSNull)
    #expect(line["waiting"] as? Int == 0 && line["label"] is NSNull)
  }

  @Test func `lines come in pages`() throws {
    _ = send(Self.heartbeat)
    let first = try answer("/v1/lines?limit=1")
    #expect(first["total"] as? Int == 2)
    let cursor = try #require(first["cursor"] as? String)
    #expect(try lines("?limit=1&cursor=\(cursor)").map { $0["sid"] as? String } == ["f2"])
    #expect(try lines("?cursor=czzzz").isEmpty)
  }

  @Test func `a row has the members that are named, and no others`() throws {
    _ = send(Self.heartbeat)
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Assets/openapi.json").standardizedFileURL
    let document = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    let schemas = ((document as? [String: Any])?["components"] as? [String: Any])?["schemas"]
    let line = try #require((schemas as? [String: Any])?["Line"] as? [String: Any])
    let members = try #require(line["properties"] as? [String: Any])
    let row = try #require(try lines().first)
    #expect(Set(row.keys) == Set(members.keys))
    let health = try #require((members["health"] as? [String: Any])?["properties"])
    #expect(
      try Set(#require(row["health"] as? [String: Any]).keys)
        == Set(#require(health as? [String: Any]).keys))
  }

  @Test func `metrics count the lines in trouble`() throws {
    _ = send(Self.heartbeat)
    let text = String(decoding: MetricsRoute(monitor: monitor).response().body, as: UTF8.self)
    #expect(text.contains("callboard_lines_in_trouble{direction=\"in\"} 1\n"))
    #expect(text.contains("callboard_lines_in_trouble{direction=\"out\"} 1\n"))
    #expect(text.contains("callboard_line_health_known 1\n"))
    #expect(text.contains("callboard_line_heartbeats_total 1\n"))
  }

  @Test func `who follows the board has the lines, too`() throws {
    _ = send(Self.heartbeat)
    TestFloor.send(TestFloor.dial("a1"), to: monitor)
    let follower = TestFloor.monitor()
    let beginning = monitor.begin(after: nil, window: .seconds(3_600))
    var past = try #require(beginning.past)
    while !past.isAtEnd {
      for entry in monitor.takePast(&past).flatMap(\.entries) { follower.restore(entry) }
    }
    func lines(_ monitor: CallMonitor) -> [Line?] {
      monitor.read { board, _, _ in board.lineKeys.others.sorted().map { board.line(key: $0) } }
    }
    #expect(lines(follower) == lines(monitor) && lines(follower).count == 2)
    #expect(follower.read { board, _, _ in board.call("a1") } != nil)
  }
}
