import CallbackDelivery
import CallbackWire
import Foundation
import MonitorHTTP
import Testing

/// Heartbeats of the lines, from the wire to the screen and over a restart.
@Suite(.serialized) struct LineTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private struct Answer: Decodable {
    struct Line: Decodable {
      struct Health: Decodable {
        var incoming: String
        var outgoing: String
        var since: String?
        var alternate: String?
      }
      var number: String?
      var sid: String?
      var health: Health?
    }
    var lines: [Line]
  }

  /// Of a moment ago, in the account's zone.
  private static func heartbeat(_ status: String, padding: Int = 0) -> RawCallback {
    let time = ISO8601DateFormatter().string(from: Date().addingTimeInterval(-1))
    let affected = status == "OK" ? "" : "\"f1e2d3c4\""
    return RawCallback(
      method: "POST", target: "/exotel", contentType: "application/json",
      body: Array(
        """
        {"timestamp":"\(time)","status_type":"\(status)","incoming_affected":[\(affected)],
         "outgoing_affected":[],"padding":"\(String(repeating: "x", count: padding))",
         "data":{"f1e2d3c4":{"phone_number":"08044556678","connectivity":{"incoming_call":
           {"status":"active","alternate_exophone":"08044556679"}}}}}
        """.utf8))
  }

  private func send(_ callback: RawCallback, to board: ServedProgram) async throws -> Int {
    let sender = CallbackSender()
    let answer = try await sender.send(callback, to: try CallbackTarget(board.base + "/exotel"))
    try await sender.close()
    return answer.status
  }

  private func lines(_ board: ServedProgram) async throws -> [Answer.Line] {
    let answer = try #require(await board.get("/v1/lines"))
    return try JSONDecoder().decode(Answer.self, from: answer.body).lines
  }

  @Test func `a line in trouble is on all screens, and known after a restart`() async throws {
    let data = folder.path("journal")
    let first = try await ServedBoard(data: data)
    #expect(try await send(Self.heartbeat("CRITICAL"), to: first) == 200)
    first.stop(SIGTERM)
    let board = try await ServedBoard(data: data)
    let line = try #require(try await lines(board).first)
    #expect(line.number == "08044556678" && line.sid == "f1e2d3c4")
    #expect(line.health?.incoming == "CRITICAL" && line.health?.outgoing == "OK")
    #expect(line.health?.since != nil && line.health?.alternate == "08044556679")
    let screen = try TerminalSession("\(Program.callboard) attach \(board.base)")
    try await screen.wait(
      for:
        "+91 80445 56678 incoming CRITICAL since", "alternate +91 80445 56679")
    try screen.type("F")
    try await screen.wait(for: "RINGING", "incoming CRITICAL since")
    #expect(try await send(Self.heartbeat("OK"), to: board) == 200)
    try await screen.wait(for: "the line to be well") { !$0.contains("CRITICAL") }
    try screen.type("qq")
  }

  @Test func `large heartbeats are taken where the listener is told so`() async throws {
    let large = Self.heartbeat("WARNING", padding: 100_000)
    let usual = try await ServedBoard(data: folder.path("usual"))
    #expect(try await send(large, to: usual) == 413)
    let data = folder.path("large")
    let wide = try await ServedBoard(data: data, ["--max-body", "256KiB"])
    #expect(try await send(large, to: wide) == 200)
    wide.stop(SIGTERM)
    let again = try await ServedBoard(data: data)
    #expect(try await lines(again).first?.health?.incoming == "WARNING")
  }

  @Test func `without heartbeats the health is not known any more`() async throws {
    let board = try await ServedBoard(data: folder.path("journal"), ["--heartbeat-after", "1"])
    #expect(try await send(Self.heartbeat("OK"), to: board) == 200)
    let limit = ContinuousClock.now + .seconds(30)
    while try await lines(board).first?.health?.incoming != "unknown" {
      guard ContinuousClock.now < limit else { throw TerminalSession.Failure(description: "known") }
      try await Task.sleep(for: .milliseconds(50))
    }
  }
}
