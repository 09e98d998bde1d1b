import Foundation
import Testing

/// `callboard replay`: onto the screen, as lines, and to a listener.
@Suite(.serialized) struct ReplayTests {
  private let folder: TemporaryFolder
  private var recording: String { folder.path("hunt.jsonl") }

  init() throws {
    folder = try TemporaryFolder()
    let run = try Program.run(
      Program.callboard,
      ["simulate", "sequential-hunt", "--calls", "3", "--seed", "5", "--record", recording])
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func `the screen is stepped through, and comes back to where it was`() async throws {
    let terminal = try TerminalSession(
      "\(Program.callboard) replay \(recording) --step; echo left $?")
    try await terminal.wait(for: "▶ replay hunt.jsonl", "paused ×1", " 0 of ")
    try terminal.type("nn")
    let two = try await terminal.wait(for: "ringing", " 2 of ")
    try terminal.type("n")
    try await terminal.wait(for: " 3 of ")
    try terminal.type("N")
    try await terminal.wait(for: " 2 of ")
    #expect(Self.list(try terminal.screen()) == Self.list(two))
    try terminal.type("tsoon\n")
    try await terminal.wait(for: "time soon   ")
    try terminal.press("C-u")
    try terminal.type("+9h\n")
    try await terminal.wait(for: "end ×1")
    try terminal.type("q")
    try await terminal.wait(for: "left 0")
  }

  /// The calls, without what stands still for the moment of a change alone.
  private static func list(_ screen: String) -> [Substring] {
    screen.split(separator: "\n").filter { $0.contains("+91 ") }
  }

  @Test func `as lines it tells each transition, and what is damaged`() throws {
    let whole = try Program.run(Program.callboard, ["replay", recording])
    #expect(whole.status == 0 && whole.text.contains("completed"))
    #expect(whole.errors.contains("0 rejected, 0 damaged"), "\(whole.errors)")
    var lines = try String(contentsOfFile: recording, encoding: .utf8).split(separator: "\n")
    lines.insert("no entry", at: 4)
    lines[7].removeLast(8)
    try lines.joined(separator: "\n").write(toFile: recording, atomically: true, encoding: .utf8)
    let damaged = try Program.run(Program.callboard, ["replay", recording])
    #expect(damaged.status == 0)
    #expect(damaged.errors.contains("2 damaged"), "\(damaged.errors)")
    #expect(damaged.errors.contains("hunt.jsonl, line 5: it is no journal entry"))
    #expect(damaged.errors.contains("hunt.jsonl, line 8: "))
  }

  @Test func `sent to a listener, it makes the board that it made`() async throws {
    let board = try await ServedBoard(data: folder.path("journal"))
    let run = try Program.run(
      Program.callboard,
      ["replay", recording, "--to", board.base + "/exotel", "--speed", "max"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("hunt.jsonl: 3 calls"), "\(run.text)")
    let sent = try String(contentsOfFile: recording, encoding: .utf8).split(separator: "\n").count
    let counts = try await board.callbackCounts()
    #expect(counts.count == 3 && counts.values.reduce(0, +) == sent)
    board.stop(SIGTERM)
    let nobody = try Program.run(
      Program.callboard, ["replay", recording, "--to", board.base + "/exotel", "--speed", "max"])
    #expect(nobody.status == 69 && nobody.errors.contains("nobody answers"), "\(nobody.errors)")
  }

  @Test func `a time outside of the recording is told with its dates`() throws {
    let run = try Program.run(
      Program.callboard, ["replay", recording, "--at", "2020-01-01 00:20"])
    let words =
      /the recording is from 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d to 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d/
    #expect(run.status == 64 && run.errors.firstMatch(of: words) != nil, "\(run.errors)")
  }

  @Test(
    arguments: [
      (["replay", "nowhere.jsonl"], 66, "nowhere.jsonl is not there"),
      (["replay", "x", "--speed", "0"], 64, "a speed is"),
      (["replay", "x", "--key", "k"], 64, "--key goes with --to"),
      (["replay", "x", "--step"], 64, "--step wants the screen"),
      (["replay", "x", "--to", "nowhere"], 64, "is no URL as http"),
    ] as [([String], Int32, String)])
  func `wrong use says what is right`(arguments: [String], status: Int32, words: String) throws {
    let run = try Program.run(Program.callboard, arguments)
    #expect(run.status == status && run.errors.contains(words), "\(run.errors)")
  }
}
