import Foundation
import Testing

@testable import BoardScreen

/// Every key of every view in a real terminal, on a busy board.
@Suite(.serialized) struct ScreenWalkTests {
  private func demo(
    _ options: String = "", _ body: (_ terminal: TerminalSession) async throws -> Void
  ) async throws {
    let terminal = try TerminalSession(
      "\(Program.callboard) demo --rate 300 \(options); echo left $?")
    try terminal.tmux(["set", "-g", "set-clipboard", "on"])
    try await terminal.wait(for: "talking")
    try await body(terminal)
    try await terminal.wait(for: "quitting") { screen in
      if screen.contains("left 0") { return true }
      try terminal.press("Escape")
      try terminal.type("q")
      return false
    }
  }

  /// As tmux calls a key.
  private func name(_ key: Key) -> String {
    switch key {
    case .character(" "): "Space"
    case .character(";"): "\\;"
    case .character(let character): String(character)
    case .control(let letter): "C-\(letter)"
    case .pageUp: "PPage"
    case .pageDown: "NPage"
    case .escape: "Escape"
    case .backspace: "BSpace"
    case .backTab: "BTab"
    case .up, .down, .left, .right, .home, .end, .enter, .tab: key.name
    }
  }

  /// What is pressed to come from anywhere to a view.
  private func way(to kind: ScreenView.Kind) -> [String] {
    let keys: [String] =
      switch kind {
      case .calls: ["1"]
      case .agents: ["2"]
      case .timeline: ["3"]
      case .history: ["4"]
      case .callbacks: ["5"]
      case .call: ["1", "g", "Enter"]
      case .agent: ["2", "g", "Enter"]
      case .request: ["5", "/", "C-u", "names", "Enter", "g", "Enter"]
      case .floor: ["1", "F"]
      case .help: ["1", "?"]
      }
    return ["Escape", "Escape", "Escape"] + keys
  }

  /// Sends what is rejected to the listener of a demo.
  private func sendWrong(_ terminal: TerminalSession) throws {
    let address = try #require(try terminal.screen().firstMatch(of: /listening (\S+)/)).output.1
    let run = try Program.run("/usr/bin/curl", ["-s", "http://\(address)?a=b"])
    #expect(run.text.contains("the request names no call"))
  }

  @Test func `a rejected request is opened whole`() async throws {
    try await demo { terminal in
      try sendWrong(terminal)
      try terminal.tmux(["send-keys"] + way(to: .request))
      let screen = try await terminal.wait(for: "Request ", "answered 400", "/exotel?a=b")
      #expect(screen.contains("the request names no call: looked for CallSid, call_sid"))
    }
  }

  @Test func `every key of every view leaves the screen whole`() async throws {
    try await demo { terminal in
      try sendWrong(terminal)
      for kind in ScreenView.Kind.allCases { try await pressAll(in: kind, terminal) }
    }
  }

  private func pressAll(in kind: ScreenView.Kind, _ terminal: TerminalSession) async throws {
    for binding in KeyBindings.standard.inForce where binding.works(in: kind) {
      guard binding.action != .back, binding.action != .suspend else { continue }
      for key in binding.keys {
        try terminal.tmux(["send-keys"] + way(to: kind) + [name(key)])
        try await terminal.wait(for: "a whole screen after \(key.name) in \(kind)") { screen in
          let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
          return lines.first?.contains(/^ +(callboard|PAUSED) +● listening/) ?? false
            && lines.allSatisfy { TextWidth.of(String($0)) <= 120 }
        }
      }
    }
  }

  @Test func `a filter is typed, kept in force and taken back`() async throws {
    try await demo { terminal in
      try terminal.press("4")
      try await terminal.wait(for: "completed")
      try terminal.type("/outcome:completed talk>")
      try await terminal.wait(for: "/outcome:completed talk>", "a time is missing")
      try terminal.type("0s")
      try terminal.press("Enter")
      try await terminal.wait(for: "only those") { screen in
        screen.contains(" of ") && screen.contains("completed") && !screen.contains("✗ missed")
      }
      try terminal.press("Escape")
      try await terminal.wait(for: "all") { !$0.contains(" of ") }
    }
  }

  @Test func `a number is copied, and the screen saved in every form`() async throws {
    try await demo { terminal in
      try terminal.press("4")
      try await terminal.wait(for: "missed")
      try terminal.press("j", "y", "n")
      try await terminal.wait(for: "Copied")
      let copied = try terminal.tmux(["show-buffer"])
      #expect(copied.filter(\.isNumber).count >= 10, "\(copied)")
      for (key, ending) in [("t", "txt"), ("s", "svg"), ("h", "html")] {
        try terminal.press("w", key)
        try await terminal.wait(for: "Written", ".\(ending).")
        let file = try #require(
          try FileManager.default.contentsOfDirectory(atPath: terminal.folder.path)
            .first { $0.hasSuffix(ending) })
        let text = try String(
          contentsOf: terminal.folder.appending(path: file), encoding: .utf8)
        #expect(text.contains("callboard") && text.contains("listening"))
      }
      try terminal.press("x", "c")
      try await terminal.wait(for: "Written", "csv. ")
    }
  }

  @Test func `what was chosen is there at the next start`() async throws {
    let port = try Program.freePort()
    let terminal = try TerminalSession(
      "\(Program.callboard) --port \(port); echo left $?; \(Program.callboard) --port \(port)")
    try await terminal.wait(for: "no callbacks yet")
    try terminal.press("2", "c", "Space", "Escape")
    try await terminal.wait(for: "no names") { !$0.contains("AGENT ") && $0.contains("STATUS") }
    try terminal.press("s")
    try await terminal.wait(for: "▲STATUS")
    try terminal.press("q")
    try await terminal.wait(for: "left 0")
    try await terminal.wait(for: "no callbacks yet")
    try terminal.press("2")
    try await terminal.wait(for: "▲STATUS") { $0.contains("▲STATUS") && !$0.contains("AGENT ") }
    try terminal.press("q")
  }
}
