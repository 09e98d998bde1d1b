import ArgumentParser
import BoardScreen
import Foundation
import LiveBoard
import Logging
import NcursesTerminal
import ServiceLifecycle
import UnixSignals

/// The screen before a person, with services at work beside it.
struct ScreenSession {
  let pages: BoardPages
  let settings: ScreenSettings
  let zone: AccountZone
  let log: LogFile
  /// Rung when the board has changed.
  let waker: Waker
  /// False where nothing is to be written to disk.
  let remembers: Bool

  /// False where lines are printed instead.
  static var hasTerminal: Bool {
    let term = ProcessInfo.processInfo.environment["TERM"] ?? ""
    return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 && term != "" && term != "dumb"
  }

  /// Shows the board until the person quits or a signal asks for it, which is thrown as exit code.
  func run(beside services: [any Service]) async throws {
    let group = ServiceGroup(ending: services, on: [])
    let memory = memory
    let remembered = memory?.load()
    if let warning = remembered?.warning { log.logger.warning("\(warning)") }
    let screen = ScreenThread(
      source: pages, settings: settings, theme: Self.hasColors ? settings.theme : .mono,
      services: ScreenFiles(pages: pages, zone: zone, memory: memory),
      preferences: remembered?.preferences ?? ScreenPreferences(), waker: waker,
      diagnostics: log.descriptor)
    log.takeBacktraces()
    async let served: Void = group.run()
    let result = await screen.run()
    await group.triggerGracefulShutdown()
    try await served
    if let signal = try result.get() { throw ExitCode(128 + signal) }
  }

  private var memory: ScreenMemory? {
    guard remembers, let folder = try? StateFolder.path else { return nil }
    return ScreenMemory(path: folder + "/screen.json")
  }

  /// False where `NO_COLOR` asks for none.
  private static var hasColors: Bool {
    (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }
}

extension ServiceGroup {
  /// Services that all end gracefully once one of them has ended, or on one of these signals.
  init(ending services: [any Service], on signals: [UnixSignal]) {
    self.init(
      configuration: .init(
        services: services.map {
          .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup)
        },
        gracefulShutdownSignals: signals,
        logger: Logger(label: "lifecycle") { _ in SwiftLogNoOpLogHandler() }))
  }
}
