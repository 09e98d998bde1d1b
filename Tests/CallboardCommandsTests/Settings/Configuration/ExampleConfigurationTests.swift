import BoardScreen
import Foundation
import Testing

@testable import CallboardCommands

/// The example says what there is, and what the defaults are.
@Suite struct ExampleConfigurationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let file = root.appending(path: "Assets/callboard.example.yaml")
  private static let reference = root.appending(path: "Assets/Guide/Reference.md")

  private func read(_ text: String) throws -> Configuration {
    try ConfigurationReading.read(text, .init(file: Self.file.path) { _ in "agents: []" })
  }

  /// `#key: …` is a value that is commented out, `# …` are words.
  private func uncommented(_ text: String) -> String {
    text.replacing(/(?m)^#(?=[a-z]|  +[a-z-]+:|    )/, with: "")
  }

  private func values(_ configuration: Configuration) throws -> [ConfigurationKey: SettingValue] {
    try Configuration.$current.withValue(configuration) {
      let command = try WatchCommand.parse([])
      let effective = try EffectiveConfiguration(
        listen: command.options, screen: command.screen, words: ArgumentWords([]),
        environment: [:])
      let values = ConfigurationKey.allCases.map { ($0, effective.value($0)) }
      return Dictionary(uniqueKeysWithValues: values)
    }
  }

  @Test func `what stands in it is the default`() throws {
    let example = try read(try String(contentsOf: Self.file, encoding: .utf8))
    #expect(!example.lines.isEmpty)
    let (shown, usual) = (try values(example), try values(Configuration()))
    for key in ConfigurationKey.allCases { #expect(shown[key] == usual[key], "\(key.rawValue)") }
  }

  @Test func `it names every key, and what is commented out is valid too`() throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let all = try read(uncommented(text))
    for key in ConfigurationKey.allCases {
      #expect(all.lines[key.rawValue] != nil, "\(key.rawValue)")
    }
    #expect(all.roster?.content.agents.isEmpty == false)
    #expect(all.thresholds[.talking] != nil)
    #expect(all.themes["mine"] != nil)
    #expect(Set(all.keys.keys) == Set(ScreenAction.allCases))
  }

  @Test func `the configuration of the guide is one`() throws {
    let page = try String(contentsOf: Self.reference, encoding: .utf8)
    let section = try #require(
      page.split(separator: "\n## ").first {
        $0.hasPrefix("Configuration\n")
      })
    let block = try #require(section.firstMatch(of: /(?s)```yaml\n(.*?)```/)).output.1
    #expect(try read(String(block)).lines.count > 5)
  }

  @Test func `each option of the listener is a key, but for those that the guide names`() throws {
    let options = WatchCommand.helpMessage(columns: 100)
      .matches(of: /--([a-z][a-z-]*[a-z])/).map { String($0.output.1) }
    let keys = ConfigurationKey.allCases.map(\.rawValue)
    let others = Set(options).subtracting(keys + keys.map { "no-" + $0 } + ["help", "version"])
    let page = try String(contentsOf: Self.reference, encoding: .utf8)
    let sentence = try #require(page.firstMatch(of: /Each option of `watch`[^.]*\./))
    let named = sentence.output.matches(of: /`--([a-z-]+)`/).map { String($0.output.1) }
    #expect(others == Set(named))
  }
}
