import Foundation
import FoundationNetworking

/// A callboard command that listens, until it is stopped or killed.
class ServedProgram {
  let port: Int
  private let folder: URL
  private let process: pid_t
  private var hasEnded = false

  /// One that listens on a free port; waits until it `isUp`.
  convenience init(
    _ command: String, _ options: [String], isUp: (ServedProgram) async throws -> Bool
  ) async throws {
    let port = try Program.freePort()
    try await self.init(port, [command, "--port", "\(port)"] + options, isUp)
  }

  /// One that listens nowhere.
  static func running(
    _ words: [String], isUp: (ServedProgram) async throws -> Bool
  ) async throws -> ServedProgram {
    try await ServedProgram(0, words, isUp)
  }

  /// One that a shell's command line becomes, by `exec`.
  static func shell(
    _ line: String, port: Int, isUp: (ServedProgram) async throws -> Bool
  ) async throws -> ServedProgram {
    try await ServedProgram(port, ["/bin/sh", "-c", line], isUp)
  }

  /// `runner` is another program, with options, that runs it; `output` is where its stdout goes instead
  /// of a file; `environment`: variables of its own.
  init(
    _ port: Int, _ words: [String], by runner: [String] = [], output: String? = nil,
    environment: [String: String?] = [:],
    _ isUp: (ServedProgram) async throws -> Bool
  ) async throws {
    self.port = port
    folder = URL.temporaryDirectory.appending(path: "served-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    process = try Program.spawn(
      words.first == "/bin/sh" ? words : runner + [Program.callboard] + words,
      output: output ?? folder.appending(path: "output").path,
      errors: folder.appending(path: "log").path, state: folder.path, environment: environment)
    let limit = ContinuousClock.now + .seconds(60)
    while try await !isUp(self) {
      guard ContinuousClock.now < limit else {
        throw TerminalSession.Failure(description: "\(words) does not answer: \(log)")
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  deinit {
    stop(SIGKILL)
    try? FileManager.default.removeItem(at: folder)
  }

  var base: String { "http://127.0.0.1:\(port)" }

  /// What it said on stderr.
  var log: String { text("log") }
  /// What it said on stdout.
  var output: String { text("output") }

  /// Seconds of a core that it has taken.
  var processorTime: Double {
    let stat = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 12 else { return 0 }
    let ticks = (Double(fields[11]) ?? 0) + (Double(fields[12]) ?? 0)
    return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  private func text(_ name: String) -> String {
    (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
  }

  /// Gives its status, or 128 and the signal that ended it; nil where it had ended before.
  @discardableResult
  func stop(_ signal: Int32) -> Int32? {
    guard !hasEnded else { return nil }
    kill(process, signal)
    return end()
  }

  /// Waits for its end.
  func end() -> Int32 {
    hasEnded = true
    return Program.end(of: process)
  }

  /// Nil where nothing answers.
  func get(_ path: String) async -> (response: HTTPURLResponse, body: Data)? {
    guard let url = URL(string: base + path) else { return nil }
    var request = URLRequest(url: url)
    request.timeoutInterval = 30
    guard let (body, response) = try? await URLSession.shared.data(for: request) else { return nil }
    return (response as? HTTPURLResponse).map { ($0, body) }
  }

  func status(_ path: String) async throws -> Int? { await get(path)?.response.statusCode }
}
