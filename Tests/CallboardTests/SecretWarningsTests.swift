import Testing

@testable import callboard

@Suite struct SecretWarningsTests {
  private func warnings(_ arguments: [String], _ configuration: Configuration = .init()) throws
    -> [String]
  {
    try Configuration.$current.withValue(configuration) {
      try ListenOptions.parse(arguments).secretWarnings
    }
  }

  private static let long = "0123456789abcdef"

  @Test func `a short secret is named where others can try it out`() throws {
    var configuration = Configuration()
    (configuration.key, configuration.token) = ("a", "fifteen-letters")
    let open = try warnings(["--bind", "0.0.0.0"], configuration)
    #expect(open.count == 2)
    #expect(open.first?.hasPrefix("the key has 1 character: ") == true)
    #expect(open.last?.hasPrefix("the token has 15 characters: ") == true)
    #expect(open.allSatisfy { $0.contains("at least 16") && !$0.contains("fifteen") })
    #expect(try warnings([], configuration).isEmpty)
    (configuration.key, configuration.token) = (Self.long, Self.long)
    #expect(try warnings(["--bind", "0.0.0.0"], configuration).isEmpty)
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
