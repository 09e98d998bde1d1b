import Foundation
import MonitorHTTP
import Testing

/// `callboard agent`: who rings for one agent, on their own machine.
@Suite(.serialized) struct AgentTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func board(_ options: String...) async throws -> ServedBoard {
    try """
    agents:
      - {number: "+919880000001", name: Asha Rao}
      - {number: "+919880000002", name: Ravi Rao}
    lines: [{number: "08044556678", label: Sales}]
    """.write(toFile: folder.path("roster.yaml"), atomically: true, encoding: .utf8)
    return try await ServedBoard(
      data: folder.path("journal"), ["--roster", folder.path("roster.yaml")] + options)
  }

  private func send(_ event: String, _ sid: String = "c1", to board: ServedBoard) async throws {
    let query =
      "CallSid=\(sid)&CallFrom=%2B919812300001&CallTo=08044556678&Direction=incoming"
      + "&DialWhomNumber=%2B919880000001&EventType=\(event)&Status=busy"
    #expect(try await board.status("/exotel?" + query) == 200)
  }

  private func agent(_ board: ServedBoard, _ words: String...) throws -> Program.Output {
    try Program.run(Program.callboard, ["agent"] + words + ["--url", board.base])
  }

  @Test func `from free to ringing to talking to free, with one notification and nothing else`()
    async throws
  {
    let board = try await board()
    let terminal = try TerminalSession(
      "until [ -e go ]; do sleep 0.1; done; \(Program.callboard) agent asha --url \(board.base); echo left",
      columns: 90, rows: 9)
    let sent = terminal.folder.appending(path: "sent")
    try terminal.tmux(["pipe-pane", "-o", "cat > '\(sent.path)'"])
    try Data().write(to: terminal.folder.appending(path: "go"))
    // So low a window tells the state in a word instead of large letters.
    try await terminal.wait(for: "Asha Rao", "attached to", " FREE")
    try await send("Dial", to: board)
    try await send("Ringing", to: board)
    try await terminal.wait(for: " RINGING ", "+91 98123 00001  on Sales")
    #expect(try agent(board, "asha", "--once").status == 0)
    try await send("Answered", to: board)
    try await terminal.wait(for: " TALKING ", "1 answered")
    try await send("Terminal", to: board)
    try await terminal.wait(for: " FREE ")
    try terminal.resize(columns: 90, rows: 24)
    try await terminal.wait(for: "Last calls: 1", "completed", "███")
    // The same caller again is known.
    try await send("Ringing", "c2", to: board)
    try await terminal.wait(for: "This caller before: 1")
    try await terminal.wait(for: "the second notification") { _ in
      try sequences(in: sent).count >= 4
    }
    try terminal.type("q")
    try await terminal.wait(for: "\nleft")
    let text = String(decoding: try Data(contentsOf: sent), as: UTF8.self)
    let notice = "Callboard: +91 98123 00001, Sales, ringing"
    let notify = "notify;Callboard;+91 98123 00001, Sales, ringing"
    #expect(
      try sequences(in: sent) == ["9 \(notice)", "777 \(notify)", "9 \(notice)", "777 \(notify)"])
    let rest = text.replacing(/\u{1B}\][^\u{7}]*\u{7}/, with: "")
    #expect(rest.count(where: { $0 == "\u{7}" }) == 2, "the bell, once for each ring")
    #expect(!rest.contains("\u{1B}P") && !rest.contains("\u{1B}_"))
  }

  /// The operating system commands that the terminal was sent.
  private func sequences(in file: URL) throws -> [String] {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .matches(of: /\u{1B}\]([0-9]+);([^\u{7}]*)\u{7}/).map { "\($0.output.1) \($0.output.2)" }
  }

  @Test func `in one line: it rings, it does not, nobody can tell`() async throws {
    let board = try await board()
    let free = try agent(board, "asha", "--once")
    #expect(free.status == 1 && free.text == "free\n", "\(free)")
    try await send("Dial", to: board)
    try await send("Ringing", to: board)
    let ringing = try agent(board, "+91 98800 00001", "--once")
    #expect(ringing.status == 0, "\(ringing)")
    #expect(ringing.text.wholeMatch(of: /ringing 0:\d\d  \+919812300001 on Sales\n/) != nil)
    try await send("Answered", to: board)
    #expect(try agent(board, "asha", "--once").status == 1)
    try await send("Ringing", "c2", to: board)
    let both = try agent(board, "asha", "--once")
    #expect(both.status == 0, "while they talk another call rings")
    #expect(
      both.text.wholeMatch(
        of: /talking 0:\d\d  \+919812300001 on Sales; ringing  \+919812300001 on Sales\n/) != nil,
      "\(both)")
    let several = try agent(board, "rao", "--once")
    #expect(several.status == 2 && several.text == "unknown: 2 agents match 'rao'\n")
    #expect(several.errors.contains("\n  +919880000001  Asha Rao\n"))
    #expect(try agent(board, "meera", "--once").status == 2)
    let stranger = try agent(board, "09999900000", "--once")
    #expect(stranger.status == 2 && stranger.text == "unknown: no call of this agent has come\n")
    board.stop(SIGTERM)
    let dead = try agent(board, "asha", "--once")
    #expect(dead.status == 2 && dead.text == "unknown: connection refused\n", "\(dead)")
  }

  @Test func `a line for each change, and one when nobody knows any more`() async throws {
    let board = try await board()
    try await send("Dial", to: board)
    let lines = try await ServedProgram.running(
      ["agent", "asha", "--follow", "--url", board.base], isUp: { $0.output.contains("dialing") })
    for event in ["Ringing", "Answered"] { try await send(event, to: board) }
    for event in ["Ringing", "Terminal"] { try await send(event, "c2", to: board) }
    try await wait(lines, for: "no-answer")
    try await send("Terminal", to: board)
    try await wait(lines, for: "free")
    board.stop(SIGTERM)
    try await wait(lines, for: "unknown")
    lines.stop(SIGTERM)
    let states = lines.output.split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true)[1]
    }
    #expect(
      states == [
        "dialing", "ringing", "talking", "ringing", "no-answer", "talking", "free", "unknown",
      ], "\(lines.output)")
    #expect(lines.output.contains("ringing  +919812300001  on Sales  c1\n"))
  }

  private func wait(_ lines: ServedProgram, for text: String) async throws {
    let limit = ContinuousClock.now + .seconds(20)
    while !lines.output.contains(text), ContinuousClock.now < limit {
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  @Test func `who is not one agent is told so before the screen`() async throws {
    let board = try await board()
    let several = try agent(board, "rao")
    #expect(several.status == 64 && several.errors.contains("\n  +919880000002  Ravi Rao"))
    let nobody = try agent(board, "meera")
    #expect(nobody.status == 66 && nobody.errors.contains("'callboard agents' lists"))
    #expect(try Program.run(Program.callboard, ["agent"]).status == 64)
    #expect(try agent(board, "asha", "--once", "--follow").status == 64)
    board.stop(SIGTERM)
    #expect(try agent(board, "asha").status == 69)
  }
}
