import ArgumentParser
import CallSimulator
import Foundation

/// The name of a scenario that is built in, or the path of a file.
struct ScenarioArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A scenario of --list, or a YAML file of your own.",
      valueName: "scenario"))
  var scenario = "busy-day"

  /// - Throws: `ValidationError` with all that is wrong with the file, by line and column.
  func read() throws -> Scenario { try Self.read(scenario) }

  /// One of the built-in scenarios, or a file.
  /// - Throws: as ``read()``.
  static func read(_ scenario: String) throws -> Scenario {
    do throws(YAMLFaults) {
      if let known = try BuiltInScenarios.scenario(scenario) { return known }
    } catch {
      throw ValidationError("scenario \(scenario): \(error)")
    }
    guard scenario.contains("/") || scenario.hasSuffix(".yaml") || scenario.hasSuffix(".yml") else {
      throw ValidationError(
        "there is no scenario '\(scenario)'; there are "
          + BuiltInScenarios.names.joined(separator: ", ") + ", and files as own.yaml")
    }
    guard let text = try? String(contentsOfFile: scenario, encoding: .utf8) else {
      throw ValidationError("\(scenario) cannot be read: is it there, and UTF-8 text?")
    }
    let name = URL(filePath: scenario).deletingPathExtension().lastPathComponent
    do throws(YAMLFaults) {
      return try ScenarioFile.read(text, name: name)
    } catch {
      let lines = error.all.map { "\(scenario), \($0)" }
      throw ValidationError(lines.joined(separator: "\n"))
    }
  }
}
