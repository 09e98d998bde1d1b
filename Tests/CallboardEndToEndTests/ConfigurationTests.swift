import Foundation
import Testing

/// The real program with a configuration file.
@Suite struct ConfigurationTests {
  private func callboard(_ configuration: String, _ arguments: String...) throws -> Program.Output {
    let file = URL.temporaryDirectory.appending(path: "configuration-\(UUID().uuidString).yaml")
    try configuration.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    return try Program.run(Program.callboard, arguments + ["--config", file.path])
  }

  @Test func `what is in effect is printed with where it is from`() throws {
    let output = try callboard(
      "missed-after: 45\nkey: hidden-one\n", "config", "--port", "9000", "--token", "hidden-two")
    #expect(output.status == 0, "\(output.errors)")
    #expect(output.text.hasPrefix("# read from /"))
    #expect(output.text.contains("port: 9000  # command line\n"))
    #expect(output.text.contains("missed-after: 45  # configuration-"))
    #expect(output.text.contains("stale-after: 600  # default\n"))
    #expect(!output.text.contains("hidden"))
    let again = try callboard(output.text, "config")
    #expect(again.status == 0, "\(again.errors)")
    #expect(again.text.contains("port: 9000  # configuration-"))
  }

  @Test func `without a file it is said where it would be`() throws {
    let output = try Program.run(Program.callboard, ["config"])
    #expect(output.status == 0)
    #expect(output.text.hasPrefix("# no configuration file; it would be /"))
    #expect(output.text.contains("port: 8080  # default\n"))
  }

  @Test(arguments: ["config", "serve", "history", "report"])
  func `all faults of a file are told, with status 78`(_ command: String) throws {
    let output = try callboard(
      "port: 0\nprot: 1\nzone: Mars/Base\ncolumns: {calls: [foo]}\nkeys: {pause: j}\n", command)
    #expect(output.status == 78)
    let lines = output.errors.split(separator: "\n")
    #expect(lines.count == 5, "\(output.errors)")
    #expect(lines.allSatisfy { $0.contains("callboard: /") && $0.contains(".yaml: line ") })
    #expect(lines.first?.contains("line 1, column 7: port 0: a port is a number") == true)
    #expect(output.text.isEmpty)
  }

  @Test func `a file that is named must be there`() throws {
    let output = try Program.run(Program.callboard, ["serve", "--config", "/nowhere.yaml"])
    #expect(output.status == 78)
    #expect(output.errors.contains("/nowhere.yaml: cannot be read"))
  }

  @Test func `help, the version and completions do with a faulty file`() throws {
    let help = try callboard("port: 0\n", "watch", "--help")
    #expect(help.status == 0)
    #expect(help.text.contains("(default: 8080)"))
    #expect(help.errors.isEmpty)
    #expect(try callboard("port: 0\n", "--version").status == 0)
    #expect(try callboard("port: 0\n", "--generate-completion-script", "bash").status == 0)
  }

  @Test func `help shows the defaults of the file`() throws {
    let help = try callboard("port: 9000\nkeep: 7d\nkey: hidden\n", "watch", "--help")
    #expect(help.text.contains("(default: 9000)"))
    #expect(help.text.contains("168h"))
    #expect(!help.text.contains("hidden"))
  }

  @Test func `the screen is drawn as the file says`() async throws {
    let port = try Program.freePort()
    let file = URL.temporaryDirectory.appending(path: "configuration-\(UUID().uuidString).yaml")
    try "port: \(port)\nephemeral: true\nkeys: {pause: e}\n".write(
      to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let terminal = try TerminalSession("\(Program.callboard) --config \(file.path)")
    try await terminal.wait(for: "listening 127.0.0.1:\(port)/exotel")
    try terminal.type("e")
    try await terminal.wait(for: "PAUSED", "e goes on")
  }
}
