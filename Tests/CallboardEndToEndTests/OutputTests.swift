import Foundation
import Testing

/// What becomes of the program where nobody reads it, or its output cannot be written.
@Suite(.serialized) struct OutputTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func shell(_ line: String) throws -> Program.Output {
    try Program.run(
      "/bin/sh", ["-c", line.replacing("callboard ", with: Program.callboard + " ")])
  }

  private func recording(calls: Int) throws -> String {
    let path = folder.path("calls.jsonl")
    let run = try shell("callboard simulate busy-day --calls \(calls) --seed 1 --record \(path)")
    #expect(run.status == 0, "\(run.errors)")
    return path
  }

  /// A pipe of 4 KB, by its path, with the end that would read it.
  private func pipe() throws -> (path: String, reader: Int32) {
    let path = folder.path("pipe")
    try #require(mkfifo(path, 0o600) == 0)
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    // F_SETPIPE_SZ, which Foundation does not know.
    try #require(reader >= 0 && fcntl(reader, 1_031, 4_096) == 4_096)
    return (path, reader)
  }

  private func isFull(_ reader: Int32) -> Bool {
    var count: Int32 = 0
    return ioctl(reader, UInt(FIONREAD), &count) == 0 && count > 3_900
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `a reader that does not read holds up neither callbacks nor the end`(
    _ signal: Int32
  ) async throws {
    let (path, reader) = try pipe()
    defer { close(reader) }
    let port = try Program.freePort()
    var sent = 0
    let board = try await ServedProgram(
      port, ["--port", "\(port)", "--ephemeral"], output: path
    ) { board in
      sent += 1
      let query = "CallSid=c\(sent)&EventType=Dial&DialWhomNumber=09880000001"
      _ = try await board.status("/exotel?\(query)")
      return isFull(reader)
    }
    for extra in 0..<3 {
      let query = "CallSid=late\(extra)&EventType=Dial&DialWhomNumber=09880000001"
      #expect(try await board.status("/exotel?\(query)") == 200)
    }
    let began = ContinuousClock.now
    #expect(board.stop(signal) == 0)
    #expect(ContinuousClock.now - began < .seconds(4))
  }

  @Test func `the emulator ends before a reader that does not read`() async throws {
    let (path, reader) = try pipe()
    defer { close(reader) }
    let port = try Program.freePort()
    // curl, as Foundation's client sometimes never comes back from a 401.
    func statuses(_ calls: String) throws -> String {
      let url = "http://127.0.0.1:\(port)/v1/Accounts/nobody/Calls/\(calls)"
      return try Program.run(
        "/usr/bin/curl", ["-s", "-o", "/dev/null", "-w", "%{http_code}\n", url]
      ).text
    }
    let emulator = try await ServedProgram(
      port, ["emulate", "--port", "\(port)"], output: path
    ) { _ in try statuses("connect") == "401\n" }
    #expect(try statuses("[1-120]") == String(repeating: "401\n", count: 120))
    #expect(isFull(reader))
    #expect(emulator.stop(SIGTERM) == 0)
  }

  @Test func `a listener that cannot print says so once, listens on, and ends with 74`()
    async throws
  {
    let port = try Program.freePort()
    let board = try await ServedProgram(
      port, ["--port", "\(port)", "--ephemeral"], output: "/dev/full"
    ) { board in
      _ = try await board.status("/exotel?CallSid=a&EventType=Dial&DialWhomNumber=09880000001")
      return board.log.contains("cannot write the output: No space left on device")
    }
    for number in 0..<3 {
      let query = "CallSid=b\(number)&EventType=Dial&DialWhomNumber=09880000001"
      #expect(try await board.status("/exotel?\(query)") == 200)
    }
    #expect(board.stop(SIGTERM) == 74)
    #expect(board.log.ranges(of: "cannot write the output").count == 1, "\(board.log)")
  }

  @Test(
    arguments: [
      "--help", "--version", "help calls", "simulate --list", "config", "check --help",
      "replay RECORDING", "check RECORDING", "demo --help", "emulate --numbers",
      "--generate-completion-script zsh",
    ])
  func `an output that cannot be written is told, with status 74`(_ words: String) throws {
    let path = words.contains("RECORDING") ? try recording(calls: 40) : ""
    let run = try shell("callboard \(words.replacing("RECORDING", with: path)) >/dev/full")
    #expect(run.status == 74, "\(run.errors)")
    #expect(run.errors.contains("cannot write the output: No space left"), "\(run.errors)")
  }

  @Test(arguments: ["attach URL", "agent 09880000001 --follow --url URL"])
  func `who only shows another listener ends where its output cannot be written`(
    _ words: String
  ) async throws {
    // The call changes by time alone, soon after it is attached to.
    let board = try await ServedBoard(data: folder.path("journal"), ["--missed-after", "3"])
    let dial = "/exotel?CallSid=a&EventType=Dial&DialWhomNumber=09880000001"
    #expect(try await board.status(dial) == 200)
    let line = "timeout 60 callboard \(words.replacing("URL", with: board.base))"
    let run = try shell(line + " >/dev/full")
    #expect(run.status == 74, "\(run.errors)")
    #expect(run.errors.contains("cannot write the output: No space left"), "\(run.errors)")
    board.stop(SIGTERM)
  }

  @Test func `a closed pipe ends it without a word`() throws {
    let path = try recording(calls: 400)
    let run = try shell("callboard replay \(path) | head -n 1")
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    #expect(run.text.split(separator: "\n").count == 1)
  }

  @Test(
    arguments: [
      ("serve --port x", 64), ("calls --url http://127.0.0.1:1", 69), ("frobnicate", 64),
      ("history --data /nowhere", 66), ("report --day never", 64), ("replay /nowhere", 66),
    ])
  func `where nothing can be said the exit code still says it`(
    _ words: String, _ status: Int32
  ) throws {
    for errors in ["2>/dev/full", "2>&-", ">&- 2>&- <&-"] {
      #expect(try shell("callboard \(words) \(errors)").status == status, "\(errors)")
    }
  }

  @Test(arguments: ["2>/dev/full", "2>&-", ">&- 2>&- <&-"])
  func `a listener without standard descriptors listens`(_ closing: String) async throws {
    let port = try Program.freePort()
    let data = folder.path("journal")
    let words = "--port \(port) --data \(data)"
    let board = try await ServedProgram.shell(
      "exec \(Program.callboard) serve \(words) \(closing)", port: port
    ) { try await $0.status("/healthz") == 200 }
    #expect(
      try await board.status("/exotel?CallSid=a&EventType=Dial&DialWhomNumber=0988") == 200)
    #expect(board.stop(SIGTERM) == 0)
    let verified = try shell("callboard journal verify --data \(data)")
    #expect(verified.status == 0, "\(verified.text)")
  }
}
