import Foundation
import Testing

/// `callboard calls`, `agents`, `summary` and `call`, beside a listener.
@Suite(.serialized) struct AskTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func ask(_ board: ServedBoard, _ words: String...) throws -> Program.Output {
    try Program.run(Program.callboard, words + ["--url", board.base])
  }

  /// A listener with one call that rings and one that was missed.
  private func board(_ options: String...) async throws -> ServedBoard {
    let board = try await ServedBoard(data: folder.path("journal"), options)
    for query in [
      "CallSid=c1&CallFrom=09812300001&CallTo=08044556678&DialWhomNumber=09880000001&EventType=Dial",
      "CallSid=c1&CallFrom=09812300001&DialWhomNumber=09880000001&EventType=Ringing",
      "CallSid=c2&CallFrom=09812300002&CallType=incomplete",
    ] {
      #expect(try await board.status("/exotel?" + query) == 200)
    }
    return board
  }

  @Test func `each question has a table, CSV and JSON`() async throws {
    let board = try await board()
    let calls = try ask(board, "calls", "--state", "all")
    #expect(calls.status == 0, "\(calls.errors)")
    #expect(calls.text.hasPrefix("STATE") && calls.text.contains("ringing"))
    #expect(calls.text.split(separator: "\n").count == 3)
    let some = try ask(board, "calls", "--filter", "from:98123", "--csv")
    #expect(
      some.text.hasPrefix("sid,families,outgoing,state,")
        && some.text.contains("\nc1,connect,false,ringing,"))
    let one = try ask(board, "calls", "--state", "all", "--limit", "1")
    #expect(one.text.contains("… 1 more"))
    let agents = try ask(board, "agents")
    #expect(agents.text.contains("09880000001") && agents.text.contains("ringing"))
    let summary = try ask(board, "summary", "--csv")
    #expect(summary.text.hasPrefix("dialing,ringing,") && summary.text.contains("\n0,1,0,0,"))
    let call = try ask(board, "call", "c1", "--json")
    let document = try JSONSerialization.jsonObject(with: Data(call.text.utf8)) as? [String: Any]
    #expect(document?["sid"] as? String == "c1")
    #expect(try ask(board, "call", "c1").text.contains("agent"))
  }

  @Test func `a call is found by the beginning of its sid, where there is one`() async throws {
    let board = try await board()
    for sid in ["9184aa", "9184bb", "77cc"] {
      let query = "/exotel?CallSid=\(sid)&DialWhomNumber=09880000001&EventType=Dial"
      #expect(try await board.status(query) == 200)
    }
    let one = try ask(board, "call", "77", "--json")
    let document = try JSONSerialization.jsonObject(with: Data(one.text.utf8)) as? [String: Any]
    #expect(document?["sid"] as? String == "77cc" && document?["callbacks"] != nil)
    let several = try ask(board, "call", "9184")
    #expect(several.status == 66)
    #expect(several.errors.contains("several calls begin with 9184: 9184aa, 9184bb"))
    let none = try ask(board, "call", "nobody")
    #expect(none.status == 66 && none.errors.contains("no call"), "\(none.errors)")
  }

  @Test func `for a call the listener is asked once`() async throws {
    let board = try await board()
    let proxy = try RoughProxy(to: board.port)
    defer { proxy.stop() }
    proxy.makeGood()
    let url = "http://127.0.0.1:\(proxy.port)"
    let call = try Program.run(Program.callboard, ["call", "c1", "--url", url])
    #expect(call.status == 0 && call.text.contains("agent"))
    #expect(proxy.connections == 1)
  }

  @Test func `a call is asked for whatever its sid has`() async throws {
    let board = try await board()
    let query = "/exotel?CallSid=a%2Fb&DialWhomNumber=09880000001&EventType=Dial"
    #expect(try await board.status(query) == 200)
    #expect(try ask(board, "call", "a/b").text.contains("agent"))
    #expect(try ask(board, "call", "a/").text.contains("agent"))
  }

  @Test func `where nothing matches it is said what was looked at`() async throws {
    let board = try await board()
    let live = try ask(board, "calls", "--filter", "outcome:missed")
    #expect(live.text == "No live calls match; --state all looks at those that ended too.\n")
    let all = try ask(board, "calls", "--state", "all", "--filter", "outcome:busy")
    #expect(all.text == "No calls match.\n")
    let past = try Program.run(
      Program.callboard, ["history", "--data", folder.path("journal"), "--outcome", "busy"])
    #expect(past.status == 0 && past.text == "No ended calls match.\n", "\(past)")
  }

  @Test func `what cannot be answered says why`() async throws {
    let board = try await board()
    #expect(try ask(board, "call", "nobody").status == 66)
    let filter = try ask(board, "calls", "--filter", "x:y")
    #expect(filter.status == 64 && filter.errors.contains("'x' is no key"))
    board.stop(SIGTERM)
    let dead = try ask(board, "summary")
    #expect(dead.status == 69 && dead.errors.contains("no listener answers at \(board.base)"))
    #expect(try Program.run(Program.callboard, ["agents", "--url", "nonsense"]).status == 64)
    #expect(try Program.run(Program.callboard, ["calls", "--csv", "--json"]).status == 64)
  }

  @Test func `a token is taken from a file`() async throws {
    let board = try await board("--token", "sesam")
    let refused = try ask(board, "calls")
    #expect(refused.status == 77 && refused.errors.contains("CALLBOARD_TOKEN"))
    try "sesam\n".write(toFile: folder.path("token"), atomically: true, encoding: .utf8)
    #expect(try ask(board, "calls", "--token-file", folder.path("token")).status == 0)
    #expect(try ask(board, "calls", "--token-file", folder.path("none")).status == 64)
  }

  @Test func `watched on a terminal it fits, and changes`() async throws {
    let board = try await board()
    let terminal = try TerminalSession(
      "\(Program.callboard) calls --url \(board.base) --watch 0.3", columns: 60)
    try await terminal.wait(for: "ringing", "09812300001")
    #expect(
      try await board.status("/exotel?CallSid=c1&DialWhomNumber=09880000001&EventType=Answered")
        == 200)
    let screen = try await terminal.wait(for: "talking")
    #expect(screen.split(separator: "\n").allSatisfy { $0.count <= 60 })
    try terminal.press("C-c")
  }
}
