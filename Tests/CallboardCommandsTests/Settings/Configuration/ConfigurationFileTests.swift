import Foundation
import Testing

@testable import CallboardCommands

@Suite struct ConfigurationFileTests {
  private let folder = URL.temporaryDirectory.appending(path: "config-\(UUID().uuidString)")

  private func write(_ text: String, to path: String) throws -> String {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  @Test func `the file of the option is read instead of the user's`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try write("port: 1", to: "callboard/config.yaml")
    let named = try write("port: 2", to: "named.yaml")
    let environment = ["XDG_CONFIG_HOME": folder.path]
    let usual = ConfigurationFile.load(arguments: [], environment: environment)
    #expect(usual.configuration.port == 1)
    let other = ConfigurationFile.load(
      arguments: ["serve", "--config", named], environment: environment)
    #expect(other.configuration.port == 2)
    #expect(other.configuration.file == named)
    let completions = ConfigurationFile.load(
      arguments: ["--generate-completion-script", "zsh"], environment: environment)
    #expect(completions.configuration.port == nil)
  }

  @Test func `the user's file may be missing, that of the option may not`() {
    let environment = ["HOME": folder.path]
    let usual = ConfigurationFile.load(arguments: [], environment: environment)
    #expect(usual.faults.isEmpty)
    #expect(usual.configuration.file == nil)
    let named = ConfigurationFile.load(
      arguments: ["--config=\(folder.path)/x"], environment: environment)
    #expect(named.faults.count == 1)
    #expect(named.faults.first?.hasPrefix("\(folder.path)/x: cannot be read") == true)
  }

  @Test func `a faulty file counts as none`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = try write("port: 1\nbidn: x\nzone: y\n", to: "faulty.yaml")
    let file = ConfigurationFile.load(arguments: ["--config", path], environment: [:])
    #expect(file.faults.count == 2)
    #expect(file.faults.first?.hasPrefix("\(path): line 2, column 1: unknown key") == true)
    #expect(file.configuration.port == nil)
  }

  @Test(arguments: [
    (["XDG_CONFIG_HOME": "/x", "HOME": "/h"], "/x/callboard/config.yaml"),
    (["XDG_CONFIG_HOME": "x", "HOME": "/h"], "/h/.config/callboard/config.yaml"),
    (["HOME": "/h"], "/h/.config/callboard/config.yaml"), (["HOME": "h"], nil),
  ])
  func `relative folders are ignored`(_ environment: [String: String], _ path: String?) {
    #expect(ConfigurationFile.usualPath(environment) == path)
  }
}
