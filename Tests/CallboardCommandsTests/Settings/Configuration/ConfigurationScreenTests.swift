import BoardScreen
import Testing

@testable import CallboardCommands

/// What the configuration tells of the screen.
@Suite struct ConfigurationScreenTests {
  private func read(_ text: String) throws -> Configuration {
    try ConfigurationReading.read(text, .init(file: "config.yaml") { _ in nil })
  }

  private func faults(in text: String) -> String {
    let faults = #expect(throws: YAMLFaults.self) { try read(text) }
    return faults?.description ?? ""
  }

  @Test func `amber follows from red where it is not told`() throws {
    let configuration = try read(
      """
      thresholds:
        ringing: {red: 30s}
        talking: {amber: 5m, red: 10m}
      service-level-floor: {red: 70}
      """)
    #expect(configuration.thresholds[.ringing] == .init(amber: .seconds(21), red: .seconds(30)))
    #expect(configuration.thresholds[.waiting] == nil)
    #expect(configuration.thresholds[.talking]?.amber == .seconds(300))
    #expect(configuration.serviceLevelFloor?.amber == 100)
    #expect(
      try read("service-level-floor: {red: 35}").serviceLevelFloor?.amber.rounded() == 50)
  }

  @Test(arguments: [
    ("thresholds: {ringing: {amber: 10s}}", "line 1, column 23: thresholds of ringing needs"),
    ("thresholds: {ringing: {amber: 9s, red: 5s}}", "amber 9s comes after red 5s"),
    ("thresholds: {ended: {red: 5s}}", "unknown key 'ended'"),
    ("thresholds: {ringing: {red: 5}}", "line 1, column 29: red 5: a time is"),
    ("service-level-floor: {red: 80, amber: 70}", "amber 70 is below red 80"),
    ("service-level-floor: {red: 101}", "red 101: per cent"),
  ])
  func `levels that mean nothing are refused`(_ text: String, _ words: String) {
    #expect(faults(in: text).contains(words), "\(faults(in: text))")
  }

  @Test func `columns and orders are those of their list`() throws {
    let configuration = try read(
      "columns: {calls: [for, state]}\norder: {calls: state, history: -talked}")
    #expect(configuration.columns[.calls] == ["for", "state"])
    #expect(configuration.columns[.history] == nil)
    #expect(configuration.order[.calls] == ListOrder(column: "state"))
    #expect(configuration.order[.history] == ListOrder(column: "talked", isDescending: true))
  }

  @Test(arguments: [
    ("columns: {calls: [for, talked]}", "line 1, column 24: column talked: a column of calls is"),
    ("columns: {calls: [for, for]}", "line 1, column 24: column for is there twice"),
    ("columns: {calls: []}", "at least one"), ("columns: {calls: for}", "must be a list"),
    ("columns: {kalls: [for]}", "it may have calls, agents, history, callbacks"),
    ("order: {calls: -talked}", "order -talked: a column of calls is one of state"),
  ])
  func `unknown columns are told with the known ones`(_ text: String, _ words: String) {
    #expect(faults(in: text).contains(words), "\(faults(in: text))")
  }

  @Test func `keys are changed, one or many`() throws {
    let configuration = try read("keys: {pause: e, redraw: [U, Ctrl-R], suspend: []}")
    #expect(configuration.keys[.pause] == [.character("e")])
    #expect(configuration.keys[.redraw] == [.character("U"), .control("r")])
    #expect(configuration.keys[.suspend] == [])
  }

  @Test func `all keys that are in conflict, or none, are told`() {
    let text = faults(
      in: "keys:\n  pause: j\n  help: [k]\n  back: [o, o]\n  open: Return\n  fly: f")
    let lines = text.split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[0] == "line 2, column 10: pause: j is a key of down too")
    #expect(lines[1] == "line 3, column 9: help: k is a key of up too")
    #expect(lines[2] == "line 4, column 9: back: o is there twice")
    #expect(lines[3].hasPrefix("line 5, column 9: open Return: a key is"))
    #expect(lines[4].contains("unknown key 'fly' in 'keys'"))
  }

  @Test func `an own theme changes one that is built in, wherever it stands`() throws {
    let configuration = try read(
      "theme: mine\nthemes: {mine: {base: mono, ground: \"#002b36\", red: 160}}")
    #expect(configuration.theme == "mine")
    let theme = configuration.themes["mine"]?.theme
    #expect(theme?.colors == Theme.Color("160").map { [.red: $0] })
    #expect(theme?.ground == Theme.Color("#002b36"))
    #expect(theme?.ground != nil)
  }

  @Test(arguments: [
    ("themes: {default: {red: 1}}", "line 1, column 10: theme 'default' is built in"),
    ("themes: {mine: {base: other}}", "base other: a theme is one of"),
    ("themes: {mine: {rde: 1}}", "unknown key 'rde' in theme 'mine'"),
    ("themes: {mine: {red: 256}}", "red 256: a colour is"),
    ("themes:\n  mine:\n    ground: #002b36\n", "write #rrggbb in quotes"),
    ("themes: [1]", "must be a mapping"),
  ])
  func `a theme that cannot be is refused`(_ text: String, _ words: String) {
    #expect(faults(in: text).contains(words), "\(faults(in: text))")
  }
}
