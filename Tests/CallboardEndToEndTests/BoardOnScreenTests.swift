import CallbackDelivery
import CallbackWire
import Foundation
import MonitorHTTP
import Testing

/// The real program in a real terminal, fed over HTTP.
@Suite(.serialized) struct BoardOnScreenTests {
  /// Watches on a free port, in a terminal, with what sends callbacks to it.
  private func watching(
    _ options: String = "",
    _ body: (_ terminal: TerminalSession, _ send: (RawCallback) async throws -> Void) async throws
      -> Void
  ) async throws {
    let port = try Program.freePort()
    let terminal = try TerminalSession(
      "stty -a > before; \(Program.callboard) --port \(port) \(options); echo left $?; stty -a > after"
    )
    try await terminal.wait(for: "listening 127.0.0.1:\(port)/exotel")
    let sender = CallbackSender()
    let target = try CallbackTarget("http://127.0.0.1:\(port)/exotel")
    let result: Result<Void, any Error>
    do {
      try await body(terminal) { _ = try await sender.send($0, to: target) }
      result = .success(())
    } catch {
      result = .failure(error)
    }
    try await sender.close()
    try result.get()
  }

  @Test func `a call is seen ringing, talking and ended, and its agent busy and free`()
    async throws
  {
    let roster = URL.temporaryDirectory.appending(path: "roster-\(UUID().uuidString).yaml")
    try "agents:\n  - number: '+919880000001'\n    name: Asha Rao\n    team: Sales\n".write(
      to: roster, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: roster) }
    try await watching("--roster \(roster.path)") { terminal, send in
      for event in ["Dial", "Ringing"] {
        try await send(Callbacks.connect(event, sid: "call-1"))
      }
      try await terminal.wait(for: "ringing", "Asha Rao", "1 busy")
      try await send(Callbacks.connect("Answered", sid: "call-1", after: 1))
      try await terminal.wait(for: "talking", "TALKING 1")
      try await send(Callbacks.connect("Terminal", sid: "call-1", after: 2))
      try await terminal.wait(for: "completed", "0 busy")
      try await leave(terminal)
    }
  }

  @Test func `the published samples are taken, and a call can be opened`() async throws {
    try await watching { terminal, send in
      try await send(Callbacks.publishedRinging)
      try await terminal.wait(for: "calling", "→+91 87802 96135")
      try await send(Callbacks.publishedTerminal)
      try await terminal.wait(for: "completed", "calling")
      try terminal.press("G", "Enter", "Tab", "Tab")
      try await terminal.wait(
        for: "054cfcd8910389ff64882d8e25211646", "08780296135", "RingingD")
      try terminal.press("Escape")
      try terminal.type("5")
      try await terminal.wait(for: "POST", "200")
      try await leave(terminal)
    }
  }

  @Test func `the screen follows the size of its window`() async throws {
    try await watching { terminal, send in
      try await send(Callbacks.connect("Dial", sid: "call-1"))
      try await terminal.wait(for: "dialing")
      try terminal.resize(columns: 80, rows: 24)
      try await terminal.wait(for: "the narrow screen") { screen in
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
        return screen.contains("dialing") && lines.allSatisfy { $0.count <= 80 }
      }
      try terminal.resize(columns: 60, rows: 12)
      try await terminal.wait(for: "dialing")
      try terminal.resize(columns: 59, rows: 12)
      try await terminal.wait(for: "too small")
      try terminal.resize(columns: 120, rows: 36)
      try await terminal.wait(for: "dialing", "listening")
      try await leave(terminal)
    }
  }

  @Test(arguments: ["INT", "TERM", "HUP", "SEGV"])
  func `the terminal is as it was, whatever ends the program`(_ signal: String) async throws {
    try await watching { terminal, _ in
      let shell = try terminal.state("#{pane_pid}")
      let found = try Program.run("/usr/bin/env", ["pgrep", "-P", shell, "callboard"])
      let process = found.text.trimmingCharacters(in: .whitespacesAndNewlines)
      _ = try Program.run("/usr/bin/env", ["kill", "-\(signal)", process])
      try await terminal.wait(for: "left")
      try await expectRestored(terminal)
    }
  }

  @Test func `it can be suspended and taken up again`() async throws {
    try await watching { terminal, send in
      try terminal.press("C-z")
      try await terminal.wait(for: "the shell") { _ in
        try terminal.state("#{alternate_on}") == "0"
      }
      try terminal.type("fg\n")
      try await terminal.wait(for: "listening")
      try await send(Callbacks.connect("Dial", sid: "call-1"))
      try await terminal.wait(for: "dialing")
      try terminal.type("q")
      try await terminal.wait(for: "the shell") { _ in
        try terminal.state("#{alternate_on}") == "0"
      }
    }
  }

  private func leave(_ terminal: TerminalSession) async throws {
    try terminal.type("q")
    try await terminal.wait(for: "quitting") { screen in
      if screen.contains("left 0") { return true }
      try terminal.type("q")
      return false
    }
    try await expectRestored(terminal)
  }

  private func expectRestored(_ terminal: TerminalSession) async throws {
    try terminal.type("\nclear; cmp before after && echo same terminal\n")
    try await terminal.wait(for: "same terminal")
    #expect(try terminal.state("#{alternate_on} #{cursor_flag} #{mouse_any_flag}") == "0 1 0")
  }
}
