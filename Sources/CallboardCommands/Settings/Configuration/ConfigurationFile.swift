import Foundation

/// The configuration file of a command line: found, and read if it is there.
struct ConfigurationFile {
  /// Nothing where there is no file, or where it is faulty.
  let configuration: Configuration
  /// What is wrong with it, a line for each, with the file's name.
  let faults: [String]

  /// Where it is without `--config`; nil where the user has no folder for it.
  static func usualPath(_ environment: [String: String]) -> String? {
    UserFolder.configuration.path(environment).map { $0 + "/config.yaml" }
  }

  static func load(arguments: [String], environment: [String: String]) -> ConfigurationFile {
    let words = ArgumentWords(arguments)
    let named = words.value(of: "config")
    let path = named ?? usualPath(environment)
    // Completions are the same for everybody.
    guard let path, !words.name("generate-completion-script"),
      named != nil || FileManager.default.fileExists(atPath: path)
    else { return ConfigurationFile(configuration: Configuration(), faults: []) }
    do throws(YAMLFaults) {
      let surroundings = ConfigurationReading.Surroundings(
        file: path, home: environment["HOME"], text: text)
      guard let text = text(path) else {
        throw YAMLFaults([.init(words: "cannot be read: is it there, and UTF-8 text?")])
      }
      let configuration = try ConfigurationReading.read(text, surroundings)
      return ConfigurationFile(configuration: configuration, faults: [])
    } catch {
      return ConfigurationFile(
        configuration: Configuration(), faults: error.all.map { "\(path): \($0)" })
    }
  }

  @Sendable private static func text(_ path: String) -> String? {
    try? String(contentsOfFile: path, encoding: .utf8)
  }
}
