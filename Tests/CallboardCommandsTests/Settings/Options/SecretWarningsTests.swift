import Testing

@testable import CallboardCommands

@Suite struct SecretWarningsTests {
  private func warnings(_ arguments: [String], _ configuration: Configuration = .init()) throws
    -> [String]
  {
    try Configuration.$current.withValue(configuration) {
      try ListenOptions.parse(arguments).secretWarnings
    }
  }

  private static let long = "0123456789abcdef"

  @Test func `a short secret is named, here and where others can try it out`() throws {
    var configuration = Configuration()
    (configuration.key, configuration.token) = ("a1", "fifteen-letters")
    let open = try warnings(["--bind", "0.0.0.0"], configuration)
    #expect(open.count == 2)
    #expect(open.first?.hasPrefix("the key has 2 characters: ") == true)
    #expect(open.last?.hasPrefix("the token has 15 characters: ") == true)
    #expect(open.allSatisfy { $0.contains("at least 16") && !$0.contains("fifteen") })
    let own = try warnings([], configuration)
    #expect(own.count == 2 && own.allSatisfy { $0.contains("at least 16") })
    #expect(own.allSatisfy { !$0.contains("others can reach") })
    (configuration.key, configuration.token) = (Self.long, Self.long)
    #expect(try warnings(["--bind", "0.0.0.0"], configuration).isEmpty)
  }

  @Test(arguments: ["completedcompleted", "9812345678901234"])
  func `a key that is a plain word or number is named, on this machine too`(_ key: String) throws {
    var configuration = Configuration()
    configuration.key = key
    let warnings = try warnings([], configuration)
    #expect(warnings.count == 1 && warnings.first?.contains("plain word or number") == true)
    #expect(warnings.first?.contains(key) == false)
  }

  @Test func `a secret that stands in the process list is named once`() throws {
    let warnings = try warnings(["--key", Self.long, "--token", Self.long])
    #expect(warnings.count == 2)
    #expect(warnings.first?.contains("CALLBOARD_KEY") == true)
    #expect(warnings.last?.contains("CALLBOARD_TOKEN") == true)
    #expect(warnings.allSatisfy { !$0.contains(Self.long) })
    #expect(try self.warnings(["--key", ""]).isEmpty)
  }
}
