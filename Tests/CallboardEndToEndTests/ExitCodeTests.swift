import Foundation
import Testing

/// What ends the program says so in one line of its own, with an exit code that the guide lists.
@Suite(.serialized) struct ExitCodeTests {
  @Test func `a terminal on which nothing can be drawn is an output that cannot be written`()
    async throws
  {
    let terminal = try TerminalSession(
      "TERM=nope \(Program.callboard) demo; echo \"code $?\"", columns: 140)
    let screen = try await terminal.wait(for: "\ncode ")
    #expect(screen.contains("\ncode 74"), "\(screen)")
    #expect(screen.contains("callboard: the terminal 'nope' is not known"), "\(screen)")
  }

  @Test func `a picture that cannot be written is an output that cannot be written`() throws {
    let run = try Program.run(
      Program.callboard, ["demo", "--after", "1", "--picture", "/nowhere/x.svg"])
    #expect(run.status == 74, "\(run.errors)")
    #expect(run.errors.hasPrefix("callboard: /nowhere/x.svg cannot be written"), "\(run.errors)")
  }
}
