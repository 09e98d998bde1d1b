import ArgumentParser
import CallModel
import CallbackWire
import Foundation
import MonitorHTTP
import Monitoring
import ServiceLifecycle

/// A monitor with its listener, from the first callback to the graceful stop.
struct Listening: Service {
  let monitor: CallMonitor
  let server: MonitorServer

  /// Listens; says why it cannot on stderr and exits with 69 (unavailable) or 64 (usage).
  static func start(
    _ options: ListenOptions, anyPort: Bool = false, roster: Roster? = nil,
    keepsMoves: Bool = false, bell: @escaping @Sendable () -> Void = {}
  ) async throws -> Listening {
    allowManyConnections()
    let board = options.board
    let zone = try board.accountZone
    let country = try board.dialingCountry
    let monitor = CallMonitor(
      decoder: CallbackDecoder(country: country, zone: zone.provider),
      board: CallBoard(
        rules: board.rules, roster: try roster ?? board.readRoster(), keepsMoves: keepsMoves),
      clock: { .now() }, windowStart: zone.startOfDay, bell: bell)
    let (key, token) = options.secrets
    let settings = ListenerSettings(
      host: options.bind, port: anyPort ? 0 : options.port, key: key, token: token,
      country: country)
    do throws(ListenerError) {
      let server = try await MonitorServer.start(settings, monitor: monitor) { .now() }
      return Listening(monitor: monitor, server: server)
    } catch {
      throw Self.exit(error)
    }
  }

  /// Connections take descriptors, more than many systems allow a process at first.
  private static func allowManyConnections() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = min(max(limit.rlim_cur, 8_192), limit.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  private static func exit(_ error: ListenerError) -> any Error {
    switch error {
    case .unprotected(let message): return ValidationError(message)
    case .portInUse, .cannotListen:
      FileHandle.standardError.write(Data("callboard: \(error)\n".utf8))
      return ExitCode(69)
    }
  }

  /// As `127.0.0.1:8080` or `[::1]:8080`.
  var hostAndPort: String {
    let host = server.host.contains(":") ? "[\(server.host)]" : server.host
    return "\(host):\(server.port)"
  }

  /// Where callbacks go to, as `127.0.0.1:8080/exotel`.
  var address: String { hostAndPort + "/exotel" }

  /// Lets time pass on the board until the process is asked to stop, then stops gracefully.
  func run() async throws {
    await withTaskCancellationOrGracefulShutdownHandler {
      while !Task.isShuttingDownGracefully, !Task.isCancelled {
        _ = monitor.advance()
        try? await Task.sleep(for: .milliseconds(250))
      }
    } onCancelOrGracefulShutdown: {
    }
    await server.stop()
  }
}
