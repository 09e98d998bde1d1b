import Foundation
import Testing

/// What the real program says of its secrets, and lets others see of them.
@Suite struct SecretTests {
  @Test func `secrets that can be seen or tried out are named at the start`() async throws {
    let board = try await ServedProgram(
      "serve", ["--ephemeral", "--bind", "0.0.0.0", "--key", "a", "--token", "quite-short"]
    ) { try await $0.status("/healthz") == 200 }
    defer { board.stop(SIGTERM) }
    let warnings = board.log.split(separator: "\n").filter { $0.contains("warning") }
    #expect(warnings.count == 5)
    for words in [
      "the key has 1 character", "the key is a plain word or number",
      "the token has 11 characters", "CALLBOARD_KEY", "CALLBOARD_TOKEN",
    ] {
      #expect(warnings.count { $0.contains(words) } == 1, "\(words)")
    }
    #expect(!board.log.contains("quite-short"))
  }

  @Test func `a configured secret is in no list of processes`() async throws {
    let folder = try TemporaryFolder()
    let file = folder.path("secret.yaml")
    try "key: key-of-sixteen-letters\ntoken: token-of-sixteen-letters\n".write(
      toFile: file, atomically: true, encoding: .utf8)
    let board = try await ServedProgram("serve", ["--ephemeral", "--config", file]) {
      try await $0.status("/healthz") == 200
    }
    defer { board.stop(SIGTERM) }
    let listing = try Program.run("/bin/ps", ["-eo", "args"])
    #expect(listing.text.contains(file) && !listing.text.contains("of-sixteen-letters"))
    #expect(try await board.status("/v1/calls") == 401)
    #expect(!board.log.contains("warning") && !board.log.contains("of-sixteen-letters"))
  }

  @Test func `a listener without a token is read by its own names alone`() async throws {
    let options = ["--ephemeral", "--host", "board.example.com", "--host", "other.example.com"]
    let board = try await ServedProgram("serve", options) {
      try await $0.status("/healthz") == 200
    }
    defer { board.stop(SIGTERM) }
    for (host, status) in [
      ("board.example.com", "200"), ("other.example.com:8443", "200"), ("localhost", "200"),
      ("evil.example", "403"),
    ] {
      let answer = try Program.run(
        "/usr/bin/curl",
        [
          "-s", "-o", "/dev/null", "-w", "%{http_code}", "-H", "Host: \(host)",
          board.base + "/v1/calls",
        ])
      #expect(answer.text == status, "\(host)")
    }
  }

  @Test func `a host that is none is wrong use`() throws {
    let output = try Program.run(Program.callboard, ["serve", "--host", "board.example.com:80"])
    #expect(output.status == 64 && output.errors.contains("--host board.example.com:80"))
  }
}
