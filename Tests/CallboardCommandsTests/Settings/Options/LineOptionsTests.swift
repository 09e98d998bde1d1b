import Testing

@testable import CallboardCommands

@Suite struct LineOptionsTests {
  @Test(arguments: [("90", 90), ("30m", 1_800), ("2h", 7_200), ("604800", 604_800)])
  func `the silence of heartbeats is seconds, or a time`(_ text: String, _ seconds: Int) throws {
    let options = try BoardOptions.parse(["--heartbeat-after", text])
    #expect(options.rules.heartbeatAfter == .seconds(seconds))
  }

  @Test(arguments: ["0", "-1", "x", "8d", "604801", ""])
  func `what is no silence is refused`(_ text: String) {
    #expect(throws: (any Error).self) { try BoardOptions.parse(["--heartbeat-after=" + text]) }
  }

  @Test(arguments: [("1KiB", 1_024), ("64KB", 64_000), ("1MiB", 1_048_576), ("1MB", 1_000_000)])
  func `a body is a size`(_ text: String, _ bytes: Int) throws {
    #expect(try ListenOptions.parse(["--max-body", text]).maxBody.bytes == bytes)
  }

  @Test(arguments: ["1023", "1048577", "0", "2MB", "x", "64iB"])
  func `a body that is too large or too small is refused`(_ text: String) {
    #expect(throws: (any Error).self) { try ListenOptions.parse(["--max-body", text]) }
  }

  @Test func `both are 30 minutes and 64 KiB unless they are told`() throws {
    let options = try ListenOptions.parse([])
    #expect(options.board.rules.heartbeatAfter == .seconds(1_800))
    #expect(options.maxBody.bytes == 65_536 && options.maxBody.argument == "64KiB")
  }

  @Test func `the configuration has both`() throws {
    let text = "max-body: 256KiB\nheartbeat-after: 5m\n"
    let configuration = try ConfigurationReading.read(text, .init(file: "/c.yaml") { _ in nil })
    try Configuration.$current.withValue(configuration) {
      let options = try ListenOptions.parse([])
      #expect(options.board.rules.heartbeatAfter == .seconds(300))
      #expect(options.maxBody.bytes == 262_144)
    }
  }
}
