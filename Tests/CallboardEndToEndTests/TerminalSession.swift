import Foundation
import Testing

/// A program in a real terminal (tmux), typed into and looked at as a person would.
final class TerminalSession {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let socket = "callboard-test-\(UUID().uuidString)"
  /// The home folder, in which the command line is run.
  let folder: URL

  /// Runs a shell command line in a terminal of that size. The environment is the test's own,
  /// with a home folder that goes away with the session.
  init(_ commandLine: String, columns: Int = 120, rows: Int = 36) throws {
    folder = URL.temporaryDirectory.appending(path: socket)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    _ = try tmux([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c",
      folder.path,
      "env -u XDG_STATE_HOME -u XDG_CONFIG_HOME HOME=\(folder.path) LC_ALL=C.UTF-8 "
        + "SWIFT_BACKTRACE=enable=no sh",
    ])
    try type(commandLine + "\n")
  }

  deinit {
    _ = try? tmux(["kill-server"])
    try? FileManager.default.removeItem(at: folder)
  }

  /// What stands on the screen, without colours.
  func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// What stands on the screen, with its escape sequences.
  func colours() throws -> String { try tmux(["capture-pane", "-p", "-e"]) }

  /// Types text as it stands.
  func type(_ text: String) throws { _ = try tmux(["send-keys", "-l", text]) }

  /// Presses keys by their tmux names, as `Enter`, `C-z`, `Down`.
  func press(_ keys: String...) throws { _ = try tmux(["send-keys"] + keys) }

  func resize(columns: Int, rows: Int) throws {
    _ = try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// A tmux format, as `#{alternate_on}`.
  func state(_ format: String) throws -> String {
    try tmux(["display-message", "-p", format]).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Looks until the screen fulfils the condition.
  ///
  /// - Throws: with the last screen, when it does not within 60 s.
  @discardableResult
  func wait(
    for what: String, until condition: (String) throws -> Bool
  ) async throws -> String {
    let end = ContinuousClock.now + .seconds(60)
    var last = ""
    while ContinuousClock.now < end {
      last = try screen()
      if try condition(last) { return last }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw Failure(description: "the screen never showed \(what):\n\(last)")
  }

  @discardableResult
  func wait(for texts: String...) async throws -> String {
    try await wait(for: texts.joined(separator: " + ")) { screen in
      texts.allSatisfy(screen.contains)
    }
  }

  @discardableResult
  func tmux(_ arguments: [String]) throws -> String {
    let output = try Program.run("/usr/bin/env", ["tmux", "-L", socket] + arguments)
    guard output.status == 0 else {
      throw Failure(description: "tmux \(arguments.joined(separator: " ")): \(output.errors)")
    }
    return output.text
  }
}
