import CallbackDelivery
import CallbackWire
import Foundation
import MonitorHTTP
import Testing

/// What callbacks have shown of lines and people outlives the days of the journal that showed it.
@Suite(.serialized) struct AccountFactsTests {
  private let folder: TemporaryFolder
  private var day: String { folder.path("2026-11-20.jsonl") }
  private var facts: String { folder.path("account-facts.jsonl") }

  /// With a journal of one old day.
  init() throws {
    folder = try TemporaryFolder()
    let old = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "CallJournalTests/Reading/Fixtures/2026-11-20.jsonl")
    try FileManager.default.copyItem(at: old, to: URL(filePath: day))
  }

  /// One that reads only the window at its start.
  private func board() async throws -> ServedBoard {
    try await ServedBoard(data: folder.path(""), ["--window", "1h"])
  }

  private func waitUntilRead() async throws {
    let limit = ContinuousClock.now + .seconds(60)
    while !((try? String(contentsOfFile: facts, encoding: .utf8))?.contains("\"read\"") ?? false) {
      guard ContinuousClock.now < limit else { throw CancellationError() }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  private struct Calls: Decodable {
    struct Call: Decodable {
      struct Leg: Decodable {
        var party: String
        var outcome: String?
      }
      var sid: String
      var legs: [Leg]
    }
    var calls: [Call]
  }

  private struct Agent: Decodable {
    var number: String
    var addresses: [String]
  }

  /// An attempt of half a minute that tells of no answer, at the agent's mail.
  private func dial(_ board: ServedBoard) async throws {
    let sender = CallbackSender()
    for event in ["Dial", "Terminal"] {
      let callback = RawCallback(
        method: "GET",
        target: "/exotel?CallSid=new1&CallFrom=09812300009&CallTo=08044556678"
          + "&DialWhomNumber=asha@example.com&Direction=incoming&EventType=\(event)"
          + "&Status=\(event == "Dial" ? "busy" : "free")&CurrentTime=\(Self.time)")
      let answer = try await sender.send(callback, to: CallbackTarget(board.base + "/exotel"))
      #expect(answer.status == 200)
    }
    try await sender.close()
  }

  /// Now, as Exotel writes it.
  private static var time: String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "Asia/Kolkata")
    format.dateFormat = "yyyy-MM-dd'+'HH'%3A'mm'%3A'ss"
    return format.string(from: Date())
  }

  private func check(_ board: ServedBoard) async throws {
    try await dial(board)
    let calls = try #require(await board.get("/v1/calls?state=all")).body
    let call = try #require(JSONDecoder().decode(Calls.self, from: calls).calls.first)
    #expect(call.sid == "new1")
    #expect(call.legs.last { $0.party == "agent" }?.outcome == "no-answer")
    for address in ["%2B919880000001", "asha@example.com"] {
      let found = try #require(await board.get("/v1/calls?state=all&agent=" + address)).body
      #expect(try JSONDecoder().decode(Calls.self, from: found).calls.map(\.sid) == ["new1"])
    }
    let found = try #require(await board.get("/v1/agents/asha@example.com")).body
    let agent = try JSONDecoder().decode(Agent.self, from: found)
    #expect(agent.number == "+919880000001")
    #expect(agent.addresses.contains("asha@example.com"))
  }

  @Test func `a restart that reads only the window knows lines and people of days that are gone`()
    async throws
  {
    let first = try await board()
    try await waitUntilRead()
    first.stop(SIGTERM)
    try FileManager.default.removeItem(atPath: day)
    let second = try await board()
    try await check(second)
    second.stop(SIGTERM)
    let third = try await board()
    let stream = try Program.run(
      "/usr/bin/env", ["curl", "-sN", "--max-time", "2", third.base + "/v1/callbacks"])
    let lines = stream.text.split(separator: "\n")
    let hello = try #require(lines.firstIndex(of: "event: hello"))
    let fact = try #require(lines.firstIndex(of: "event: fact"))
    let callback = try #require(lines.firstIndex { $0.hasPrefix("id: ") })
    #expect(hello < fact && fact < callback)
    third.stop(SIGTERM)
  }

  @Test func `a listener that has just been updated reads its old days beside its work`()
    async throws
  {
    let board = try await board()
    try await waitUntilRead()
    try await check(board)
    board.stop(SIGTERM)
  }

  @Test func `past calls are told with what the whole journal shows, with and without the file`()
    throws
  {
    let words = ["history", "--since", "2026-11-20", "--format", "json", "--data", folder.path("")]
    let output = try Program.run(Program.callboard, words)
    #expect(output.status == 0, "\(output.errors)")
    #expect(output.text.contains("\"no-answer\""))
    #expect(!FileManager.default.fileExists(atPath: facts), "who reads writes nothing")
    let own = try Program.run(Program.callboard, words + ["--agent", "asha@example.com"])
    #expect(own.text.contains("old1") && own.text.contains("old3") && !own.text.contains("old2"))
  }

  @Test func `a recording begins with what is known, and its replay knows it`() async throws {
    let first = try await board()
    try await waitUntilRead()
    first.stop(SIGTERM)
    let recording = folder.path("recording.jsonl")
    let board = try await ServedBoard(
      data: folder.path(""), ["--window", "1h", "--record", recording])
    try await dial(board)
    board.stop(SIGTERM)
    #expect(try String(contentsOfFile: recording, encoding: .utf8).hasPrefix("{\"v\":1,\"fact\""))
    let replay = try Program.run(Program.callboard, ["replay", recording])
    #expect(replay.status == 0, "\(replay.errors)")
    #expect(replay.text.contains("no-answer"), "\(replay.text)")
    let check = try Program.run(Program.callboard, ["check", recording])
    #expect(check.text.contains("2 lines, 1 calls") && check.text.contains(" 0 damaged"))
  }
}
