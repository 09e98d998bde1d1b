import ArgumentParser
import Foundation

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print the configuration that is in effect, and where each value is from.",
    discussion: """
      Takes the options of 'callboard watch', and does nothing but print. What it prints is a \
      configuration file itself; secrets are left out.
      """)

  @OptionGroup var options: ListenOptions
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var configuration: ConfigurationOption

  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let effective = try EffectiveConfiguration(
      listen: options, screen: screen, words: ArgumentWords(CommandLine.arguments),
      environment: environment)
    var output = StandardOutput()
    output.line("# " + Self.source(environment))
    for line in ConfigurationText(effective: effective).lines { output.line(line) }
    output.flush()
  }

  private static func source(_ environment: [String: String]) -> String {
    if let file = Configuration.current.file { return "read from \(file)" }
    guard let place = ConfigurationFile.usualPath(environment) else {
      return "no configuration file: neither XDG_CONFIG_HOME nor HOME is set"
    }
    return "no configuration file; it would be \(place)"
  }
}
