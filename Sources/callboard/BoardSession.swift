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
    log = LogFile(path: options.journal.ephemeral ? nil : StateFolder.logPath)
    if ScreenSession.hasTerminal {
      bell = .screen(try Waker())
    } else {
      let (stream, continuation) = AsyncStream.makeStream(
        of: Void.self, bufferingPolicy: .bufferingNewest(1))
      bell = .lines(stream, continuation)
    }
  }

  func listen(isDemo: Bool = false, roster: Roster? = nil) async throws -> Listening {
    let keepsMoves = if case .lines = bell { true } else { false }
    return try await Listening.start(
      .init(
        options: options, isDemo: isDemo, roster: roster, keepsMoves: keepsMoves,
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
      try await ServiceGroup(
        ending: [listening, lines] + services, on: [.sigint, .sigterm]
      ).run()
    }
  }

  private func showScreen(
    _ listening: Listening, _ services: [any Service], _ waker: Waker
  ) async throws {
    var settings = try screen.settings(zone, at: .now())
    settings.isForwarding = listening.monitor.forwarder != nil
    let pages = BoardPages(
      monitor: listening.monitor, address: listening.address, settings: settings, log: log)
    try await ScreenSession(
      pages: pages, settings: settings, zone: zone, log: log, waker: waker,
      remembers: !options.journal.ephemeral
    ).run(beside: [listening] + services)
  }
}
