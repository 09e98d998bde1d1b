import Foundation
import Testing

/// A signal that ends the program ends it at once, and leaves a terminal as it was.
@Suite(.serialized) struct FatalSignalTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func served(_ environment: [String: String?]) async throws -> ServedProgram {
    let port = try Program.freePort()
    return try await ServedProgram(
      port, ["serve", "--port", "\(port)", "--ephemeral"], environment: environment
    ) { try await $0.status("/healthz") == 200 }
  }

  @Test(arguments: [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT])
  func `a fault ends the listener by its signal, with a backtrace`(_ signal: Int32) async throws {
    for backtraces in [nil, "enable=yes", "enable=no"] {
      let board = try await served(["SWIFT_BACKTRACE": backtraces])
      let began = ContinuousClock.now
      #expect(board.stop(signal) == 128 + signal)
      #expect(ContinuousClock.now - began < .seconds(5))
      #expect(board.log.contains("callboard: ended by signal \(signal) ("), "\(board.log)")
      #expect(board.log.contains("backtrace"))
      #expect(board.log.split(separator: "\n").count > 4, "\(board.log)")
    }
  }

  @Test(arguments: [("memory", SIGSEGV), ("trap", SIGILL), ("stack", SIGSEGV)])
  func `a real fault of any thread does so too`(_ kind: String, _ signal: Int32) async throws {
    let file = folder.path(kind)
    let board = try await served([
      "SWIFT_BACKTRACE": nil, "CALLBOARD_FAULT": "\(kind):\(file)",
    ])
    #expect(FileManager.default.createFile(atPath: file, contents: nil))
    #expect(board.end() == 128 + signal)
    #expect(board.log.contains("ended by signal \(signal) ("), "\(board.log)")
    #expect(board.log.contains(" at address 0x"))
  }

  /// A board on a terminal, whose process has written its number.
  private func screen(
    _ variables: String,
    _ body: (_ terminal: TerminalSession, _ process: pid_t) async throws -> Void
  ) async throws {
    let board = "\(Program.callboard) --ephemeral --port \(try Program.freePort())"
    let run = "sh -c 'ulimit -c 0; echo $$ >pid; \(variables) exec \(board)'"
    let terminal = try TerminalSession("\(run); echo left $?; stty -a; echo all $?")
    try await terminal.wait(for: "no callbacks yet")
    let number = try String(contentsOf: terminal.folder.appending(path: "pid"), encoding: .utf8)
    try await body(terminal, try #require(pid_t(number.dropLast())))
  }

  private func expectWhole(_ terminal: TerminalSession, status: Int32) async throws {
    let screen = try await terminal.wait(for: "left \(status)", "all 0")
    #expect(screen.contains(" icanon") && !screen.contains("-icanon"), "\(screen)")
    #expect(screen.contains(" echo ") && !screen.contains("-echo "), "\(screen)")
    #expect(
      try terminal.state("#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{keypad_flag}")
        == "0 1 0 0")
  }

  @Test(
    arguments: [
      SIGQUIT, SIGUSR1, SIGALRM, SIGXCPU, SIGSYS, SIGIO, 40, SIGSEGV, SIGABRT,
    ])
  func `the terminal is given back before the signal has its way`(_ signal: Int32) async throws {
    try await screen("SWIFT_BACKTRACE=enable=yes") { terminal, process in
      kill(process, signal)
      try await expectWhole(terminal, status: 128 + signal)
    }
  }

  @Test func `a real fault beside a screen is reported in the log`() async throws {
    try await screen("CALLBOARD_FAULT=trap:fault") { terminal, _ in
      let file = terminal.folder.appending(path: "fault").path
      #expect(FileManager.default.createFile(atPath: file, contents: nil))
      try await expectWhole(terminal, status: 128 + SIGILL)
    }
  }
}
