import Foundation
import Testing

/// The real program, run for what it says and how it exits.
@Suite struct CommandTests {
  private func callboard(_ arguments: String...) throws -> Program.Output {
    try Program.run(Program.callboard, arguments)
  }

  @Test func `help and version are printed`() throws {
    let help = try callboard("--help")
    #expect(help.status == 0)
    for command in ["watch", "serve", "demo"] { #expect(help.text.contains(command)) }
    #expect(try callboard("--version").status == 0)
  }

  @Test func `a port in use is said in one line, with status 69`() throws {
    let (descriptor, port) = try Program.takePort()
    defer { close(descriptor) }
    let second = try callboard("serve", "--port", "\(port)")
    #expect(second.status == 69)
    #expect(second.errors.contains("port \(port)"))
    #expect(second.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    (["serve", "--zone", "Mars/Base"], "Mars/Base"), (["serve", "--country", "XX"], "XX"),
    (["serve", "--port", "99999"], "99999"), (["serve", "--missed-after", "0"], "missed-after"),
    (["serve", "--bind", "0.0.0.0"], "--key"), (["serve", "--roster", "/nowhere"], "/nowhere"),
    (["--frobnicate"], "frobnicate"), (["help", "nosuch"], "there is no command 'nosuch'"),
    (["journal"], "journal verify"), (["simulate", "missed", "--lst"], "--list"),
    (["report", "--day", "2026-02-30"], "is no day"), (["calls", "--limit", "0"], "--limit"),
    (["calls", "--filter", "ring>>3"], "--filter, at character 6"),
    (["config", "--keep-size", "5"], "a number and a unit"),
    (["config", "--max-body", "65536"], "a number and a unit"),
    (["config", "--missed-after", "1m"], "seconds, from 1 to"),
    (["config", "--port", "x"], "from 1 to 65535"), (["calls", "--limit", "x"], "from 1 to 1000"),
    (["simulate", "--calls", "x"], "a whole number from 1"),
    (["demo", "--rate", "x"], "calls a minute"), (["demo", "--after", "1m"], "seconds, from 0"),
    (["simulat"], "did you mean 'simulate'?"), (["zzz"], "'callboard help' lists them"),
    (["journal", "verfy"], "did you mean 'journal verify'?"),
    (["help", "journal", "nosuch"], "there is no command 'journal nosuch'"),
  ])
  func `wrong use is said, with status 64`(_ arguments: [String], _ word: String) throws {
    let output = try Program.run(Program.callboard, arguments)
    #expect(output.status == 64)
    #expect(output.errors.contains(word), "\(output.errors)")
    #expect(output.errors.split(separator: "\n").count == 1, "\(output.errors)")
  }

  @Test(arguments: [
    ("journal verify", "journal verify --help"), ("journal verify", "journal verify -h"),
    ("journal verify", "help journal verify"), ("journal verify", "journal help verify"),
    ("journal export", "journal export --data d --help"), ("journal", "journal --help"),
    ("journal", "help journal"), ("journal", "journal help"), ("calls", "calls -h"),
    ("help", "help help"),
  ])
  func `the help of a command is there in every spelling`(_ command: String, _ line: String) throws
  {
    let help = try Program.run(Program.callboard, line.split(separator: " ").map(String.init))
    #expect(help.status == 0, "\(help.errors)")
    #expect(help.text.contains("USAGE: callboard \(command)"), "\(help.text)")
  }

  @Test func `a size without a unit is no configuration either`() throws {
    let folder = try TemporaryFolder()
    let file = folder.path("config.yaml")
    try "keep-size: 5\n".write(toFile: file, atomically: true, encoding: .utf8)
    let output = try callboard("config", "--config", file)
    #expect(output.status == 78 && output.errors.contains("a number and a unit"))
  }

  @Test func `a wrong roster line is named with its place`() throws {
    let file = URL.temporaryDirectory.appending(path: "roster-\(UUID().uuidString).yaml")
    try "agents:\n  - name: Asha\n  - number: '1'\n    nmae: x\n".write(
      to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = try callboard("serve", "--roster", file.path)
    #expect(output.status == 64)
    #expect(output.errors.contains("line 2"))
    #expect(output.errors.contains("line 4, column 5: unknown key 'nmae'"))
  }

  @Test func `without a terminal each transition is one line`() throws {
    let output = try Program.run(
      "/bin/sh", ["-c", "timeout -s INT 30 \(Program.callboard) demo --rate 600 | head -n 4"])
    let lines = output.text.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { !$0.contains("\u{1B}") })
    #expect(output.text.contains("dialing") || output.text.contains("ringing"))
  }
}
