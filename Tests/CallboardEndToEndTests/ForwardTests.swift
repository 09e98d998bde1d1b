import Foundation
import Testing

/// `--forward`: between Exotel and a CRM, which is a second listener here.
@Suite(.serialized) struct ForwardTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func board(_ name: String, _ options: String...) async throws -> ServedBoard {
    try await ServedBoard(data: folder.path(name), options)
  }

  private struct Summary: Decodable {
    struct Forward: Decodable {
      var target: String
      var waiting: Int
      var retrying: Int
      var delivered: Int
      var returned: Int
      var fault: String?
    }
    var forward: Forward?
  }

  private func forward(_ board: ServedProgram) async throws -> Summary.Forward? {
    guard let answer = await board.get("/v1/summary") else { return nil }
    return try JSONDecoder().decode(Summary.self, from: answer.body).forward
  }

  /// Waits until nothing is on its way.
  private func settled(_ board: ServedBoard) async throws -> Summary.Forward? {
    let limit = ContinuousClock.now + .seconds(30)
    while let forward = try await forward(board), forward.waiting > 0, ContinuousClock.now < limit {
      try await Task.sleep(for: .milliseconds(20))
    }
    return try await forward(board)
  }

  @Test func `the second board is the first, and no secret is told`() async throws {
    let crm = try await board("crm", "--key", "sesam")
    let target = "http://127.0.0.1:\(crm.port)/exotel"
    let board = try await board("first", "--forward", target + "?key=sesam")
    let run = try Program.run(
      Program.callboard,
      [
        "simulate", "busy-day", "--to", board.base + "/exotel", "--calls", "20", "--rate", "600",
        "--speed", "30", "--duplicate", "10%", "--reorder", "--seed", "3",
      ])
    #expect(run.status == 0, "\(run.errors)")
    let forward = try #require(try await settled(board))
    #expect(forward.target == target && forward.retrying == 0 && forward.fault == nil)
    let calls = try await BoardCalls(board)
    #expect(calls.all.count > 10)
    #expect(try await BoardCalls(crm).all == calls.all)
    #expect(!board.log.contains("sesam"))
  }

  @Test func `emulated calls are the same on all boards that are told of them`() async throws {
    let crm = try await board("crm")
    let first = try await board("first", "--forward", crm.base + "/exotel")
    let beside = try await board("beside", "--forward", first.base + "/exotel")
    let emulator = try await ServedProgram(
      "emulate",
      [
        "--speed", "60", "--seed", "5", "--rate", "120", "--agent-passthrough",
        beside.base + "/exotel",
      ]
    ) { $0.output.hasPrefix("emulating") }
    for ending in ["00001", "99901", "99902", "99906"] {
      let run = try Program.run(
        "/usr/bin/curl",
        [
          "-sS", "-f", "-u", "key:token", "-d", "From=09880000001", "-d", "To=098123\(ending)",
          "-d", "CallerId=08044556678", "-d", "StatusCallback=\(beside.base)/exotel",
          "-d", "StatusCallbackEvents[0]=terminal", "-d", "StatusCallbackEvents[1]=answered",
          "-d", "StatusCallbackEvents[2]=ringing", "-d",
          "StatusCallbackContentType=application/json",
          "http://127.0.0.1:\(emulator.port)/v1/Accounts/demo/Calls/connect.json",
        ])
      #expect(run.status == 0, "\(run.errors)")
    }
    let limit = ContinuousClock.now + .seconds(60)
    while try await BoardCalls(beside).outbound < 4, ContinuousClock.now < limit {
      try await Task.sleep(for: .milliseconds(50))
    }
    emulator.stop(SIGTERM)
    for board in [beside, first] { _ = try await settled(board) }
    let calls = try await BoardCalls(beside)
    #expect(calls.outbound == 4 && calls.all.count > 4)
    #expect(try await BoardCalls(first).all == calls.all)
    #expect(try await BoardCalls(crm).all == calls.all)
  }

  @Test func `a dead target is told, and what was not forwarded at the end`() async throws {
    let port = try Program.freePort()
    let board = try await board("first", "--forward", "http://u:sesam@127.0.0.1:\(port)/x?a=b")
    #expect(
      try await board.status("/exotel?CallSid=c1&EventType=Dial&DialWhomNumber=09880000001") == 200)
    let forward = try #require(try await settled(board))
    #expect(forward.retrying == 1 && forward.fault == "connection refused")
    board.stop(SIGTERM)
    #expect(board.log.contains("1 callback was not forwarded to http://127.0.0.1:\(port)/x\n"))
    #expect(!board.log.contains("sesam"))
  }

  @Test func `two listeners that forward to each other do not go on for ever`() async throws {
    let port = try Program.freePort()
    let first = try await board("first", "--forward", "http://127.0.0.1:\(port)/exotel")
    let second = try await ServedProgram(
      port,
      [
        "serve", "--port", "\(port)", "--data", folder.path("second"), "--forward",
        first.base + "/exotel",
      ]
    ) { try await $0.status("/healthz") == 200 }
    for number in 0..<3 {
      let dial = "/exotel?CallSid=c\(number)&EventType=Dial&DialWhomNumber=09880000001"
      #expect(try await first.status(dial) == 200)
    }
    #expect(try await returned(first, 3).delivered == 3)
    #expect(first.log.contains("callbacks come back to this listener"))
    #expect(first.log.components(separatedBy: "come back").count == 2, "said once")
    second.stop(SIGTERM)
  }

  @Test(arguments: ["127.1", "2130706433"])
  func `a listener that forwards to itself sends each callback once`(_ host: String) async throws {
    let port = try Program.freePort()
    let board = try await ServedProgram(
      port,
      [
        "serve", "--port", "\(port)", "--data", folder.path(host), "--forward",
        "http://\(host):\(port)/exotel",
      ]
    ) { try await $0.status("/healthz") == 200 }
    #expect(
      try await board.status("/exotel?CallSid=c1&EventType=Dial&DialWhomNumber=09880000001") == 200)
    #expect(try await returned(board, 1).delivered == 1)
  }

  /// How it forwards once a number of them has come back.
  private func returned(_ board: ServedProgram, _ count: Int) async throws -> Summary.Forward {
    let limit = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < limit {
      if let forward = try await forward(board), forward.returned >= count, forward.waiting == 0 {
        return forward
      }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw TerminalSession.Failure(description: "not \(count) came back: \(board.log)")
  }

  @Test func `a target that is the listener itself is refused`() throws {
    for option in ["http://localhost:9321/exotel", "http://0.0.0.0:9321/", "nonsense"] {
      let run = try Program.run(
        Program.callboard, ["serve", "--ephemeral", "--port", "9321", "--forward", option])
      #expect(run.status == 64 && run.errors.contains("--forward"), "\(run.errors)")
    }
  }
}

/// All calls of a board, by sid, without what depends on when callbacks arrived.
struct BoardCalls {
  private(set) var all: [String: String] = [:]
  /// How many that an API placed are over.
  private(set) var outbound = 0

  init(_ board: ServedBoard) async throws {
    var cursor: String? = ""
    while let place = cursor {
      let query = place.isEmpty ? "" : "&cursor=\(place)"
      guard let answer = await board.get("/v1/calls?state=all&limit=1000\(query)"),
        let page = try JSONSerialization.jsonObject(with: answer.body) as? [String: Any],
        let calls = page["calls"] as? [[String: Any]]
      else { return }
      for call in calls {
        guard let sid = call["sid"] as? String else { continue }
        if call["outcome"] is String, call["outgoing"] as? Bool == true { outbound += 1 }
        all[sid] = try Self.text(call)
      }
      cursor = page["cursor"] as? String
    }
  }

  /// Times that no callback tells are those of arrivals, to the millisecond.
  private static func text(_ call: [String: Any]) throws -> String {
    let arriving = ["startedAt", "answeredAt", "endedAt", "since", "talkSeconds", "ringSeconds"]
    let onLegs = ["dialedAt", "ringingAt", "answeredAt", "endedAt", "ringSeconds", "onCallSeconds"]
    var call = call.filter { !arriving.contains($0.key) }
    let legs = call["legs"] as? [[String: Any]] ?? []
    call["legs"] = legs.map { leg in leg.filter { !onLegs.contains($0.key) } }
    let data = try JSONSerialization.data(withJSONObject: call, options: .sortedKeys)
    return String(decoding: data, as: UTF8.self)
  }
}
