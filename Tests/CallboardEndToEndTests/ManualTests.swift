import Foundation
import Testing

/// The manual page and the completions say what the program does.
@Suite struct ManualTests {
  private static let assets = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Assets")

  @Test func `the manual page names every command and every option, and no other`() throws {
    let page = try String(
      contentsOf: Self.assets.appending(path: "callboard.1"), encoding: .utf8
    ).replacing("\\-", with: "-")
    var known: Set<String> = []
    let commands = [
      "watch", "serve", "attach", "agent", "demo", "simulate", "emulate", "replay", "check",
      "calls", "agents", "summary", "call", "history", "report", "journal verify",
      "journal compact", "journal export", "config",
    ]
    for command in commands {
      #expect(command.split(separator: " ").allSatisfy { page.contains($0) }, "\(command)")
      let help = try Program.run(
        Program.callboard, command.split(separator: " ").map(String.init) + ["--help"])
      known.formUnion(Self.options(in: help.text))
    }
    #expect(Self.options(in: page) == known)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `the completions are those of the program`(_ shell: String) throws {
    let script = try Program.run(
      Program.callboard, ["--generate-completion-script", shell])
    let file = Self.assets.appending(path: "completions/callboard.\(shell)")
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(
      kept == script.text,
      "write it anew: callboard --generate-completion-script \(shell) > Assets/completions/…")
  }

  private static func options(in text: String) -> Set<String> {
    Set(text.matches(of: /--[a-z][a-z-]*[a-z]/).map { String($0.output) })
  }
}
