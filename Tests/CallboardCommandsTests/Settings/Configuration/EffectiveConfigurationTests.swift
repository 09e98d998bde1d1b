import BoardScreen
import CallModel
import Testing

@testable import CallboardCommands

@Suite struct EffectiveConfigurationTests {
  private func read(_ text: String) throws -> Configuration {
    try ConfigurationReading.read(text, .init(file: "/etc/board/config.yaml") { _ in nil })
  }

  /// What is in effect with a file's text, a command line and an environment.
  private func effective(
    _ text: String = "", _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> EffectiveConfiguration {
    try Configuration.$current.withValue(try read(text)) {
      let command = try WatchCommand.parse(arguments)
      return try EffectiveConfiguration(
        listen: command.options, screen: command.screen, words: ArgumentWords(arguments),
        environment: environment)
    }
  }

  /// The printed lines.
  private func lines(_ text: String = "", _ arguments: [String] = []) throws -> [String] {
    ConfigurationText(effective: try effective(text, arguments)).lines
  }

  @Test func `the command line wins over the file, and that over what is built in`() throws {
    let text = "port: 9000\nmissed-after: 5\nascii: true\nkeep: 7d"
    let board = try effective(text, ["--port", "9001", "--no-ascii"])
    #expect(board.value(.port) == .text("9001"))
    #expect(board.origin(.port) == .commandLine)
    #expect(board.value(.missedAfter) == .text("5"))
    #expect(board.origin(.missedAfter) == .file("config.yaml", line: 2))
    #expect(board.value(.ascii) == .text("false"))
    #expect(board.origin(.ascii) == .commandLine)
    #expect(board.value(.staleAfter) == .text("600"))
    #expect(board.origin(.staleAfter) == .builtIn)
    #expect(board.value(.keep) == .text("168h"))
    #expect(try effective(text, ["--keep", "1d"]).value(.keep) == .text("24h"))
  }

  @Test func `secrets of the environment win over those of the file`() throws {
    let text = "key: one\ntoken: two"
    let board = try effective(text, environment: ["CALLBOARD_KEY": "three", "CALLBOARD_TOKEN": ""])
    #expect(board.origin(.key) == .environment("CALLBOARD_KEY"))
    #expect(board.origin(.token) == .file("config.yaml", line: 2))
    let named = try effective(text, ["--key=four"], environment: ["CALLBOARD_KEY": "three"])
    #expect(named.origin(.key) == .commandLine)
  }

  @Test func `secrets are never printed`() throws {
    let lines = try lines("key: one-secret", ["--token", "other-secret"])
    #expect(lines.contains("# key: \"***\"  # config.yaml, line 1"))
    #expect(lines.contains("# token: \"***\"  # command line"))
    #expect(!lines.contains { $0.contains("secret") })
  }

  @Test func `parts that the file has are told apart from those that are built in`() throws {
    let lines = try lines("keys:\n  pause: [e, \"'\"]\norder: {history: -talked}\n")
    #expect(lines.contains("keys:  # config.yaml, line 1"))
    #expect(lines.contains("  pause: [e, \"'\"]  # config.yaml, line 2"))
    #expect(lines.contains("  help: [\"?\"]  # default"))
    #expect(lines.contains("  history: \"-talked\"  # config.yaml, line 3"))
    #expect(lines.contains("  # calls:  # not set"))
    #expect(lines.contains("# themes:  # not set"))
  }

  @Test func `what is printed reads as the same configuration`() throws {
    let text = """
      port: 9000
      day-start: 06:00
      roster: {shared: [x@y], queue: 2m, agents: [{number: '+91 98', addresses: [a@b], name: "A \\"B\\" \\u00e9\\n#: c"}], lines: []}
      keep: 90m
      keep-size: 1500MB
      theme: own one
      themes: {own one: {base: mono, ground: "#002b36", red: 160}}
      thresholds: {ringing: {red: 45s}, talking: {amber: 5m, red: 10m}}
      service-level-floor: {red: 33.5}
      columns: {agents: [agent]}
      order: {calls: -for}
      keys: {redraw: [], pause: [e, "'", '"', "#"]}
      notify: ring
      """
    let first = try effective(text)
    let printed = try lines(text).joined(separator: "\n")
    let second = try effective(printed)
    for key in ConfigurationKey.allCases {
      #expect(first.value(key) == second.value(key), "\(key)")
    }
    #expect(first.settings.ringing == second.settings.ringing)
    #expect(first.settings.keys == second.settings.keys)
  }

  @Test func `the screen's settings are those of the file`() throws {
    let settings = try effective(
      """
      thresholds: {waiting: {red: 10s}}
      service-level: 30s
      service-level-floor: {red: 70, amber: 80}
      order: {calls: for}
      keys: {pause: e}
      bell: ring
      theme: mono
      """
    ).settings
    #expect(settings.waiting.red == .seconds(10))
    #expect(settings.ringing == ScreenSettings.Thresholds())
    #expect(settings.serviceLevel == .seconds(30))
    #expect(settings.serviceLevelFloor?.amber == 80)
    #expect(
      settings.layouts == [
        .calls: ListLayout(
          columns: ListKind.calls.columns, order: ListOrder(column: "for"))
      ])
    #expect(settings.keys.keys(of: .pause) == [.character("e")])
    #expect(settings.bell == .ring)
    #expect(settings.theme == .mono)
  }

  @Test func `a number that the roster has twice is told, wherever the roster is`() throws {
    let text =
      "country: IN\nroster: {agents: [{number: '0988'}], lines: [{number: '0988', label: A}]}"
    let configuration = try read(text)
    Configuration.$current.withValue(configuration) {
      let error = #expect(throws: (any Error).self) { try BoardOptions.parse([]) }
      let words = error.map { BoardOptions.message(for: $0) } ?? ""
      #expect(words.contains("roster /etc/board/config.yaml: line 2, column 55: 0988 is in line 2"))
    }
  }

  @Test func `the rules and the roster of the board are those of the file`() throws {
    let text =
      "service-level: 30s\nuncertain-after: 9\nshort-abandon: 3\ncountry: SG\nroster: {agents: [{number: '61234567', name: A}]}"
    try Configuration.$current.withValue(try read(text)) {
      let board = try BoardOptions.parse([])
      #expect(board.rules.serviceLevel == .seconds(30))
      #expect(board.rules.uncertainAfter == .seconds(9))
      #expect(board.rules.shortAbandon == .seconds(3))
      let agent = try board.readRoster().agent(PhoneNumber("+6561234567", country: .singapore))
      #expect(agent?.name == "A")
    }
  }
}
