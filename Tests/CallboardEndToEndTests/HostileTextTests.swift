import Foundation
import Testing

/// Texts that would do something to a terminal, on their whole way to what is printed.
@Suite(.serialized) struct HostileTextTests {
  /// A colour, a title, a C1 code, a line end, a backspace, a NUL and turned writing.
  private static let hostile = "%1B%5B31m%1B%5D0;title%07%C2%9B2J%0D%0A%08%00%E2%80%AE"

  private func expectPlain(_ text: String, _ words: String) {
    let odd = text.unicodeScalars.filter { scalar in
      scalar == "\u{202E}" || scalar != "\n" && scalar.properties.generalCategory == .control
    }
    #expect(odd.isEmpty, "\(words): \(odd.map(\.value))")
  }

  @Test func `nothing of them is printed but letters`() async throws {
    let port = try Program.freePort()
    let board = try await ServedProgram(port, ["--port", "\(port)", "--ephemeral"]) {
      try await $0.status("/healthz") == 200
    }
    let names = ["CallFrom", "CallTo", "DialWhomNumber", "AgentEmail", "CustomField", "Status"]
    let fields = names.map { "&\($0)=098800\(Self.hostile)" }.joined()
    for event in ["Dial", "Ringing"] {
      #expect(try await board.status("/exotel?CallSid=c1&EventType=\(event)\(fields)") == 200)
    }
    #expect(try await board.status("/exotel?CallSid=a%20\(Self.hostile)b") == 400)
    for words in ["calls --state all", "calls --csv", "agents", "call c1"] {
      let run = try Program.run(
        Program.callboard, words.split(separator: " ").map(String.init) + ["--url", board.base])
      #expect(run.status == 0 && run.text.contains("098800"), "\(words): \(run.errors)")
      expectPlain(run.text, words)
    }
    #expect(board.stop(SIGTERM) == 0)
    #expect(board.output.contains("ringing"))
    expectPlain(board.output, "lines")
    expectPlain(board.log, "log")
  }
}
