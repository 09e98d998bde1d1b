import ArgumentParser
import BoardScreen
import CallModel
import Foundation
import Logging
import NcursesTerminal
import ServiceLifecycle
import UnixSignals

/// A listener with a person before it: the screen where there is a terminal, else lines.
struct BoardSession {
  private let options: ListenOptions
  private let zone: AccountZone
  private let screen: ScreenOptions
  private let bell: Bell
  private let log: LogFile

  /// Who is told that the board changed.
  private enum Bell {
    case screen(Waker)
    case lines(AsyncStream<Void>, AsyncStream<Void>.Continuation)

    var ring: @Sendable () -> Void {
      switch self {
      case .screen(let waker): { waker.wake() }
      case .lines(_, let continuation): { continuation.yield() }
      }
    }
  }

  init(options: ListenOptions, screen: ScreenOptions) throws {
    self.options = options
    zone = try options.board.accountZone
    self.screen = screen
    log = LogFile(
      path: options.journal.ephemeral ? nil : (try? StateFolder.path).map { $0 + "/callboard.log" })
    if Self.hasTerminal {
      bell = .screen(try Waker())
    } else {
      let (stream, continuation) = AsyncStream.makeStream(
        of: Void.self, bufferingPolicy: .bufferingNewest(1))
      bell = .lines(stream, continuation)
    }
  }

  private static var hasTerminal: Bool {
    let term = ProcessInfo.processInfo.environment["TERM"] ?? ""
    return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && term != "" && term != "dumb"
  }

  func listen(anyPort: Bool = false, roster: Roster? = nil) async throws -> Listening {
    let keepsMoves = if case .lines = bell { true } else { false }
    return try await Listening.start(
      .init(
        options: options, anyPort: anyPort, roster: roster, keepsMoves: keepsMoves,
        logger: logger, bell: bell.ring))
  }

  /// Beside a screen the log goes to its file, else to stderr.
  private var logger: Logger {
    switch bell {
    case .screen: log.logger
    case .lines: Logger(label: "callboard") { StreamLogHandler.standardError(label: $0) }
    }
  }

  /// Shows the board until the person quits or a signal asks for it, with other services at work
  /// beside it.
  func run(_ listening: Listening, beside services: [any Service] = []) async throws {
    switch bell {
    case .screen(let waker): try await showScreen(listening, services, waker)
    case .lines(let stream, _):
      let lines = TransitionLines(monitor: listening.monitor, zone: zone, bell: stream)
      FileHandle.standardError.write(Data("listening on http://\(listening.address)\n".utf8))
      let group = serviceGroup(
        [listening, lines] + services, signals: [.sigint, .sigterm])
      try await group.run()
    }
  }

  private func serviceGroup(
    _ services: [any Service], signals: [UnixSignal]
  ) -> ServiceGroup {
    ServiceGroup(
      configuration: .init(
        services: services.map {
          .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup)
        },
        gracefulShutdownSignals: signals,
        logger: Logger(label: "lifecycle") { _ in SwiftLogNoOpLogHandler() }))
  }

  private func showScreen(
    _ listening: Listening, _ services: [any Service], _ waker: Waker
  ) async throws {
    let group = serviceGroup([listening] + services, signals: [])
    let settings = try screen.settings(zone, at: .now())
    let pages = BoardPages(
      monitor: listening.monitor, address: listening.address, settings: settings, log: log)
    let memory = memory
    let remembered = memory?.load()
    if let warning = remembered?.warning { log.logger.warning("\(warning)") }
    let screen = ScreenThread(
      source: pages, settings: settings, theme: Self.hasColors ? settings.theme : .mono,
      desk: ScreenFiles(pages: pages, zone: zone, memory: memory),
      habits: remembered?.habits ?? ScreenHabits(), waker: waker)
    async let served: Void = group.run()
    let result = await screen.run()
    await group.triggerGracefulShutdown()
    try await served
    if let signal = try result.get() { throw ExitCode(128 + signal) }
  }

  /// Nil where nothing is to be written to disk.
  private var memory: ScreenMemory? {
    guard !options.journal.ephemeral, let folder = try? StateFolder.path else { return nil }
    return ScreenMemory(path: folder + "/screen.json")
  }

  /// False where `NO_COLOR` asks for none.
  private static var hasColors: Bool {
    (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }
}
