import Foundation
import Testing

/// Programs that tests run.
enum Program {
  struct Output {
    var text: String
    var errors: String
    var status: Int32
  }

  /// The callboard that was built with these tests.
  static var callboard: String {
    if let binary = ProcessInfo.processInfo.environment["CALLBOARD_BINARY"] { return binary }
    let tests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    for folder in sequence(first: tests, next: { $0.deletingLastPathComponent() }).prefix(4) {
      let binary = folder.appending(path: "callboard").path
      if FileManager.default.isExecutableFile(atPath: binary) { return binary }
    }
    return "callboard"
  }

  /// Runs a program to its end.
  ///
  /// By hand: Foundation's Process waits for all that the program leaves behind, as tmux its
  /// server.
  static func run(_ path: String, _ arguments: [String]) throws -> Output {
    let folder = URL.temporaryDirectory.appending(path: "callboard-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (output, errors) = (folder.appending(path: "1"), folder.appending(path: "2"))
    let process = try spawn(
      [path] + arguments, output: output.path, errors: errors.path, state: folder.path)
    let status = end(of: process)
    return Output(text: text(output), errors: text(errors), status: status)
  }

  private static func text(_ file: URL) -> String {
    String(decoding: (try? Data(contentsOf: file)) ?? Data(), as: UTF8.self)
  }

  /// The test's own, with a folder for what programs keep, and without the user's configuration.
  private static func environment(state: String, _ own: [String: String?]) -> [String] {
    var environment = ProcessInfo.processInfo.environment
    environment["XDG_STATE_HOME"] = state
    environment["XDG_CONFIG_HOME"] = state + "/configuration"
    for (name, value) in own { environment[name] = value }
    return environment.map { "\($0)=\($1)" }
  }

  /// Starts a program; `state` is its folder for what programs keep, `own` its own variables, nil for
  /// one that it has not.
  static func spawn(
    _ words: [String], output: String, errors: String, state: String,
    environment own: [String: String?] = [:]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
    // Sockets that other tests have open would live on in it.
    for descriptor in Int32(3)..<1_024 {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The threads of tests block signals; tmux would not hear of the end of what it runs.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process = pid_t()
    let environment = environment(state: state, own).map { strdup($0) } + [nil]
    defer { environment.forEach { free($0) } }
    let failure = posix_spawn(&process, words[0], &actions, &attributes, arguments, environment)
    guard failure == 0 else {
      throw TerminalSession.Failure(description: "cannot run \(words[0]): \(failure)")
    }
    return process
  }

  /// Waits for the end of a program; gives its status, or 128 and the signal that ended it.
  static func end(of process: pid_t) -> Int32 {
    var end: Int32 = 0
    while waitpid(process, &end, 0) < 0, errno == EINTR {}
    return end & 0x7F == 0 ? (end >> 8) & 0xFF : 128 + (end & 0x7F)
  }

  /// A port of this machine that nobody listens on.
  static func freePort() throws -> Int {
    let (descriptor, port) = try takePort()
    close(descriptor)
    return port
  }

  /// A port that is in use until its descriptor is closed.
  static func takePort() throws -> (descriptor: Int32, port: Int) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        guard bind(descriptor, address, length) == 0, listen(descriptor, 1) == 0 else {
          return Int32(-1)
        }
        return getsockname(descriptor, address, &length)
      }
    }
    guard result == 0 else {
      close(descriptor)
      throw TerminalSession.Failure(description: "no free port")
    }
    return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
  }
}
